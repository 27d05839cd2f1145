import type { LitElement } from 'lit';
import { deepActiveElement, focusAround } from '../../lit/focus.js';
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
  readonly inView: boolean;
}

/** The focus stays with its row wherever that moves, and goes to the next where it is gone (B120). */
export class RowFocus<T extends { readonly id: string }> {
  #list: FocusedList<T>;
  /** What had the focus; beside the rows it has no `id`. */
  #was: Partial<Place> | undefined;
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
    const active = this.#active;
    // The end tells of the last rows; what else is gone leaves the focus to the list.
    const beside = active?.closest('.end') ? { index: Infinity, inView: true } : {};
    this.#was = this.#placeOf(active) ?? (active ? beside : undefined);
    this.#stop = this.#placeOf(this.#list.element.renderRoot.querySelector('.main[tabindex="0"]'));
  }

  #placeOf(element: Element | null): Place | undefined {
    const index = Number(element?.closest<HTMLElement>('.row')?.dataset['index']);
    const id = this.#list.data.entries[index]?.item?.id;
    if (id === undefined) return undefined;
    const { heights, start, end } = this.#list.window;
    const inView = heights.start(index + 1) > start && heights.start(index) < end;
    return { id, index, inView };
  }

  /** After it: moving a node in the DOM takes its focus. */
  keep(): void {
    const was = this.#was;
    if (was && !this.#active) {
      const { data } = this.#list;
      const to = this.#now(was);
      // Where it only moves, or was not seen, what is read stays in view.
      const shows = was.inView === true && data.entries[to]?.item?.id !== was.id;
      queueMicrotask(() => {
        // What was closed has given it back.
        if (deepActiveElement() === document.body) this.to(to, shows);
      });
    } else if (this.#stop && /^chat-(confirm|menu)$/.test(this.#active?.localName ?? '')) {
      // It is about a row that is gone by now, and gives the focus back to the list.
      const { data, activate } = this.#list;
      const id = data.entries[this.#now(this.#stop)]?.item?.id;
      if (id !== undefined && id !== this.#stop.id) queueMicrotask(() => activate(id));
    }
  }

  /** Where it is, or the next one. */
  #now({ id, index = -1 }: Partial<Place>): number {
    const { data } = this.#list;
    const same = data.indexOf((item) => item.id === id);
    if (same >= 0) return same;
    const next = Math.min(index, data.entries.length - 1);
    // A heading takes no focus, and is never the last.
    return data.entries[next]?.heading === undefined ? next : next + 1;
  }

  /** @param shows whether the view goes there, too */
  to(index: number, shows = true): void {
    const { element, data, activate } = this.#list;
    const id = data.entries[index]?.item?.id;
    if (id === undefined) {
      focusAround(element.renderRoot);
      return;
    }
    activate(id);
    void element.updateComplete.then(() => {
      const now = this.#now({ id, index });
      // It has gone, too.
      if (data.entries[now]?.item?.id !== id) {
        this.to(now, shows);
        return;
      }
      element.renderRoot
        .querySelector<HTMLElement>(`[data-index="${now}"] .main`)
        ?.focus({ preventScroll: true });
      if (!shows) return;
      // Only now: the row that had the focus may leave the window with this. Its heading is shown with it.
      if (data.entries[now - 1]?.heading !== undefined) this.#reveal(now - 1);
      this.#reveal(now);
    });
  }

  /** Scrolls as little as will do. */
  #reveal(index: number): void {
    const { window } = this.#list;
    const above = window.heights.start(index) - window.start;
    const below = window.heights.start(index + 1) - window.end;
    window.scrollBy(above < 0 ? above : Math.max(0, below));
  }
}
