import type { ChatClient } from '../../client/types.js';
import { isolated } from '../../lit/isolate.js';
import type { Localize } from '../../lit/localize.js';
import '../../locales/en-rows.js';
import type { Message, User } from '../../protocol/records.js';
import { previewOf } from '../words/message-preview.js';
import type { Alert } from './alerts.js';
import { popUp } from './reach.js';

/** What stands beside the page, one a conversation, until it is read there or pressed. */
export class PopUps {
  #client: ChatClient;
  #localize: Localize;
  #pressed: (alert: Alert) => void;
  #shown = new Map<string, { readonly popUp: Notification; readonly message: Message }>();
  #stops: readonly (() => void)[];

  constructor(client: ChatClient, localize: Localize, pressed: (alert: Alert) => void) {
    this.#client = client;
    this.#localize = localize;
    this.#pressed = pressed;
    this.#stops = [
      client.on('conversation.changed', ({ conversation: { id, readSeq, removedAt } }) => {
        // A reply in a thread may not count as unread.
        const seq = this.#shown.get(id)?.message.seq ?? Infinity;
        if (readSeq >= seq || removedAt !== undefined) this.#close(id);
      }),
      client.on('message.deleted', ({ message: { id, conversationId } }) => {
        if (this.#shown.get(conversationId)?.message.id === id) this.#close(conversationId);
      }),
      // Who is signed out has left their messages, too.
      client.on('session.left', () => this.#closeAll()),
      client.on('session.ended', () => this.#closeAll()),
    ];
  }

  close(): void {
    for (const stop of this.#stops) stop();
    this.#closeAll();
  }

  #closeAll(): void {
    for (const id of [...this.#shown.keys()]) this.#close(id);
  }

  /** Takes the place of an earlier one of the same conversation. */
  show(alert: Alert): void {
    const { conversation, message } = alert;
    const shown = popUp(this.#titleOf(alert), {
      body: this.#textOf(alert),
      tag: `chat-elements/${conversation.id}`,
      lang: this.#localize.lang(),
      dir: this.#localize.dir() === 'rtl' ? 'rtl' : 'ltr',
      // What is to be heard is the page's to say.
      silent: true,
    });
    if (!shown) return;
    this.#shown.set(conversation.id, { popUp: shown, message });
    shown.onclick = (event) => {
      event.preventDefault();
      this.#close(conversation.id);
      window.focus();
      this.#pressed(alert);
    };
  }

  #close(id: string): void {
    this.#shown.get(id)?.popUp.close();
    this.#shown.delete(id);
  }

  #titleOf({ target: { uid, guid }, conversation: { unread } }: Alert): string {
    const { users, groups } = this.#client;
    const party = uid === undefined ? groups.$group(guid).get() : users.$user(uid).get();
    const name = party?.name ?? uid ?? guid ?? '';
    return unread > 1 ? `${name} (${this.#localize.number(unread)})` : name;
  }

  #textOf({ message, target }: Alert): string {
    const localize = this.#localize;
    const { sender, people } = this.#client.messages.$message(message.id).get() ?? {};
    const text = previewOf(message, people ?? new Map<string, User>(), localize);
    if (target.uid !== undefined) return text;
    return localize.term('heard', isolated(sender?.name ?? message.sender, localize.dir()), text);
  }
}
