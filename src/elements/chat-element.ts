import { ContextConsumer } from '@lit/context';
import { LitElement } from 'lit';
import type { ChatClient } from '../client/types.js';
import { clientContext } from '../lit/context.js';
import { Localize } from '../lit/localize.js';
import { warn } from '../lit/warn.js';
// A context request is made once, when an element connects: the provider has to be upgraded before.
import './chat-provider/chat-provider.js';
import { fetchLater } from './late/later.js';

/** The base of connected elements: they find their client in the nearest scope. */
export abstract class ChatElement extends LitElement {
  readonly #client = new ContextConsumer(this, { context: clientContext, subscribe: true });
  protected readonly localize = new Localize(this);

  /** The client of the nearest `<chat-provider>`, or of the page. */
  protected get client(): ChatClient | undefined {
    return this.#client.value;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    fetchLater();
    setTimeout(() => {
      if (this.isConnected && !this.client) {
        warn('no-provider', `<${this.localName}> found no <chat-provider> around it.`);
      }
    }, 3000);
  }
}
