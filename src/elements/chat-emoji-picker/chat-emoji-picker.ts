import type { Placement } from '@floating-ui/dom';
import { css, html, LitElement, nothing } from 'lit';
import { state } from 'lit/decorators.js';
import { controls } from '../../lit/controls.styles.js';
import { define } from '../../lit/define.js';
import { Localize } from '../../lit/localize.js';
import { tokens } from '../../lit/tokens.styles.js';
import { takeEscape } from '../escape.js';
import { createPopup, type Anchor } from '../popup.js';
import { popup } from '../styles/popup.styles.js';

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
    popup,
    css`
      .picker {
        inline-size: min(352px, calc(100vw - 16px));
        block-size: min(400px, calc(100dvh - 16px));
        overflow: hidden;
      }
      .picker:focus-visible {
        outline: 0;
      }
    `,
  ];

  @state() private used = false;

  readonly #localize = new Localize(this);
  readonly #popup = createPopup(this);

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.used = false;
  }

  get open(): boolean {
    return this.#popup.open;
  }

  /** Opens at an element or a point, on the side where there is room, with the search field focused. */
  async openAt(anchor: Anchor, placement: Placement = 'top-end'): Promise<void> {
    const again = this.used;
    this.used = true;
    const [box] = await Promise.all([
      this.#popup.show(anchor, placement, 8),
      import('../chat-emoji-panel/chat-emoji-panel.js'),
    ]);
    if (!box) return;
    const panel = this.renderRoot.querySelector('chat-emoji-panel');
    await panel?.updateComplete;
    if (again) void panel?.reset();
    // On a touch screen the search field would bring up the keyboard over the emoji.
    const focused = matchMedia('(pointer: coarse)').matches ? box : panel;
    focused?.focus({ preventScroll: true });
  }

  close(): void {
    this.#popup.hide();
  }

  // Keys of an open picker are nobody else's, Escape included.
  #onKeydown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key !== 'Escape') return;
    takeEscape(event);
    this.close();
  };

  // Closed before the page hears of it, so that whoever inserts the emoji may take the focus.
  #onEmoji = () => this.close();

  override render() {
    return html`<div
      class="popup picker"
      part="picker"
      role="dialog"
      tabindex="-1"
      aria-label=${this.#localize.term('emoji')}
      popover="auto"
      @toggle=${this.#popup.onToggle}
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
