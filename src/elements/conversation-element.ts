import { ContextConsumer } from '@lit/context';
import { property } from 'lit/decorators/property.js';
import { targetContext } from '../lit/context.js';
import type { Target } from '../protocol/ids.js';
import { ChatElement } from './chat-element.js';
import { OwnTarget } from './own-target.js';
import type { Place } from './peer-stores.js';

/** The base of elements that show one conversation: their own, or the one on show in the scope. */
export abstract class ConversationElement extends ChatElement {
  /** Pins the element to the conversation with this user. */
  @property() uid: string | undefined;
  /** Pins the element to this group. */
  @property() guid: string | undefined;

  readonly #shown = new ContextConsumer(this, { context: targetContext, subscribe: true });
  readonly #own = new OwnTarget();

  /** The conversation on show in the scope. */
  protected get shown(): Target | undefined {
    return this.#shown.value;
  }

  /** The conversation on show: an own attribute wins over the scope. */
  get target(): Target | undefined {
    const { uid, guid } = this;
    return uid || guid ? this.#own.of(this.localName, uid, guid) : this.shown;
  }

  /** What the stores of a conversation follow. */
  protected place(): ReturnType<Place> {
    const { client, target } = this;
    return { client, target };
  }
}
