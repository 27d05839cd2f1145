import { html, nothing, type ReactiveController, type ReactiveControllerHost } from 'lit';
import type { Localize } from '../../lit/localize.js';
import { Clock } from '../../lit/clock.js';
import { dayText } from '../chat-message/time/dates.js';
import type { Topmost } from './scrolling/in-view.js';

const stays = 1000;

/** The day of the topmost message, at the top of the view while one scrolls. */
export class DayPill implements ReactiveController {
  #host: ReactiveControllerHost;
  #localize: Localize;
  #topmost: () => Topmost | undefined;
  #text = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param topmost the row at the top edge of the view, and where that edge is */
  constructor(
    host: ReactiveControllerHost,
    localize: Localize,
    topmost: () => Topmost | undefined,
  ) {
    this.#host = host;
    this.#localize = localize;
    this.#topmost = topmost;
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
    const found = this.#topmost();
    const at = found && !isSaidAbove(found) ? found.row.item?.message.sentAt : undefined;
    this.#set(at === undefined ? '' : dayText(at, Date.now(), this.#localize));
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#set(''), stays);
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

/** The separator itself says it, where it is in view above the row; the unread line may be between them. */
function isSaidAbove({ row, top }: Topmost): boolean {
  const before = row.previousElementSibling;
  return [before, before?.previousElementSibling].some(
    (one) => one?.classList.contains('day') && one.getBoundingClientRect().bottom > top,
  );
}
