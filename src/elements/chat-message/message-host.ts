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
  react(item: MessageItem, reaction: string): void;
  pickReaction(item: MessageItem, anchor: Element): void;
  reply(item: MessageItem): void;
  openMenu(item: MessageItem, anchor: Element): void;
  /** The thread it begins, or is a reply in. */
  openThread(item: MessageItem): void;
  /** Calls who called or was called, or joins the call of a group. */
  call(item: MessageItem): void;
  openPerson(uid: string): void;
  /** False when the page takes care of it. */
  openLink(href: string): boolean;
  openAttachment(item: MessageItem, attachment: Attachment): void;
  /** Shows the message a quote refers to. */
  jump(id: string): void;
  dismissLink(item: MessageItem, url: string): void;
  retry(item: MessageItem): void;
  discard(item: MessageItem): void;
  copy(text: string): void;
}
