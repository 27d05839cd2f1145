import type { ChatClient, MessageItem } from '../../client/types.js';
import type { Localize } from '../../lit/localize.js';
import type { Attachment } from '../../protocol/records.js';
import type { MessageRow } from './message-row.js';

/** What a row asks of the list it is in: one object for all rows, so that handing it over renders nothing. */
export interface MessageHost {
  readonly client: ChatClient;
  readonly localize: Localize;
  readonly me: string | undefined;
  /** The list shows a thread. */
  readonly inThread: boolean;
  /** What can be done with the message under the pointer. */
  toolbar(item: MessageItem): unknown;
  /** Why it is stuck, and the ways out. */
  trouble(row: MessageRow): unknown;
  /** Does something with a message, as soon as what does it is loaded. */
  act(run: (acts: MessageActs) => void): void;
  openPerson(uid: string): void;
  /** False when the page takes care of it. */
  openLink(href: string): boolean;
}

/** What one can do with a message, from its row. */
export interface MessageActs {
  react(item: MessageItem, reaction: string): void;
  pickReaction(item: MessageItem, anchor: Element): void;
  reply(item: MessageItem): void;
  openMenu(item: MessageItem, anchor: Element): void;
  /** The thread it begins, or is a reply in. */
  openThread(item: MessageItem): void;
  /** Calls who called or was called, or joins the call of a group. */
  call(item: MessageItem): void;
  openAttachment(item: MessageItem, attachment: Attachment): void;
  /** Shows the message a quote refers to. */
  jump(id: string): void;
  dismissLink(item: MessageItem, url: string): void;
  retry(item: MessageItem): void;
  discard(item: MessageItem): void;
  edit(item: MessageItem): void;
  copy(text: string): void;
}
