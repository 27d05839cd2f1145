import { ChatError } from '../protocol/errors.js';
import type { Core } from './core.js';
import { createFeed } from './feed/feed.js';
import type { OwnFeed } from './feed/feed-types.js';
import type { Items } from './feed/item.js';
import type { StandIns } from './stand-ins.js';
import { createStores } from './stores/stores.js';
import { keyOf, normalize } from './targets.js';
import type { ChatClient, MessageItem } from './types.js';

interface Messages {
  readonly feature: ChatClient['messages'];
  readonly feeds: ReadonlyMap<string, OwnFeed>;
}

export function createMessages(core: Core, items: Items, standIns: StandIns): Messages {
  const { late, act } = standIns;
  const feeds = new Map<string, OwnFeed>();
  const $message = createStores((id) =>
    standIns.store<MessageItem | undefined>(
      undefined,
      ({ messages }) => messages.$message(id),
      (error) => void core.report(error, 'message.get'),
    ),
  );

  const feature: ChatClient['messages'] = {
    feed(given, { parentId, filter } = {}) {
      const target = normalize(given);
      const key = JSON.stringify([keyOf(target), parentId, filter]);
      const held = feeds.get(key);
      if (held) return held;
      // Hiding the blocked leaves the whole conversation, to be read as such.
      const isPart = Object.keys(filter ?? {}).some((name) => name !== 'hideBlocked');
      const feed = createFeed(core, items, late, {
        target,
        ...(parentId !== undefined && { parentId }),
        // Replies are read in their thread, unless asked for here.
        filter: { ...(parentId === undefined && { hideReplies: true }), ...filter },
        partial: parentId !== undefined || isPart,
        filtered: isPart,
      });
      feeds.set(key, feed);
      return feed;
    },
    $message: (id) => $message(id),
    ...standIns.lists('messages', 'pinned', 'saved', 'search', 'threads'),
    ...standIns.queries('messages', 'query', 'queryReactions', 'queryThreads'),
    ...standIns.verbs(
      'messages',
      'send',
      'edit',
      'delete',
      'dismissLink',
      'react',
      'pin',
      'save',
      'interact',
    ),
    ...standIns.verbs('messages', 'reactions', 'receipts', 'get', 'subscribe', 'flag'),
    ...standIns.verbs('messages', 'flagReasons', 'markDelivered', 'markUnread'),
    // Before they are loaded nothing can have failed, and nothing waits.
    retry: (id) => late.now?.messages.retry(id),
    discard(id) {
      if (late.now) return late.now.messages.discard(id);
      const held = core.tables.get('messages', id);
      if (held?.moderation !== 'disapproved') return undefined;
      act(({ messages }) => messages.discard(id)).catch((error: unknown) =>
        core.report(ChatError.from(error), 'message.delete'),
      );
      return held.text;
    },
  };
  return { feature, feeds };
}
