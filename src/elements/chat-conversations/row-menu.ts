import type { ChatClient, ConversationItem } from '../../client/types.js';
import type { Localize } from '../../lit/localize.js';
import { ask } from '../chat-confirm/ask.js';
import type { Question } from '../chat-confirm/chat-confirm.js';
import type { MenuItem } from '../chat-menu/chat-menu.js';
import { act, conversationMenu, type Subject } from '../conversation-acts.js';
import type { Offers } from '../offers.js';
import { conversationName } from './conversation-row.js';

function subjectOf(item: ConversationItem): Subject {
  const { target, conversation, user, group } = item;
  return { target, name: conversationName(item), conversation, user, group };
}

/** What one may do with a row. */
export function menuOf(item: ConversationItem, offers: Offers, localize: Localize): MenuItem[] {
  return conversationMenu(subjectOf(item), offers, Date.now(), localize);
}

/** Does it, or asks first. */
export function choose(
  item: ConversationItem,
  id: string,
  client: ChatClient,
  on: Omit<Parameters<typeof act>[3], 'confirm'>,
): void {
  const confirm = { ask: (question: Question) => ask(on.root, question) };
  act(id, subjectOf(item), client, { ...on, confirm });
}
