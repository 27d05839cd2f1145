import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { takeEscape } from '../escape.js';

const delay = 300;

interface Owner extends ReactiveControllerHost {
  search: string;
  readonly renderRoot: ParentNode;
}

/** What is typed into the search field of a list reaches the list a moment after the last key. */
export class ListSearch implements ReactiveController {
  #owner: Owner;
  #keydown: (event: KeyboardEvent) => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param keydown keys that leave the field for the rows */
  constructor(owner: Owner, keydown: (event: KeyboardEvent) => void) {
    this.#owner = owner;
    this.#keydown = keydown;
    owner.addController(this);
  }

  /** Elsewhere in the page it goes on with what was typed. */
  hostConnected(): void {
    if (this.#timer !== undefined) this.#onInput();
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }

  focus(): void {
    this.#field?.focus();
  }

  clear(): void {
    this.#set('');
    if (this.#field) this.#field.value = '';
    this.focus();
  }

  /** What stands in the field. */
  get typed(): string {
    return this.#field?.value.trim() ?? '';
  }

  get #field(): HTMLInputElement | null {
    return this.#owner.renderRoot.querySelector<HTMLInputElement>('input[type="search"]');
  }

  /** Something happened in the field. */
  handle(event: Event): void {
    if (event.type === 'input') this.#onInput();
    else if (event instanceof KeyboardEvent) this.#onKeydown(event);
    else this.clear();
  }

  #onInput(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#set(this.typed), delay);
  }

  #set(search: string): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#owner.search = search;
  }

  #onKeydown(event: KeyboardEvent): void {
    this.#keydown(event);
    const field = this.#field;
    if (event.key !== 'Escape' || !field) return;
    if (field.value) {
      takeEscape(event);
      this.clear();
    } else {
      // WebKit takes every Escape in a search field for itself: a dialog around an empty one would stay open.
      field.type = 'text';
      setTimeout(() => (field.type = 'search'));
    }
  }
}
