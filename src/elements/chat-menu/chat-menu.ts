import type { Placement } from '@floating-ui/dom';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { controls } from '../../lit/controls.styles.js';
import { define } from '../../lit/define.js';
import { icons } from '../../lit/icons.js';
import { tokens } from '../../lit/tokens.styles.js';
import { styles } from './chat-menu.styles.js';
import { deepActiveElement } from './focus.js';

export interface MenuItem {
  readonly id: string;
  readonly label: string;
  readonly icon?: TemplateResult;
  readonly danger?: boolean;
  readonly disabled?: boolean;
  /** Given: the item is one of a set and shows whether it is chosen. */
  readonly checked?: boolean;
}
export type MenuAnchor = Element | { readonly x: number; readonly y: number };

/**
 * A menu in the top layer, opened at an element or a point.
 *
 * @customElement chat-menu
 * @fires {CustomEvent<{ id: string }>} chat-choose - An item was chosen; the menu is closed and focus is back.
 * @fires close - The menu went away, chosen or not.
 * @csspart menu - The box.
 * @csspart item - One entry.
 */
export class ChatMenu extends LitElement {
  static override styles = [tokens, controls, styles];

  @property({ attribute: false }) items: readonly MenuItem[] = [];
  /** What the menu is for, to assistive technology. */
  @property() label = '';

  #before: HTMLElement | undefined;
  #stopFollowing: (() => void) | undefined;
  #typed = '';
  #typedAt = 0;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopFollowing?.();
  }

  get open(): boolean {
    return this.#box?.matches(':popover-open') ?? false;
  }

  /** Opens at an element or a point, on the side where there is room, with the first item focused. */
  async openAt(anchor: MenuAnchor, placement: Placement = 'bottom-end'): Promise<void> {
    this.#before = deepActiveElement();
    await this.updateComplete;
    const box = this.#box;
    if (!box) return;
    // Loaded with the first menu: a page that opens none does not pay for it.
    const { autoUpdate, computePosition, flip, offset, shift } = await import('@floating-ui/dom');
    if (!this.isConnected) return;
    if (!box.matches(':popover-open')) box.showPopover();
    const reference =
      anchor instanceof Element
        ? anchor
        : { getBoundingClientRect: () => new DOMRect(anchor.x, anchor.y, 0, 0) };
    const place = async () => {
      const { x, y } = await computePosition(reference, box, {
        strategy: 'fixed',
        placement,
        middleware: [offset(4), flip(), shift({ padding: 8 })],
      });
      box.style.setProperty('left', `${x}px`);
      box.style.setProperty('top', `${y}px`);
    };
    await place();
    this.#stopFollowing?.();
    if (anchor instanceof Element)
      this.#stopFollowing = autoUpdate(anchor, box, () => void place());
    this.#entries()[0]?.focus();
  }

  close(): void {
    if (this.open) this.#box?.hidePopover();
  }

  get #box(): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>('.menu');
  }

  #entries(): HTMLButtonElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLButtonElement>('.item:not(:disabled)')];
  }

  #onToggle = (event: ToggleEvent) => {
    if (event.newState === 'open') return;
    this.#stopFollowing?.();
    // Light dismiss by a click elsewhere has already moved focus; Escape and choosing have not.
    const active = deepActiveElement();
    if (!active || active === document.body || this.renderRoot.contains(active)) {
      this.#before?.focus();
    }
    this.dispatchEvent(new Event('close'));
  };

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
    if (event.key === 'Escape') this.close();
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
      class="menu"
      part="menu"
      role="menu"
      popover="auto"
      aria-label=${this.label || nothing}
      @toggle=${this.#onToggle}
      @keydown=${this.#onKeydown}
    >
      ${this.items.map((item) => this.#renderItem(item))}
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
