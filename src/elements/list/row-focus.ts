import type { LitElement } from 'lit';
import type { ListData } from './data.js';
import type { ListWindow } from './window.js';

interface FocusedList<T extends { readonly id: string }> {
  readonly element: LitElement;
  readonly data: ListData<T>;
  readonly window: ListWindow;
  /** Makes it the one row that Tab reaches. */
  activate(id: string): void;
}

/** The focus stays with its row wherever that moves, and goes to the next where it is gone (B120). */
export class RowFocus<T extends { readonly id: string }> {
  #list: FocusedList<T>;
  #was: { readonly id: string; readonly index: number } | undefined;

  constructor(list: FocusedList<T>) {
    this.#list = list;
  }

  get #active(): Element | null {
    return (this.#list.element.renderRoot as ShadowRoot).activeElement;
  }

  /** Before rendering. */
  remember(): void {
    const row = this.#active?.closest<HTMLElement>('.row');
    const index = Number(row?.dataset['index']);
    const id = this.#list.data.entries[index]?.item?.id;
    this.#was = id === undefined ? undefined : { id, index };
  }

  /** After it: moving a node in the DOM takes its focus. */
  keep(): void {
    const was = this.#was;
    if (!was || this.#active) return;
    const { data } = this.#list;
    const same = data.indexOf(({ id }) => id === was.id);
    const to = same >= 0 ? same : Math.min(was.index, data.entries.length - 1);
    queueMicrotask(() => this.to(to));
  }

  to(index: number): void {
    const { element, data, window, activate } = this.#list;
    const item = data.entries[index]?.item;
    if (!item) return;
    activate(item.id);
    void element.updateComplete.then(() => {
      element.renderRoot
        .querySelector<HTMLElement>(`[data-index="${index}"] .main`)
        ?.focus({ preventScroll: true });
      // Only now: the row that had the focus may leave the window with this.
      window.reveal(index);
    });
  }
}
