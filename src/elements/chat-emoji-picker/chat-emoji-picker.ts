import type { Placement } from '@floating-ui/dom';
import { css, html, LitElement, nothing } from 'lit';
import { state } from 'lit/decorators.js';
import { controls } from '../../lit/controls.styles.js';
import { define } from '../../lit/define.js';
import { Localize } from '../../lit/localize.js';
import { tokens } from '../../lit/tokens.styles.js';
import { deepActiveElement } from '../chat-menu/focus.js';
import type { MenuAnchor } from '../chat-menu/chat-menu.js';

/**
 * Emoji in the top layer, opened at an element or a point. What is inside is loaded when it is opened for the first time.
 *
 * @customElement chat-emoji-picker
 * @fires {ChatEventMap['chat-emoji']} chat-emoji - One was chosen; the picker is closed and focus is back.
 * @fires close - It went away, chosen or not.
 * @csspart picker - The box.
 */
export class ChatEmojiPicker extends LitElement {
  static override styles = [
    tokens,
    controls,
    css`
      :host {
        display: contents;
      }
      .picker {
        position: fixed;
        inset: auto;
        margin: 0;
        padding: 0;
        inline-size: min(352px, calc(100vw - 16px));
        block-size: min(400px, calc(100dvh - 16px));
        overflow: hidden;
        border: 1px solid var(--_chat-color-line);
        border-radius: var(--_chat-radius-l);
        background: var(--_chat-color-raised);
        color: var(--_chat-color-text);
        box-shadow: var(--_chat-shadow);
      }
      .picker:focus-visible {
        outline: 0;
      }
      .picker:popover-open {
        animation: appear var(--_chat-motion);
      }
      @keyframes appear {
        from {
          opacity: 0;
          scale: 0.97;
        }
      }
    `,
  ];

  @state() private used = false;

  readonly #localize = new Localize(this);
  #before: HTMLElement | undefined;
  #stopFollowing: (() => void) | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopFollowing?.();
    this.used = false;
  }

  get open(): boolean {
    return this.#box?.matches(':popover-open') ?? false;
  }

  /** Opens at an element or a point, on the side where there is room, with the search field focused. */
  async openAt(anchor: MenuAnchor, placement: Placement = 'top-end'): Promise<void> {
    this.#before = deepActiveElement();
    const again = this.used;
    this.used = true;
    const [{ autoUpdate, computePosition, flip, offset, shift }] = await Promise.all([
      import('@floating-ui/dom'),
      import('../chat-emoji-panel/chat-emoji-panel.js'),
      this.updateComplete,
    ]);
    const box = this.#box;
    if (!box || !this.isConnected) return;
    if (!box.matches(':popover-open')) box.showPopover();
    const reference =
      anchor instanceof Element
        ? anchor
        : { getBoundingClientRect: () => new DOMRect(anchor.x, anchor.y, 0, 0) };
    const place = async () => {
      const { x, y } = await computePosition(reference, box, {
        strategy: 'fixed',
        placement,
        middleware: [offset(8), flip(), shift({ padding: 8, crossAxis: true })],
      });
      box.style.setProperty('left', `${x}px`);
      box.style.setProperty('top', `${y}px`);
    };
    await place();
    this.#stopFollowing?.();
    if (anchor instanceof Element)
      this.#stopFollowing = autoUpdate(anchor, box, () => void place());
    const panel = this.renderRoot.querySelector('chat-emoji-panel');
    await panel?.updateComplete;
    if (again) void panel?.reset();
    // On a touch screen the search field would bring up the keyboard over the emoji.
    const focused = matchMedia('(pointer: coarse)').matches ? box : panel;
    focused?.focus({ preventScroll: true });
  }

  close(): void {
    if (this.open) this.#box?.hidePopover();
  }

  get #box(): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>('.picker');
  }

  #onToggle = (event: ToggleEvent) => {
    if (event.newState === 'open') return;
    this.#stopFollowing?.();
    // Light dismiss by a click elsewhere has already moved focus; Escape and choosing have not.
    const active = deepActiveElement();
    if (!active || active === document.body || this.contains(active) || this.#holds(active)) {
      this.#before?.focus();
    }
    this.dispatchEvent(new Event('close'));
  };

  #holds(element: Element): boolean {
    const root = element.getRootNode();
    return root instanceof ShadowRoot && root.host.getRootNode() === this.renderRoot;
  }

  // Keys of an open picker are nobody else's, Escape included.
  #onKeydown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key === 'Escape') this.close();
  };

  // Closed before the page hears of it, so that whoever inserts the emoji may take the focus.
  #onEmoji = () => this.close();

  override render() {
    return html`<div
      class="picker"
      part="picker"
      role="dialog"
      tabindex="-1"
      aria-label=${this.#localize.term('emoji')}
      popover="auto"
      @toggle=${this.#onToggle}
      @keydown=${this.#onKeydown}
    >
      ${
        this.used
          ? html`<chat-emoji-panel @chat-emoji=${this.#onEmoji}></chat-emoji-panel>`
          : nothing
      }
    </div>`;
  }
}

define('chat-emoji-picker', ChatEmojiPicker);
declare global {
  interface HTMLElementTagNameMap {
    'chat-emoji-picker': ChatEmojiPicker;
  }
}
