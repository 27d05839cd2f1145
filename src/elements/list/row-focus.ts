import type { LitElement } from 'lit';
import { focusAround } from '../../lit/focus.js';
import type { ListData } from './data.js';
import type { ListWindow } from './window.js';

interface FocusedList<T extends { readonly id: string }> {
  readonly element: LitElement;
  readonly data: ListData<T>;
  readonly window: ListWindow;
  /** Makes it the one row that Tab reaches. */
  activate(id: string): void;
}

interface Place {
  readonly id: string;
  readonly index: number;
}

/** The focus stays with its row wherever that moves, and goes to the next where it is gone (B120). */
export class RowFocus<T extends { readonly id: string }> {
  #list: FocusedList<T>;
  #was: Place | undefined;
  /** Of the row that Tab reaches. */
  #stop: Place | undefined;

  constructor(list: FocusedList<T>) {
    this.#list = list;
  }

  get #active(): Element | null {
    return (this.#list.element.renderRoot as ShadowRoot).activeElement;
  }

  /** Before rendering. */
  remember(): void {
    this.#was = this.#place(this.#active);
    this.#stop = this.#place(this.#list.element.renderRoot.querySelector('.main[tabindex="0"]'));
  }

  #place(element: Element | null): Place | undefined {
    const index = Number(element?.closest<HTMLElement>('.row')?.dataset['index']);
    const id = this.#list.data.entries[index]?.item?.id;
    return id === undefined ? undefined : { id, index };
  }

  /** After it: moving a node in the DOM takes its focus. */
  keep(): void {
    const was = this.#was;
    if (was && !this.#active) {
      const to = this.#now(was);
      queueMicrotask(() => (to < 0 ? focusAround(this.#list.element.renderRoot) : this.to(to)));
    } else if (this.#stop && this.#active?.localName === 'chat-confirm') {
      // It has asked about a row that is gone by now, and gives the focus back to the list.
      const { data, activate } = this.#list;
      const id = data.entries[this.#now(this.#stop)]?.item?.id;
      if (id !== undefined && id !== this.#stop.id) queueMicrotask(() => activate(id));
    }
  }

  /** Where it is, or the next one. */
  #now({ id, index }: Place): number {
    const { data } = this.#list;
    const same = data.indexOf((item) => item.id === id);
    return same >= 0 ? same : Math.min(index, data.entries.length - 1);
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
