import { html, nothing, type LitElement, type ReactiveController } from 'lit';
import type { Localize } from '../../lit/localize.js';
import { Clock } from '../../lit/clock.js';
import '../../locales/en-later.js';
import { dayText } from '../chat-message/time/dates.js';
import type { Topmost } from './scrolling/in-view.js';

const stays = 1000;

interface Days {
  /** The row at the top edge of the view, and where that edge is. */
  topmost(): Topmost | undefined;
  /** Whether there are others to go to. */
  several(): boolean;
  /** Opens the way to them. */
  open(anchor: Element): void;
  /** It is open. */
  isOpen(): boolean;
  /** What the days are scrolled in. */
  box(): HTMLElement | null;
}

/** The day of the topmost message, at the top of the view while one scrolls; the keys find it there at any time. */
export class DayPill implements ReactiveController {
  #host: LitElement;
  #localize: Localize;
  #days: Days;
  #text = '';
  #shown = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: LitElement, localize: Localize, days: Days) {
    this.#host = host;
    this.#localize = localize;
    this.#days = days;
    host.addController(this);
    // "Today" becomes "Yesterday" at midnight, here and in the separators.
    new Clock(host);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#shown = false;
  }

  /** The list has moved. */
  show(): void {
    const found = this.#days.topmost();
    this.#set(found && !isSaidAbove(found) ? found : undefined);
    this.#wait();
  }

  #wait(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => (this.#isHeld() ? this.#wait() : this.#set(undefined)), stays);
  }

  /** What one is about to press, or has opened something, stays. */
  #isHeld(): boolean {
    const button = this.#host.renderRoot.querySelector('button.sticky');
    if (!this.#shown || !button) return false;
    // Where a finger was lifted, a touch screen goes on saying that something is hovered.
    const isPointed = button.matches(':hover') && !matchMedia('(hover: none)').matches;
    return isPointed || button.matches(':focus') || this.#days.isOpen();
  }

  #set(found: Topmost | undefined): void {
    const at = found?.row.item?.message.sentAt;
    const shown = at !== undefined;
    const text = shown ? dayText(at, Date.now(), this.#localize) : this.#text;
    if (text === this.#text && shown === this.#shown) return;
    this.#text = text;
    this.#shown = shown;
    this.#host.requestUpdate();
  }

  #onFocus = () => {
    this.#set(this.#days.topmost());
    this.#wait();
  };

  #onClick = (event: Event) => this.#days.open(event.currentTarget as Element);

  /** It lies over the list, which is what a wheel means. */
  #onWheel = (event: WheelEvent) => {
    event.preventDefault();
    this.#days.box()?.scrollBy(0, event.deltaY);
  };

  render(): unknown {
    const shown = this.#shown ? 'shown' : '';
    if (this.#days.several())
      return html`<button
        class="day sticky ${shown}"
        part="day"
        type="button"
        aria-haspopup="menu"
        aria-label=${this.#localize.term('toDate', this.#text)}
        @focus=${this.#onFocus}
        @click=${this.#onClick}
        @wheel=${this.#onWheel}
      >
        ${this.#text}
      </button>`;
    return shown
      ? html`<div class="day sticky shown" part="day" aria-hidden="true">${this.#text}</div>`
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
