import { pageLimits } from '../../../protocol/page-limits.js';
import type { Cursor, MessageFilter, Page, ThreadQuery } from '../../../protocol/queries.js';
import type { Message } from '../../../protocol/records.js';
import type { Target } from '../../../protocol/ids.js';
import type { Core } from '../../core.js';
import type { Items } from '../../feed/item.js';
import { createList } from '../../stores/list.js';
import { conversationOf, normalize } from '../../targets.js';
import type { List } from '../../stores/list-types.js';
import type { ChatClient, MessageItem } from '../../types.js';
import { matches } from '../feed/filter.js';

interface Kind {
  readonly limit: number;
  fetch(page: { readonly after?: Cursor; readonly limit: number }): Promise<Page>;
  belongs(message: Message): boolean;
  /** What changes may not enter by itself: only the server knows what belongs. */
  readonly closed?: boolean;
  /** Greatest first. */
  by(message: Message): number;
}

/** Messages apart from their conversations: what was pinned, saved, found, and threads. */
export function createMessageLists(
  core: Core,
  items: Items,
  hold: (ids: () => readonly string[]) => () => void,
): Pick<ChatClient['messages'], 'pinned' | 'saved' | 'search' | 'threads'> {
  const listOf = ({ limit, fetch, belongs, closed, by }: Kind): List<MessageItem> =>
    createList<'messages', MessageItem>(core, {
      table: 'messages',
      limit,
      fetch,
      // A record that is listed is there, so it has a row.
      item: (message, row) => items.get(message.id, row)!,
      belongs: (message) => message.deletedAt === undefined && belongs(message),
      ...(closed && { closed }),
      compare: (a, b) => by(b) - by(a) || b.seq - a.seq,
      onShow: hold,
    });

  function search(filter: MessageFilter & { readonly target?: Target }) {
    const { target, ...rest } = filter;
    const params = target ? { ...rest, target: normalize(target) } : rest;
    const limit = pageLimits['message.search'][0];
    return { limit, fetch: (page: object) => core.query('message.search', { ...params, ...page }) };
  }

  return {
    pinned: (target) =>
      listOf({
        ...search({ target, pinned: true }),
        belongs: ({ pinnedAt, conversationId }) =>
          pinnedAt !== undefined && conversationId === conversationOf(core.me(), target),
        by: ({ pinnedAt = 0 }) => pinnedAt,
      }),
    saved: () =>
      listOf({
        ...search({ saved: true }),
        belongs: ({ savedAt }) => savedAt !== undefined,
        by: ({ savedAt = 0 }) => savedAt,
      }),
    search: (filter) =>
      listOf({
        ...search(filter),
        belongs: (message) => matches(message, filter, undefined, core),
        closed: true,
        by: ({ sentAt }) => sentAt,
      }),
    threads: ({ target, ...rest }: ThreadQuery = {}) =>
      listOf({
        limit: pageLimits['thread.list'][0],
        fetch: (page) =>
          core.query('thread.list', {
            ...rest,
            ...(target && { target: normalize(target) }),
            ...page,
          }),
        belongs: ({ replyCount = 0, threadSubscribed }) => replyCount > 0 || !!threadSubscribed,
        closed: true,
        by: ({ lastReplyAt, sentAt }) => lastReplyAt ?? sentAt,
      }),
  };
}
