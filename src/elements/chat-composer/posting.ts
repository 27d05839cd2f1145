import type { Outgoing } from '../../client/draft-types.js';
import type { ChatClient, MessageItem } from '../../client/types.js';
import { emit } from '../../lit/events.js';
import { ChatError } from '../../protocol/errors.js';
import { cleanText } from '../chat-composer-input/clean-text.js';
import { ask } from '../chat-confirm/ask.js';
import { tellFailure } from '../late/tell-failure.js';
import { limitOf, meOf, type Attempt, type Desk } from './desk.js';
import { emptiedQuestion, lastEditable } from './editable.js';
import { isSendable, outgoingOf, restore } from './outgoing.js';

interface About {
  /** The message that is edited or replied to, as it is. */
  subject(): MessageItem | undefined;
  /** What a reply in a thread has beside its content. */
  aside(): Pick<Outgoing, 'broadcast'>;
  sent(): void;
  /** It is back where it was written. */
  returned(error: ChatError): void;
  readonly attempt: Attempt;
}

/** Sends what is written, and ends replies and edits. */
export class Posting {
  #desk: Desk;
  #about: About;

  constructor(desk: Desk, about: About) {
    this.#desk = desk;
    this.#about = about;
  }

  get sendable(): boolean {
    return isSendable(this.#desk.draft(), limitOf(this.#desk));
  }

  send = (): void => {
    const { element, client, target, thread, draft } = this.#desk;
    const [now, place, written] = [client(), target(), draft()];
    if (!now || !place || !this.sendable) return;
    if (written.editing !== undefined)
      return this.#saveEdit(now, written.editing, cleanText(written.text));
    if (!this.post(outgoingOf(written))) return;
    now.drafts.clear(place, thread());
    element.focus();
  };

  /** Sends it where the composer stands; false when the page keeps it from being sent. */
  post = (content: Outgoing): boolean => {
    const { element } = this.#desk;
    const { replyTo } = this.#desk.draft();
    const thread = this.#desk.thread();
    const client = this.#desk.client();
    const target = this.#desk.target();
    const me = meOf(this.#desk);
    if (!client || !target) return false;
    const message: Outgoing = {
      ...content,
      ...(replyTo !== undefined && { quotedId: replyTo }),
      ...(thread && { parentId: thread, ...this.#about.aside() }),
    };
    if (!emit(element, 'chat-send', { target, message })) return false;
    client.typing.stop(target, thread);
    if (replyTo !== undefined) client.drafts.cancel(target, thread);
    client.messages.send(target, message).then(
      (sent) => emit(element, 'chat-sent', { target, message: sent }),
      (thrown: unknown) => {
        const error = ChatError.from(thrown);
        // It has not come into the outbox, where it would wait for a connection.
        if (error.code === 'offline' && meOf(this.#desk) === me) {
          restore(client.drafts, target, content, thread);
          const isHere = this.#desk.target() === target && this.#desk.thread() === thread;
          if (isHere) this.#about.returned(error);
        }
        emit(element, 'chat-error', { error, operation: 'message.send' });
      },
    );
    this.#about.sent();
    return true;
  };

  #saveEdit(client: ChatClient, id: string, text: string): void {
    const { element, localize } = this.#desk;
    if (text === '') {
      const place = [this.#desk.target()!, this.#desk.thread()] as const;
      // By then something else may be written, here or elsewhere.
      const isEdited = () => client.drafts.$draft(...place).get().editing === id;
      const onDeleted = () => (isEdited() ? client.drafts.cancel(...place) : undefined);
      const question = emptiedQuestion(client, id, localize, onDeleted);
      this.#about.attempt('chat-confirm', () => ask(element.renderRoot, question));
      return;
    }
    const before = this.#about.subject()?.message.text;
    this.cancel();
    if (text === before) return;
    tellFailure(element, 'message.edit', client.messages.edit(id, text));
  }

  /** Ends the reply or edit. */
  cancel = (): void => {
    const { element, client, target, thread } = this.#desk;
    const place = target();
    if (place) client()?.drafts.cancel(place, thread());
    element.focus();
  };

  escape(event: Event): void {
    const { editing, replyTo } = this.#desk.draft();
    if (editing === undefined && replyTo === undefined) return;
    event.preventDefault();
    this.cancel();
  }

  /** B71: Arrow up in an empty composer edits the last message of one's own. */
  recall(event: Event): void {
    const { client, target, thread, draft } = this.#desk;
    const [now, place, written] = [client(), target(), draft()];
    if (!now || !place || written.editing !== undefined || written.files.length > 0) return;
    const last = lastEditable(now, place, thread());
    if (!last) return;
    event.preventDefault();
    now.drafts.edit(place, last.message, thread());
  }
}
