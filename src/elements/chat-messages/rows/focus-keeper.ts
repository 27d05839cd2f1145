import type { MessageItem } from '../../../client/types.js';
import type { ChatMessage } from '../../chat-message/chat-message.js';
import { deepActiveElement } from '../../../lit/focus.js';

/** B120: focus is never lost with a row, or with a button that has led away from itself. `remember` before a rendering and `keep` after it. */
export class FocusKeeper {
  #at: { readonly id: string; readonly index: number } | undefined;
  /** Its row was scrolled away: the list has the focus until it comes back. */
  #lent = false;
  /** A button beside the rows, as the one that leads to the end. */
  #beside: HTMLElement | undefined;

  remember(root: Node, list: HTMLElement | null, items: readonly MessageItem[]): void {
    const active = deepActiveElement();
    if (this.#lent && active === list) return;
    this.#lent = false;
    const inside = active && root.contains(active) ? active : undefined;
    const row = inside?.closest<ChatMessage>('chat-message');
    this.#beside = row ? undefined : inside;
    const id = row?.item?.id;
    const now = items.findIndex((item) => item.id === id);
    const before = this.#at?.id === id ? this.#at?.index : undefined;
    // A row that is going has no place among the items any more: the place it had counts.
    this.#at = id === undefined ? undefined : { id, index: now < 0 ? (before ?? 0) : now };
  }

  /**
   * Where a row was discarded the next one is focused; one that was only scrolled away leaves it to the list.
   * @param inView a row to go on from, after a button beside them
   */
  keep(
    rowOf: (id: string) => HTMLElement | undefined,
    list: HTMLElement | null,
    items: readonly MessageItem[],
    inView: () => HTMLElement | undefined,
  ): void {
    const at = this.#at;
    const active = deepActiveElement();
    // Whatever took it meanwhile keeps it: a message one was led to, a menu.
    if (active && active !== document.body && active !== list) return;
    if (this.#beside && !this.#beside.isConnected)
      (inView() ?? list)?.focus({ preventScroll: true });
    if (!at) return;
    const gone = !items.some(({ id }) => id === at.id);
    const next = items[Math.min(at.index, items.length - 1)];
    const row = rowOf(at.id) ?? (gone && next ? rowOf(next.id) : undefined);
    this.#lent = !row;
    (row ?? list)?.focus({ preventScroll: true });
  }
}
