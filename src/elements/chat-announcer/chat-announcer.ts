import { css, html, LitElement } from 'lit';
import { state } from 'lit/decorators.js';
import { define } from '../../lit/define.js';

const pause = 1000;

/**
 * Says things to those who hear the page, one at a time and not faster than they can follow. Nothing to see.
 *
 * @customElement chat-announcer
 */
export class ChatAnnouncer extends LitElement {
  static override styles = css`
    /* At the foot of a page that fills the window, a place of its own would be one to scroll to. */
    :host {
      position: fixed;
      inset: 0 auto auto 0;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }
  `;

  @state() private polite = '';
  @state() private urgent = '';

  #next: string | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #clear: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
    clearTimeout(this.#clear);
    this.#timer = this.#next = undefined;
  }

  /** When there is a pause. What has not been said when the next comes is left out. */
  say(text: string): void {
    this.#next = text;
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.polite = this.#next ?? '';
      this.#forget();
    }, pause);
  }

  /** At once. */
  alert(text: string): void {
    this.urgent = text;
    this.#forget();
  }

  // Left standing, the text would be read again by whoever browses the page, and the same text would not be news.
  #forget(): void {
    clearTimeout(this.#clear);
    this.#clear = setTimeout(() => {
      this.polite = this.urgent = '';
    }, 5000);
  }

  override render() {
    return html`<div role="status" aria-live="polite">${this.polite}</div>
      <div role="alert">${this.urgent}</div>`;
  }
}

define('chat-announcer', ChatAnnouncer);
declare global {
  interface HTMLElementTagNameMap {
    'chat-announcer': ChatAnnouncer;
  }
}
