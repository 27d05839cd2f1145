import { computed } from 'nanostores';
import { ChatError } from '../protocol/errors.js';
import type { OpenFeeds } from './acts/messages.js';
import type { Core } from './core.js';
import { createFeed, type OwnFeed } from './feed.js';
import { isApart } from './filter.js';
import { quotedBy, type Items } from './item.js';
import { keepFresh } from './keep-fresh.js';
import { createMemo } from './memo.js';
import { createReceipts } from './receipts.js';
import type { StandIns } from './stand-ins.js';
import { createStores } from './stores.js';
import { conversationOf, keyOf, normalize } from './targets.js';
import type { ChatClient, MessageItem } from './types.js';

interface Parts {
  readonly items: Items;
  readonly standIns: StandIns;
}

interface Messages extends OpenFeeds {
  readonly feature: ChatClient['messages'];
}

/** Going back and forth between a few conversations shows them at once. */
const windowsKept = 5;

export function createMessages(core: Core, { items, standIns }: Parts): Messages {
  const { late, act } = standIns;
  const feeds = new Map<string, OwnFeed>();
  /** Feeds that are not on show any more and still hold their window, oldest first. */
  const left = new Set<OwnFeed>();
  /** Feeds without the messages of those one is apart from. */
  const hiding = new Set<OwnFeed>();
  /** Lists on show, which hold their messages too. */
  const shown = new Set<() => readonly string[]>();

  const $message = createStores<MessageItem | undefined>(
    (id) => {
      const memo = createMemo<MessageItem | undefined>();
      return computed([core.$shown, core.$session], () =>
        memo.pass((row) => items.get(id, row as never)),
      );
    },
    (id) =>
      keepFresh(core, 'message.get', async (missed) => {
        if (core.me() && (missed || !core.$shown.get().get('messages', id)))
          await core.query('message.get', { id });
      }),
  );

  /** Records that no other feed, conversation or quote shows are let go. */
  function release(dropped: readonly string[]): void {
    if (dropped.length === 0) return;
    const held = new Set([...shown].flatMap((ids) => ids()));
    for (const id of [...feeds.values()].flatMap((feed) => [...feed.ids(), feed.parentId ?? '']))
      held.add(id);
    for (const { lastMessageId } of core.tables.atoms.conversations.get().values())
      if (lastMessageId !== undefined) held.add(lastMessageId);
    for (const id of [...held]) {
      const message = core.tables.get('messages', id);
      const quoted = message && quotedBy(message);
      if (quoted !== undefined) held.add(quoted);
    }
    core.tables.release(
      'messages',
      dropped.filter((id) => !held.has(id)),
    );
  }

  function leftOrOpened(feed: OwnFeed, isShown: boolean): void {
    left.delete(feed);
    if (isShown) return;
    left.add(feed);
    const [oldest] = left;
    if (left.size <= windowsKept || !oldest) return;
    left.delete(oldest);
    oldest.letGo();
  }
  const receipts = createReceipts(core, standIns);
  const ofReplies = createReceipts(core, standIns, true);

  core.tables.onApplied(({ users = [] }) => {
    if (!users.some(({ before, after }) => before && isApart(before) !== isApart(after))) return;
    for (const feed of hiding)
      if (left.has(feed)) feed.letGo();
      else void feed.reload();
  });
  core.onRefetch((conversation) => {
    for (const feed of left)
      if (conversationOf(core.me(), feed.target) === conversation) feed.letGo();
  });

  const feature: ChatClient['messages'] = {
    feed(given, { parentId, filter } = {}) {
      const target = normalize(given);
      const key = JSON.stringify([keyOf(target), parentId, filter]);
      const held = feeds.get(key);
      if (held) return held;
      // Hiding the blocked leaves the whole conversation, to be read as such.
      const isPart = Object.keys(filter ?? {}).some((name) => name !== 'hideBlocked');
      const feed: OwnFeed = createFeed(core, items, parentId === undefined ? receipts : ofReplies, {
        target,
        ...(parentId !== undefined && { parentId }),
        // Replies are read in their thread, unless asked for here.
        filter: parentId === undefined ? { hideReplies: true, ...filter } : { ...filter },
        partial: parentId !== undefined || isPart,
        filtered: isPart,
        release,
        onShow: (isShown) => leftOrOpened(feed, isShown),
      });
      feeds.set(key, feed);
      if (filter?.hideBlocked) hiding.add(feed);
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
  return {
    feature,
    feedsOf: (target) => [...feeds.values()].filter((feed) => keyOf(feed.target) === keyOf(target)),
    hold(ids) {
      shown.add(ids);
      return () => void shown.delete(ids);
    },
  };
}
