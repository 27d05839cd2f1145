import type { Placement } from '@floating-ui/dom';
import { css, html, LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import { controls } from '../../lit/controls.styles.js';
import { define } from '../../lit/define.js';
import { emit } from '../../lit/events.js';
import { icons } from '../../lit/icons.js';
import { Localize } from '../../lit/localize.js';
import { tokens } from '../../lit/tokens.styles.js';
import { deepActiveElement } from '../../lit/focus.js';
import '../../locales/en-rows.js';
import { takeEscape } from '../escape.js';
import { createPopup, type Anchor } from '../popup.js';
import { popup } from '../styles/popup.styles.js';

const quick = ['👍', '❤️', '😂', '😮', '😢', '🎉'];

/**
 * The reactions most people want, and a way to all others, in the top layer.
 *
 * @customElement chat-reaction-bar
 * @fires {ChatEventMap['chat-emoji']} chat-emoji - One was chosen; the bar is closed and focus is back.
 * @fires more - Another one is wanted; the bar is closed.
 * @csspart bar - The box.
 * @csspart reaction - One of the reactions.
 */
export class ChatReactionBar extends LitElement {
  static override styles = [
    tokens,
    controls,
    popup,
    css`
      .bar {
        padding: 4px;
        border-radius: var(--_chat-radius-pill);
        max-inline-size: calc(100vw - 16px);
      }
      .bar:popover-open {
        display: flex;
        flex-wrap: wrap;
      }
      button {
        inline-size: 40px;
        block-size: 40px;
        display: grid;
        place-items: center;
        border-radius: 50%;
        font-size: 1.5rem;
        line-height: 1;
        transition:
          scale var(--_chat-motion),
          background-color var(--_chat-motion);
      }
      button:hover,
      button[aria-pressed='true'] {
        background: var(--_chat-color-bubble);
      }
      button:hover {
        scale: 1.1;
      }
      button[aria-pressed='true'] {
        background: var(--_chat-color-accent-soft);
      }
      button:focus-visible {
        outline-offset: -2px;
      }
      .more {
        color: var(--_chat-color-muted);
      }
    `,
  ];

  /** Those the reader has already given. */
  @property({ attribute: false }) given: readonly string[] = [];

  readonly #localize = new Localize(this);
  readonly #popup = createPopup(this);

  get open(): boolean {
    return this.#popup.open;
  }

  /** Opens at an element or a point, with the first reaction focused. */
  async openAt(anchor: Anchor, placement: Placement = 'top'): Promise<void> {
    const box = await this.#popup.show(anchor, placement, 6);
    box?.querySelector('button')?.focus({ preventScroll: true });
  }

  close(): void {
    this.#popup.hide();
  }

  #onChoose = (emoji: string) => {
    this.close();
    emit(this, 'chat-emoji', { emoji });
  };

  #onMore = () => {
    this.close();
    this.dispatchEvent(new Event('more'));
  };

  #onKeydown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key === 'Escape') takeEscape(event);
    if (event.key === 'Escape' || event.key === 'Tab') this.close();
    const rtl = getComputedStyle(this).direction === 'rtl';
    const step = { ArrowRight: rtl ? -1 : 1, ArrowLeft: rtl ? 1 : -1 }[event.key];
    if (step === undefined) return;
    const buttons = [...this.renderRoot.querySelectorAll('button')];
    const at = buttons.indexOf(deepActiveElement() as HTMLButtonElement);
    buttons[(at + step + buttons.length) % buttons.length]?.focus();
    event.preventDefault();
  };

  override render() {
    return html`<div
      class="popup bar"
      part="bar"
      popover="auto"
      role="toolbar"
      aria-label=${this.#localize.term('addReaction')}
      @toggle=${this.#popup.onToggle}
      @keydown=${this.#onKeydown}
    >
      ${quick.map(
        (emoji, i) =>
          html`<button
            part="reaction"
            type="button"
            tabindex=${i === 0 ? 0 : -1}
            aria-pressed=${String(this.given.includes(emoji))}
            aria-label=${emoji}
            @click=${() => this.#onChoose(emoji)}
          >
            ${emoji}
          </button>`,
      )}
      <button
        class="more"
        type="button"
        tabindex="-1"
        aria-label=${this.#localize.term('more')}
        @click=${this.#onMore}
      >
        ${icons.plus}
      </button>
    </div>`;
  }
}

define('chat-reaction-bar', ChatReactionBar);
declare global {
  interface HTMLElementTagNameMap {
    'chat-reaction-bar': ChatReactionBar;
  }
}
