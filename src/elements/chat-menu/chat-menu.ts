import type { Placement } from '@floating-ui/dom';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { controls } from '../../lit/controls.styles.js';
import { define } from '../../lit/define.js';
import { icons } from '../../lit/icons.js';
import { keyed } from '../../lit/keyed.js';
import { tokens } from '../../lit/tokens.styles.js';
import { deepActiveElement } from '../../lit/focus.js';
import { takeEscape } from '../escape.js';
import { keepFocus } from '../keep-focus.js';
import { createPopup, type Anchor } from '../popup.js';
import { styles } from './chat-menu.styles.js';

export type MenuAnchor = Anchor;
export interface MenuItem {
  readonly id: string;
  readonly label: string;
  readonly icon?: TemplateResult;
  readonly danger?: boolean;
  readonly disabled?: boolean;
  /** Given: the item is one of a set and shows whether it is chosen. */
  readonly checked?: boolean;
}

/**
 * A menu in the top layer, opened at an element or a point.
 *
 * @customElement chat-menu
 * @fires {CustomEvent<{ id: string }>} chat-choose - An item was chosen; the menu is closed and focus is back.
 * @fires close - The menu went away, chosen or not.
 * @csspart menu - The box.
 * @csspart note - A line above the entries.
 * @csspart item - One entry.
 */
export class ChatMenu extends LitElement {
  static override styles = [tokens, controls, styles];

  @property({ attribute: false }) items: readonly MenuItem[] = [];
  /** What the menu is for, to assistive technology. */
  @property() label = '';
  /** A line above the entries. */
  @property() note = '';

  readonly #popup = createPopup(this);
  #typed = '';
  #typedAt = 0;

  constructor() {
    super();
    // The item that had it is offered no more.
    keepFocus(this, () => this.#entries()[0]?.focus());
  }

  get open(): boolean {
    return this.#popup.open;
  }

  /** Opens at an element or a point, on the side where there is room, with the first item focused. */
  async openAt(anchor: MenuAnchor, placement: Placement = 'bottom-end'): Promise<void> {
    if (await this.#popup.show(anchor, placement, 4)) this.#entries()[0]?.focus();
  }

  close(): void {
    this.#popup.hide();
  }

  #entries(): HTMLButtonElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLButtonElement>('.item:not(:disabled)')];
  }

  #onChoose = (item: MenuItem) => {
    this.close();
    this.dispatchEvent(new CustomEvent('chat-choose', { detail: { id: item.id } }));
  };

  #onKeydown = (event: KeyboardEvent) => {
    const entries = this.#entries();
    const at = entries.indexOf(deepActiveElement() as HTMLButtonElement);
    const to = (index: number) => entries[(index + entries.length) % entries.length];
    let next: HTMLButtonElement | undefined;
    if (event.key === 'ArrowDown') next = to(at + 1);
    else if (event.key === 'ArrowUp') next = to(at < 0 ? -1 : at - 1);
    else if (event.key === 'Home') next = entries[0];
    else if (event.key === 'End') next = entries.at(-1);
    else if (event.key === 'Tab') this.close();
    else if (event.key.length === 1 && event.key !== ' ')
      next = this.#typeAhead(event, entries, at);
    // Keys of an open menu are nobody else's, Escape included.
    event.stopPropagation();
    if (event.key === 'Escape') {
      takeEscape(event);
      this.close();
    }
    if (!next) return;
    event.preventDefault();
    next.focus();
  };

  #typeAhead(event: KeyboardEvent, entries: HTMLButtonElement[], at: number) {
    if (event.ctrlKey || event.metaKey || event.altKey) return undefined;
    this.#typed = event.timeStamp - this.#typedAt > 700 ? event.key : this.#typed + event.key;
    this.#typedAt = event.timeStamp;
    const wanted = this.#typed.toLocaleLowerCase();
    const from = this.#typed.length === 1 ? at + 1 : Math.max(at, 0);
    const order = [...entries.slice(from), ...entries.slice(0, from)];
    return order.find((entry) => entry.textContent.trim().toLocaleLowerCase().startsWith(wanted));
  }

  override render() {
    return html`<div
      class="popup menu"
      part="menu"
      role="menu"
      popover="auto"
      aria-label=${this.label || nothing}
      @toggle=${this.#popup.onToggle}
      @keydown=${this.#onKeydown}
    >
      ${this.note ? html`<p class="note" part="note" role="none">${this.note}</p>` : nothing}
      ${keyed(
        this.items,
        ({ id }) => id,
        (item) => this.#renderItem(item),
      )}
    </div>`;
  }

  #renderItem(item: MenuItem) {
    const { checked } = item;
    return html`<button
      class="item ${item.danger ? 'danger' : ''}"
      part="item"
      type="button"
      tabindex="-1"
      role=${checked === undefined ? 'menuitem' : 'menuitemradio'}
      aria-checked=${checked === undefined ? nothing : String(checked)}
      ?disabled=${item.disabled ?? false}
      @click=${() => this.#onChoose(item)}
    >
      ${item.icon ?? nothing}<span class="label">${item.label}</span
      >${checked ? icons.check : nothing}
    </button>`;
  }
}

define('chat-menu', ChatMenu);
declare global {
  interface HTMLElementTagNameMap {
    'chat-menu': ChatMenu;
  }
}
