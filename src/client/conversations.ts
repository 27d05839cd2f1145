import { computed } from 'nanostores';
import { conversationTarget } from '../protocol/ids.js';
import { pageLimits } from '../protocol/page-limits.js';
import type { ConversationQuery } from '../protocol/queries.js';
import type { Conversation } from '../protocol/records.js';
import type { Core } from './core.js';
import type { Drafts } from './drafts.js';
import type { Items } from './feed/item.js';
import { keepFresh } from './session/keep-fresh.js';
import { createList } from './stores/list.js';
import { createRow, type Row } from './stores/memo.js';
import type { People } from './people.js';
import type { StandIns } from './stand-ins.js';
import { createStores } from './stores/stores.js';
import { conversationOf, keyOf, targetOfKey } from './targets.js';
import type { ChatClient, ConversationItem, MessageItem } from './types.js';
import type { Typing } from './typing.js';

interface Parts {
  readonly people: People;
  readonly items: Items;
  readonly drafts: Drafts;
  readonly typing: Typing;
  readonly standIns: StandIns;
}

export function createConversations(core: Core, parts: Parts): ChatClient['conversations'] {
  const { people, items, drafts, typing, standIns } = parts;

  const $byKey = createStores<Conversation | undefined>(
    (key) =>
      computed([core.$shown, core.$session], (shown) => {
        const held = shown.get('conversations', conversationOf(core.me(), targetOfKey(key)));
        return held?.removedAt === undefined ? held : undefined;
      }),
    (key) => {
      const target = targetOfKey(key);
      const refresh = async (missed: boolean) => {
        const me = core.me();
        if (!me || (!missed && core.tables.get('conversations', conversationOf(me, target))))
          return;
        // Refused until its first message (M1).
        await core.query('conversation.get', { target });
      };
      return keepFresh(core, 'conversation.get', refresh);
    },
  );

  function itemOf(
    conversation: Conversation,
    row: Row<ConversationItem>,
    lastRow: Row<MessageItem>,
  ): ConversationItem {
    const { id, type } = conversation;
    const target = conversationTarget(core.me() ?? '', id);
    const user = type === 'user' ? people.get(conversation.with) : undefined;
    const group = type === 'group' ? core.$shown.get().get('groups', conversation.with) : undefined;
    const last =
      conversation.lastMessageId === undefined
        ? undefined
        : items.get(conversation.lastMessageId, lastRow);
    const typists = typing.typists(id);
    const draft = drafts.preview(target);
    return row(id, [conversation, user, group, last, typists, draft], () => ({
      id,
      target,
      conversation,
      ...(user && { user }),
      ...(group && { group }),
      ...(last && { last }),
      typing: typists,
      ...(draft !== undefined && { draft }),
    }));
  }

  return {
    $conversation: (target) => $byKey(keyOf(target)),
    list(query = {}) {
      // One for each conversation, as long as the list.
      const last = createRow<MessageItem>();
      return createList<'conversations', ConversationItem>(core, {
        table: 'conversations',
        limit: pageLimits['conversation.list'][0],
        also: [typing.also, drafts.also],
        fetch: (page) => core.query('conversation.list', { ...query, ...page }),
        item: (conversation, row) =>
          itemOf(conversation, row, (_id, ...made) => last(conversation.id, ...made)),
        belongs: (conversation) => belongs(conversation, query, core.environment.now()),
        // Names are the server's to search: what it found stays, what moves does not enter.
        closed: !!query.search,
        compare,
      });
    },
    $unread: standIns.store(
      0,
      ({ conversations }) => conversations.$unread,
      (error) => {
        core.report(error, 'unread.count');
        return 0;
      },
    ),
    ...standIns.queries('conversations', 'query'),
    ...standIns.verbs(
      'conversations',
      'get',
      'unreadCounts',
      'markRead',
      'markDelivered',
      'delete',
      'pin',
      'mute',
      'tag',
    ),
  };
}

/** The app's pins, one's own, then what moved last. */
function compare(a: Conversation, b: Conversation): number {
  const rank = ({ pinnedAt, pinnedBy }: Conversation) =>
    pinnedAt === undefined ? 0 : pinnedBy === 'system' ? 2 : 1;
  return rank(b) - rank(a) || b.activeAt - a.activeAt || (a.id < b.id ? -1 : 1);
}

function belongs(conversation: Conversation, query: ConversationQuery, now: number): boolean {
  return (
    (query.type === undefined || conversation.type === query.type) &&
    (!query.unread || conversation.unread > 0) &&
    (query.muted === undefined || query.muted === (conversation.mutedUntil ?? 0) > now) &&
    (!query.pinnedBy?.length || query.pinnedBy.some((by) => by === conversation.pinnedBy)) &&
    (!query.tags?.length || query.tags.some((tag) => conversation.tags?.includes(tag)))
  );
}
