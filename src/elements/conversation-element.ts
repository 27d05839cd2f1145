import { consume } from '@lit/context';
import { property, state } from 'lit/decorators.js';
import { targetContext } from '../lit/context.js';
import { warn } from '../lit/warn.js';
import { normalizeId, type Target } from '../protocol/ids.js';
import { ChatElement } from './chat-element.js';

/** The base of elements that show one conversation: their own, or the one on show in the scope. */
export abstract class ConversationElement extends ChatElement {
  /** Pins the element to the conversation with this user. */
  @property() uid: string | undefined;
  /** Pins the element to this group. */
  @property() guid: string | undefined;

  @consume({ context: targetContext, subscribe: true })
  @state()
  protected shown: Target | undefined;

  // The same conversation is the same object, so that `===` tells whether it changed.
  private own: { target: Target | undefined; key: string } = { target: undefined, key: '' };

  /** The conversation on show: an own attribute wins over the scope. */
  get target(): Target | undefined {
    const { uid, guid } = this;
    if (!uid && !guid) return this.shown;
    const key = guid ? `guid ${guid}` : `uid ${uid}`;
    if (key !== this.own.key) this.own = { key, target: this.parse(uid, guid) };
    return this.own.target;
  }

  private parse(uid: string | undefined, guid: string | undefined): Target | undefined {
    try {
      return guid ? { guid: normalizeId('GUID', guid) } : { uid: normalizeId('UID', uid) };
    } catch (error) {
      // A bad attribute value must not break the page.
      warn('bad-id', `<${this.localName}>: ${String(error)}`);
      return undefined;
    }
  }
}
