import type { ChatMessage } from '../../chat-message/chat-message.js';

/** Pixels of the finger's way: from here on it is a swipe, and from there on letting go means it (B84). */
const begins = 12;
const meant = 60;
/** Pixels beside the edges of the screen, where the browser's own gestures begin. */
const edge = 24;
/** The row never goes farther, in pixels: the finger feels a resistance. */
const most = 96;

/** A finger that draws a row towards the end of the line replies to it; there is a button and a menu item, too. */
export class Swipe {
  #row: ChatMessage | undefined;
  #from = { x: 0, y: 0 };
  #moving = false;
  #far = false;

  /** @param path of the event, which forgets it after its dispatch */
  down(event: PointerEvent, row: ChatMessage, path: readonly EventTarget[]): void {
    this.cancel();
    const { clientX: x, clientY: y } = event;
    if (x < edge || x > innerWidth - edge) return;
    const { item } = row;
    const sent = item && item.state !== 'pending' && item.state !== 'failed';
    if (!sent || !item.message.can.includes('reply') || scrolls(path, row)) return;
    this.#row = row;
    this.#from = { x, y };
  }

  move(event: PointerEvent): void {
    const row = this.#row;
    if (!row) return;
    const side = getComputedStyle(row).direction === 'rtl' ? -1 : 1;
    const way = (event.clientX - this.#from.x) * side;
    if (!this.#moving) {
      const away = Math.abs(event.clientY - this.#from.y) > begins || way < -begins;
      // It scrolls, or goes the other way.
      if (away) this.#row = undefined;
      if (away || way < begins) return;
      this.#moving = true;
      row.classList.add('swiped');
    }
    const far = way >= meant;
    if (far && !this.#far && 'vibrate' in navigator) navigator.vibrate(10);
    this.#far = far;
    row.classList.toggle('far', far);
    const shift = most * (1 - Math.exp(-Math.max(0, way) / most));
    row.style.translate = `${side * shift}px`;
  }

  up(): void {
    const { item, host } = this.#row ?? {};
    const replies = this.#moving && this.#far;
    this.cancel();
    if (replies && item) host?.act((acts) => acts.reply(item));
  }

  cancel(): void {
    const row = this.#row;
    if (row && this.#moving) {
      const from = row.style.translate;
      row.style.translate = '';
      row.classList.remove('swiped', 'far');
      const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
      if (!still) row.animate([{ translate: from }, { translate: '0' }], 150);
    }
    this.#row = undefined;
    this.#moving = this.#far = false;
  }
}

/** Code and tables scroll sideways themselves, players are drawn along. */
function scrolls(path: readonly EventTarget[], row: ChatMessage): boolean {
  for (const node of path) {
    if (node === row) return false;
    if (!(node instanceof HTMLElement)) continue;
    if (node.matches('input, audio, video')) return true;
    const wide = node.scrollWidth > node.clientWidth + 1;
    if (wide && ['auto', 'scroll'].includes(getComputedStyle(node).overflowX)) return true;
  }
  return false;
}
