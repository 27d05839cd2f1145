import { css, html, LitElement, type PropertyValues } from 'lit';
import { property } from 'lit/decorators/property.js';
import { createChatClient } from '../../client/client.js';
import type { ChatClient } from '../../client/types.js';
import { define } from '../../lit/define.js';
import { emit, type ConnectOptions } from '../../lit/events.js';
import { createScope } from '../../lit/scope.js';
import { warn } from '../../lit/warn.js';
import type { Backend, Credentials } from '../../protocol/backend.js';
import type { ErrorCode } from '../../protocol/errors.js';

/** What it is told by attributes. */
const options = ['appId', 'region', 'uid', 'authKey', 'authToken', 'server'] as const;

/**
 * Sets up a subtree: everything inside shares one client and one conversation on show. Two providers on one page are
 * two people.
 *
 * @customElement chat-provider
 * @slot - The part of the page that belongs to this user.
 * @fires {ChatEventMap['chat-connect']} chat-connect - Asks the page for a backend; answer with `event.detail.provide`.
 * @fires {ChatEventMap['chat-error']} chat-error - Signing in failed; it is tried again where the error is `retryable`.
 */
export class ChatProvider extends LitElement {
  static override styles = css`
    :host {
      display: contents;
    }
  `;

  /** App ID. */
  @property({ attribute: 'app-id' }) appId: string | undefined;
  /** Where the app is hosted, for backends that have regions. */
  @property() region: string | undefined;
  /** Whom to sign in. In production use `authToken`. */
  @property() uid: string | undefined;
  /** For development only: it signs anyone in. */
  @property({ attribute: 'auth-key' }) authKey: string | undefined;
  /** Minted by the app's server for this user. */
  @property({ attribute: 'auth-token' }) authToken: string | undefined;
  /** Address of the server. */
  @property() server: string | undefined;
  /** A client of one's own; attributes are then not looked at. */
  @property({ attribute: false }) client: ChatClient | undefined;

  readonly #scope = createScope(this);
  #made: ChatClient | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // Moving in the DOM disconnects and connects at once: only a real removal ends the session.
    queueMicrotask(() => {
      if (!this.isConnected) this.#drop();
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.requestUpdate();
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!this.isConnected) return;
    if (this.client) {
      if (this.client === this.#scope.client.value) return;
      this.#drop();
      this.#scope.client.value = this.client;
      return;
    }
    // Lit makes `null` of an attribute that is removed.
    const given = options.filter((name) => this[name] != null);
    if (given.length === 0) this.#drop();
    else if (!this.#made || options.some((name) => changed.has(name)))
      this.#connect(Object.fromEntries(given.map((name) => [name, this[name]])));
  }

  #connect(options: ConnectOptions): void {
    this.#drop();
    let answer: { backend: Backend; credentials: Credentials } | undefined;
    const provide = (backend: Backend, credentials: Credentials) => {
      answer ??= { backend, credentials };
    };
    const open = emit(this, 'chat-connect', { options, provide });
    if (!answer) {
      // Prevented without an answer: somebody will set `client`.
      if (open) warn('no-backend', '<chat-provider> found nobody to connect it to a backend.');
      return;
    }
    if (this.authKey != null)
      warn('auth-key', 'An Auth Key signs anyone in: use it for development only.');
    const client = createChatClient({ backend: answer.backend, storage: 'none' });
    this.#made = client;
    this.#scope.client.value = client;
    let told: ErrorCode | undefined;
    client.on('session.failed', ({ error }) => {
      if (this.#made === client && error.code !== told)
        emit(this, 'chat-error', { error, operation: 'signIn' });
      told = error.code;
    });
    client.signIn(answer.credentials).catch(() => undefined);
  }

  #drop(): void {
    void this.#made?.close();
    this.#made = undefined;
    this.#scope.target.value = undefined;
    if (!this.client) this.#scope.client.value = undefined;
  }

  override render() {
    return html`<slot></slot>`;
  }
}

define('chat-provider', ChatProvider);
declare global {
  interface HTMLElementTagNameMap {
    'chat-provider': ChatProvider;
  }
}
