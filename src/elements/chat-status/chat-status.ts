import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { controls } from '../../lit/controls.styles.js';
import { define } from '../../lit/define.js';
import { laterIcons } from '../../lit/later-icons.js';
import { StoreController } from '../../lit/store-controller.js';
import { tokens } from '../../lit/tokens.styles.js';
import '../../locales/en-later.js';
import { ChatElement } from '../chat-element.js';
import { signedOutText } from '../words/error-text.js';

/** Short interruptions are nobody's business (B112). */
const patience = 3000;

/**
 * Says so while there is no connection, from the third second on, and when the session was ended.
 *
 * @customElement chat-status
 * @csspart banner - The line that appears.
 */
export class ChatStatus extends ChatElement {
  static override styles = [
    tokens,
    controls,
    css`
      :host {
        display: block;
      }
      .banner {
        --_chat-icon-size: 16px;
        display: flex;
        align-items: center;
        justify-content: center;
        gap: var(--_chat-space-2);
        padding: 6px var(--_chat-space-4);
        background: var(--_chat-color-text);
        color: var(--_chat-color-surface);
        font-size: var(--_chat-font-size-xs);
        font-weight: 600;
        animation: banner-in var(--_chat-motion);
      }
      @keyframes banner-in {
        from {
          opacity: 0;
        }
      }
      @media (forced-colors: active) {
        .banner {
          border-block-end: 1px solid;
        }
      }
    `,
  ];

  @state() private late = false;

  readonly #status = new StoreController(this, () => this.client?.$status);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #waiting = false;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
    this.#waiting = false;
  }

  protected override updated(_changed: PropertyValues): void {
    const lost = this.#lostSince();
    if ((lost !== undefined) === this.#waiting) return;
    this.#waiting = lost !== undefined;
    clearTimeout(this.#timer);
    // The client's clock need not be this one.
    const gone = lost === undefined ? patience : Math.min(Math.max(Date.now() - lost, 0), patience);
    this.#timer = setTimeout(() => (this.late = lost !== undefined), patience - gone);
  }

  #lostSince(): number | undefined {
    const status = this.#status.value;
    if (status?.phase !== 'signedIn') return undefined;
    const { connection, since } = status;
    return connection === 'offline' || connection === 'connecting' ? since : undefined;
  }

  override render() {
    const status = this.#status.value;
    const { localize } = this;
    // Without an error nobody has been signed in yet, or somebody has signed out themselves.
    const ended = status?.phase === 'signedOut' && status.error;
    return html`<div role="status">
      ${ended ? this.#renderBanner(laterIcons.user, signedOutText(status, localize)) : nothing}
      ${this.late ? this.#renderBanner(laterIcons.offline, localize.term('connectionLost')) : nothing}
    </div>`;
  }

  #renderBanner(icon: TemplateResult, text: string) {
    return html`<div class="banner" part="banner">${icon}<span>${text}</span></div>`;
  }
}

define('chat-status', ChatStatus);
declare global {
  interface HTMLElementTagNameMap {
    'chat-status': ChatStatus;
  }
}
