import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { MessageItem } from '../../../client/types.js';
import type { ChatMessage } from '../../chat-message/chat-message.js';
import type { MenuAnchor } from '../../chat-menu/chat-menu.js';
import { later } from '../../late/later.js';
import { LongPress } from '../../long-press.js';
import { rowOf } from './row-of.js';
import type { Swipe } from './swipe.js';

const loadSwipe = later(() => import('./swipe.js'));

type OpenMenu = (item: MessageItem, anchor: MenuAnchor) => boolean;
type ShowWho = (item: MessageItem, reaction: string) => void;

/** Which row is under the pointer or has the focus and so shows its toolbar, and how its menu is asked for. */
export class RowPointer implements ReactiveController {
  #openMenu: OpenMenu;
  #press: LongPress;
  /** Loaded with the first finger. */
  #swipe: Swipe | undefined;
  #pressed: ChatMessage | undefined;
  /** The one of its reactions that is. */
  #reaction = '';
  #hovered: ChatMessage | undefined;
  #focused: ChatMessage | undefined;
  #held: ChatMessage | undefined;

  constructor(host: ReactiveControllerHost, openMenu: OpenMenu, showWho: ShowWho) {
    this.#openMenu = openMenu;
    this.#press = new LongPress(host, ({ clientX, clientY, pointerId }) => {
      this.#swipe?.cancel();
      const item = this.#pressed?.item;
      if (item && this.#reaction) showWho(item, this.#reaction);
      else if (item) this.#openMenu(item, { x: clientX, y: clientY, pointerId });
    });
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#hovered = this.#focused = this.#held = this.#pressed = undefined;
    this.#swipe?.cancel();
  }

  /** The row whose menu is open keeps its toolbar, which the menu hangs on. */
  hold(row: ChatMessage | undefined): void {
    const before = this.#held;
    this.#held = row;
    this.#show(before);
    this.#show(row);
  }

  over = (event: PointerEvent): void => {
    if (event.pointerType !== 'touch') this.#hover(rowOf(event));
  };

  /** Out of the list, where it goes over no other row. */
  out = ({ relatedTarget }: PointerEvent): void => {
    if (!(relatedTarget instanceof Element) || !relatedTarget.closest('.scroller'))
      this.#hover(undefined);
  };

  focusin = (event: FocusEvent): void => {
    const row = rowOf(event);
    // Only for those who move by keys: after a press the pointer is there.
    const visible = event.composedPath()[0];
    this.#focus(
      row && visible instanceof Element && visible.matches(':focus-visible') ? row : undefined,
    );
  };

  focusout = (): void => this.#focus(undefined);

  /** Focus and pointer may have come before all this was loaded. */
  take(rows: readonly ChatMessage[]): void {
    // Where a finger was lifted, a touch screen goes on saying that something is hovered.
    if (!matchMedia('(pointer: coarse)').matches)
      this.#hover(rows.find((row) => row.matches(':hover')));
    this.#focus(rows.find((row) => row.matches(':focus-visible, :has(:focus-visible)')));
  }

  down = (event: PointerEvent): void => {
    this.#pressed = rowOf(event);
    if (!this.#pressed) return;
    const [target] = event.composedPath();
    const chip = target instanceof Element ? target.closest<HTMLElement>('[data-reaction]') : null;
    this.#reaction = chip?.dataset['reaction'] ?? '';
    this.#press.down(event);
    if (event.pointerType === 'touch') void this.#follow(event, this.#pressed);
  };

  move = (event: PointerEvent): void => {
    this.#press.move(event);
    this.#swipe?.move(event);
  };

  up = (event: PointerEvent): void => {
    this.#press.end();
    this.#pressed = undefined;
    if (event.type === 'pointerup') this.#swipe?.up();
    else this.#swipe?.cancel();
  };

  mousedown = (event: Event): void => this.#press.mousedown(event);

  /** A long press ends in a click that means nothing. */
  click = (event: MouseEvent): void => {
    if (!this.#press.takesClick()) return;
    event.preventDefault();
    event.stopPropagation();
  };

  contextmenu = (event: PointerEvent): void => {
    const row = rowOf(event);
    if (!row?.item || wantsNative(event)) return;
    // A finger has its own timer here; the keys say nothing of where they are.
    const touch = event.pointerType === 'touch';
    const byKeys = event.button !== 2 && !touch;
    const anchor = byKeys
      ? (row.querySelector('.bubble') ?? row)
      : { x: event.clientX, y: event.clientY };
    if (touch || this.#openMenu(row.item, anchor)) event.preventDefault();
  };

  async #follow(event: PointerEvent, row: ChatMessage): Promise<void> {
    const path = event.composedPath();
    // Where it cannot be had there are the button and the menu; the next finger tries again.
    const part = await loadSwipe().catch(() => undefined);
    if (part) this.#swipe ??= new part.Swipe();
    if (this.#pressed === row) this.#swipe?.down(event, row, path);
  }

  #hover(row: ChatMessage | undefined): void {
    if (row === this.#hovered) return;
    const before = this.#hovered;
    this.#hovered = row;
    this.#show(before);
    this.#show(row);
  }

  #focus(row: ChatMessage | undefined): void {
    if (row === this.#focused) return;
    const before = this.#focused;
    this.#focused = row;
    this.#show(before);
    this.#show(row);
  }

  #show(row: ChatMessage | undefined): void {
    if (!row) return;
    row.active = row === this.#hovered || row === this.#focused || row === this.#held;
    // B120: a button that was pressed has the focus still, and goes with its toolbar.
    if (!row.active && row.querySelector('.toolbar :focus')) row.focus({ preventScroll: true });
  }
}

/** Links, players and selected text have a menu of the browser's that people know. */
function wantsNative(event: MouseEvent): boolean {
  const [target] = event.composedPath();
  if (!(target instanceof Element)) return false;
  if (target.closest('a[href], video, audio')) return true;
  return event.button === 2 && hasSelection(target.getRootNode());
}

function hasSelection(root: Node): boolean {
  // Chromium keeps selections of shadow trees to itself; elsewhere the document's own sees them.
  const own = 'getSelection' in root ? (root.getSelection as () => Selection | null)() : null;
  return (own ?? document.getSelection())?.type === 'Range';
}
