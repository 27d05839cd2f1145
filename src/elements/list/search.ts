import { html, type ReactiveController, type ReactiveControllerHost } from 'lit';
import { iconButton } from '../../lit/icon-button.js';
import { icons } from '../../lit/icons.js';
import type { Localize } from '../../lit/localize.js';

const delay = 300;

interface Owner extends ReactiveControllerHost {
  search: string;
  readonly renderRoot: ParentNode;
}

/** The search field of a list: what is typed reaches the list a moment after the last key. */
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

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }

  focus(): void {
    this.#field?.focus();
  }

  clear(): void {
    clearTimeout(this.#timer);
    this.#owner.search = '';
    if (this.#field) this.#field.value = '';
    this.focus();
  }

  get #field(): HTMLInputElement | null {
    return this.#owner.renderRoot.querySelector<HTMLInputElement>('input[type="search"]');
  }

  #onInput = (event: InputEvent) => {
    const { value } = event.target as HTMLInputElement;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => (this.#owner.search = value.trim()), delay);
  };

  #onKeydown = (event: KeyboardEvent) => {
    this.#keydown(event);
    if (event.key !== 'Escape' || !this.#field?.value) return;
    event.stopPropagation();
    this.clear();
  };

  render(localize: Localize) {
    const label = localize.term('search');
    return html`<div class="search" part="search">
      ${icons.search}
      <input
        part="field"
        type="search"
        enterkeyhint="search"
        autocomplete="off"
        aria-label=${label}
        placeholder=${label}
        .value=${this.#owner.search}
        @input=${this.#onInput}
        @keydown=${this.#onKeydown}
      />
      ${iconButton(localize.term('listClear'), icons.close, () => this.clear(), { kind: 'clear' })}
    </div>`;
  }
}
