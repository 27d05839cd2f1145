import { css, nothing, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { define } from '../../lit/define.js';
import { StoreController } from '../../lit/store-controller.js';
import { tokens } from '../../lit/tokens.styles.js';
import { ChatElement } from '../chat-element.js';
import type { Teller } from './teller.js';

/**
 * Tells of messages that nobody looks at: counts what is unread in the page's title and on the icon of the app, and with
 * `audible` and `desktop` does more. Nothing to see, until it asks for leave.
 *
 * @customElement chat-notifications
 * @fires {ChatEventMap['chat-notify']} chat-notify - A message is about to be told of; prevent it to do so yourself.
 * @fires {ChatEventMap['chat-select']} chat-select - What stood beside the page was pressed: its conversation.
 * @fires {ChatEventMap['chat-show']} chat-show - And its message.
 * @csspart prompt - Why notifications are asked for, or that they cannot be had.
 */
export class ChatNotifications extends ChatElement {
  static override styles = [
    tokens,
    css`
      :host {
        display: contents;
      }
    `,
  ];

  /** One short sound for what comes, as far as the browser allows. */
  @property({ type: Boolean }) audible = false;
  /** What comes while the page is out of sight is shown beside it, once the reader has allowed it. */
  @property({ type: Boolean }) desktop = false;
  /** Leaves the page's title and the icon of the app alone. */
  @property({ type: Boolean }) uncounted = false;

  readonly #unread = new StoreController(this, () => this.client?.conversations.$unread);
  #teller: Teller | undefined;
  #loading: Promise<void> | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#teller?.follow(undefined, 0);
  }

  protected override updated(_changed: PropertyValues): void {
    // What could not be had is asked for again with the next message.
    this.#load().catch(() => (this.#loading = undefined));
    if (this.isConnected)
      this.#teller?.follow(this.client, this.uncounted ? 0 : (this.#unread.value ?? 0));
  }

  /** Asks for leave again, whatever was answered before: for a button of the page's own. */
  async ask(): Promise<void> {
    await this.#load();
    this.#teller?.ask();
  }

  #load(): Promise<void> {
    return (this.#loading ??= import('./teller.js').then(({ Teller }) => {
      this.#teller = new Teller(this, this.localize);
      this.requestUpdate();
    }));
  }

  override render() {
    return this.#teller?.render() ?? nothing;
  }
}

define('chat-notifications', ChatNotifications);
declare global {
  interface HTMLElementTagNameMap {
    'chat-notifications': ChatNotifications;
  }
}
