import type { MessageItem } from '../../../client/types.js';
import { icons } from '../../../lit/icons.js';
import { laterIcons } from '../../../lit/later-icons.js';
import { rowIcons } from '../../../lit/row-icons.js';
import type { Localize } from '../../../lit/localize.js';
import '../../../locales/en-later.js';
import '../../../locales/en-rows.js';
import type { MenuItem } from '../../chat-menu/chat-menu.js';
import { canReword, remedyFor } from '../../chat-message/below/remedy.js';
import { isEditable } from '../../is-editable.js';

export type MessageEntry =
  | 'react'
  | 'reply'
  | 'thread'
  | 'copy'
  | 'edit'
  | 'info'
  | 'reactions'
  | 'unread'
  | 'pin'
  | 'unpin'
  | 'save'
  | 'unsave'
  | 'report'
  | 'delete'
  | 'retry'
  | 'discard';

/** Whether there are threads at all, and whether the list is one. */
export interface MenuPlace {
  readonly threads: boolean;
  readonly inThread: boolean;
  /** Whether one may ask who reacted. */
  readonly reactions: boolean;
}

/**
 * What can be done with a message: exactly what the server says, and what needs no server. In a thread nothing leads into
 * another one, and nothing is marked unread: that is said of conversations.
 */
export function messageEntries(
  item: MessageItem,
  localize: Localize,
  { threads, inThread, reactions }: MenuPlace,
): readonly MenuItem[] {
  const entries: MenuItem[] = [];
  const add = (id: MessageEntry, label: string, icon: MenuItem['icon'], danger = false) =>
    entries.push({ id, label, danger, ...(icon && { icon }) });
  const { message, state, mine } = item;
  const { can, text } = message;
  if (message.deletedAt !== undefined || message.category === 'action') return entries;
  if (state === 'failed' || state === 'pending') {
    if (state === 'failed' && remedyFor(item.error) === 'again')
      add('retry', localize.term('retry'), laterIcons.retry);
    if (text) add('copy', localize.term('copyText'), laterIcons.copy);
    if (canReword(item)) add('edit', localize.term('edit'), laterIcons.edit);
    add('discard', localize.term('discard'), laterIcons.trash, true);
    return entries;
  }
  if (can.includes('react')) add('react', localize.term('react'), laterIcons.react);
  if (can.includes('reply')) add('reply', localize.term('reply'), laterIcons.reply);
  if (threads && !inThread && can.includes('reply')) {
    add('thread', localize.term('replyInThread'), rowIcons.thread);
  }
  if (text) add('copy', localize.term('copyText'), laterIcons.copy);
  if (isEditable(item)) add('edit', localize.term('edit'), laterIcons.edit);
  if (can.includes('receipts') && mine) add('info', localize.term('messageInfo'), laterIcons.info);
  if (reactions && message.reactions?.length)
    add('reactions', localize.term('whoReacted'), icons.smile);
  if (can.includes('unread') && !inThread)
    add('unread', localize.term('markUnread'), laterIcons.mail);
  if (can.includes('pin')) {
    if (message.pinnedAt === undefined) add('pin', localize.term('messagePin'), rowIcons.pin);
    else add('unpin', localize.term('messageUnpin'), laterIcons.pinOff);
  }
  if (can.includes('save')) {
    if (message.savedAt === undefined) add('save', localize.term('messageSave'), rowIcons.bookmark);
    else add('unsave', localize.term('messageUnsave'), laterIcons.bookmarkOff);
  }
  if (can.includes('flag')) add('report', localize.term('report'), laterIcons.flag);
  if (can.includes('delete')) add('delete', localize.term('delete'), laterIcons.trash, true);
  return entries;
}
