import { html, nothing, type ReactiveController, type ReactiveControllerHost } from 'lit';
import type { Localize } from '../../lit/localize.js';
import { Clock } from '../../lit/clock.js';
import type { ChatMessage } from '../chat-message/chat-message.js';
import { dayText } from '../chat-message/dates.js';

const stays = 1000;

interface PillHost extends ReactiveControllerHost {
  readonly renderRoot: ParentNode;
}

/** The day of the topmost message, at the top of the view while one scrolls. */
export class DayPill implements ReactiveController {
  #host: PillHost;
  #localize: Localize;
  #text = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: PillHost, localize: Localize) {
    this.#host = host;
    this.#localize = localize;
    host.addController(this);
    // "Today" becomes "Yesterday" at midnight, here and in the separators.
    new Clock(host);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#text = '';
  }

  /** The list has moved. */
  show(): void {
    const box = this.#host.renderRoot.querySelector('.scroller');
    if (!box) return;
    const { top } = box.getBoundingClientRect();
    const row = this.#topmost(top);
    // The separator itself says it, where it is in view above the row.
    const days = [...this.#host.renderRoot.querySelectorAll('.rows > .day')];
    const said = days.some((day) => {
      const rect = day.getBoundingClientRect();
      return rect.bottom > top && rect.top < (row?.getBoundingClientRect().top ?? 0);
    });
    const first = said ? undefined : row;
    const at = first?.item?.message.sentAt;
    this.#set(at === undefined ? '' : dayText(at, Date.now(), this.#localize.lang()));
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#set(''), stays);
  }

  #topmost(top: number): ChatMessage | undefined {
    for (const row of this.#host.renderRoot.querySelectorAll('chat-message')) {
      if (row.getBoundingClientRect().bottom > top) return row;
    }
    return undefined;
  }

  #set(text: string): void {
    if (text === this.#text) return;
    this.#text = text;
    this.#host.requestUpdate();
  }

  render(): unknown {
    return this.#text
      ? html`<div class="day sticky" part="day" aria-hidden="true">${this.#text}</div>`
      : nothing;
  }
}
