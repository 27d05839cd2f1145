import type { Conversation, Message } from '../../protocol/records.js';
import { without } from '../stores/without.js';
import type { Window } from './window.js';

export interface LineContext {
  readonly me: string | undefined;
  readonly conversation: Conversation | undefined;
  get(id: string): Message | undefined;
}

/** Whether the first unread message lies above what is loaded. */
export function isUnreadAbove({ ids, older }: Window, { conversation, get }: LineContext): boolean {
  if (!conversation || conversation.unread === 0 || older.cursor === null) return false;
  return (get(ids[0] ?? '')?.seq ?? 0) > conversation.readSeq;
}

/** B35: set once, on opening, above the first message not read. */
export function withLine(window: Window, context: LineContext): Window {
  const { conversation, me, get } = context;
  const rest = without(window, 'unreadFrom');
  if (!conversation || conversation.unread === 0) return { ...rest, unreadCount: 0 };
  const { unread, unreadFrom: marked, readSeq } = conversation;
  const first = window.ids.find((id) => {
    const message = get(id);
    return message !== undefined && message.seq > readSeq && message.sender !== me;
  });
  const found = isUnreadAbove(window, context) ? undefined : first;
  const from = marked !== undefined && window.ids.includes(marked) ? marked : found;
  return { ...rest, unreadCount: unread, ...(from !== undefined && { unreadFrom: from }) };
}

export function withoutLine(window: Window): Window {
  if (window.unreadFrom === undefined && window.unreadCount === 0) return window;
  return { ...without(window, 'unreadFrom'), unreadCount: 0 };
}
