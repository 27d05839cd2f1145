import { batch } from 'nanostores';
import { ChatError } from '../../../protocol/errors.js';
import { pageLimits } from '../../../protocol/page-limits.js';
import type { Conversation } from '../../../protocol/records.js';
import { messageOf } from '../../command.js';
import type { FeedWays, OwnFeed } from '../../feed/feed-types.js';
import { unlessRefused } from '../../session/keep-fresh.js';
import type { RecordTables } from '../../stores/table.js';
import { conversationOf } from '../../targets.js';
import { closed, ended, fromPage, reachesEnd, withPage } from '../../feed/window.js';
import type { ActCore } from '../act-core.js';
import { catchUp } from './catch-up.js';
import { isApart, matches } from './filter.js';
import type { HeldMessages } from './held-messages.js';
import { isNew, isSent } from './new-message.js';
import type { Receipts } from './receipts.js';
import { countLate, overlaps, placeIn, trimmed, withLive } from './window-moves.js';

/** Going back and forth between a few conversations shows them at once. */
const windowsKept = 5;
/** Of rows on either side of the place one comes back to: more than any view has. */
const [, mostAtOnce] = pageLimits['message.list'];

/** @param feeds all there are */
export function createFeedWays(
  core: ActCore,
  feeds: ReadonlyMap<string, OwnFeed>,
  receipts: Receipts,
  { release }: HeldMessages,
  onNews: RecordTables['onApplied'],
) {
  const { isVisible } = core.environment.page;
  const made = new Map<OwnFeed, FeedWays>();
  /** Feeds that are not on show any more and still hold their window, oldest first. */
  const hidden = new Set(
    [...feeds.values()].filter(({ isOnShow, $window }) => !isOnShow && $window.get().ready),
  );
  /** The rows their readers are at, or were when they left. */
  const places = new Map<OwnFeed, string>();
  /** The rows to come back to, of windows that were let go. */
  const backs = new Map<OwnFeed, string>();

  /** Keeps nothing but the place. */
  function letGo(feed: OwnFeed): void {
    const window = feed.$window.get();
    if (!window.ready) return;
    const place = placeIn(window, places.get(feed));
    if (place !== undefined) backs.set(feed, place);
    feed.turn();
    batch(() => {
      feed.$window.set(closed);
      release([...window.ids, ...window.late]);
    });
  }

  onNews(({ users = [] }) => {
    if (!users.some(({ before, after }) => before && isApart(before) !== isApart(after))) return;
    for (const feed of feeds.values())
      if (feed.filter.hideBlocked)
        if (feed.isOnShow) void feed.reload();
        else letGo(feed);
  });
  // Whoever was no member of a group sees its messages as soon as they are.
  onNews(({ groups = [] }) => {
    for (const { before, after } of groups) {
      if (before?.joinedAt !== undefined || after.joinedAt === undefined) continue;
      const id = conversationOf(core.me(), { guid: after.id });
      for (const feed of feeds.values())
        if (feed.conversationId() === id && feed.$window.get().error?.code === 'not-a-member')
          void feed.reload();
    }
  });
  core.onRefetch((conversation) => {
    for (const feed of hidden)
      if (conversationOf(core.me(), feed.target) === conversation) letGo(feed);
  });

  function createWays(feed: OwnFeed): FeedWays {
    const { target, parentId, filter, $window, ask, seqOf, change } = feed;
    const isOwn = (conversation: string) => conversation === feed.conversationId();
    const sends = () =>
      core.$commands
        .get()
        .filter(({ name, lane }) => name === 'message.send' && isOwn(lane))
        .flatMap((command) => messageOf(command) ?? []);

    const unread = () => core.$shown.get().get('conversations', feed.conversationId())?.unread ?? 0;

    function isOthers(id: string): boolean {
      const message = core.tables.get('messages', id);
      return message !== undefined && message.sender !== core.me();
    }

    function takeConversation(now: Conversation): void {
      const window = $window.get();
      const isLeft =
        target.guid !== undefined && core.tables.get('groups', target.guid)?.scope === null;
      if (now.removedAt !== undefined && !isLeft && window.ready) {
        // M6: its history is hidden from now on.
        feed.turn();
        $window.set({ ...closed, ready: true, older: ended, newer: ended });
      }
      // B42: read on another device.
      const isRead = now.unread === 0 && now.readSeq > receipts.said(now.id);
      if (isRead && window.unreadFrom !== undefined && !feed.marked) feed.settle();
    }

    return {
      take({ conversations = [], messages = [] }) {
        for (const { after } of conversations) if (isOwn(after.id)) takeConversation(after);
        const fresh = messages.filter(
          ({ after, arrival }) =>
            arrival.live &&
            isOwn(after.conversationId) &&
            after.removedAt === undefined &&
            matches(after, filter, parentId, core),
        );
        if (fresh.length === 0) return;
        // M12: what was approved late stands elsewhere now.
        if (fresh.some(({ before, after }) => before && before.seq > 0 && before.seq !== after.seq))
          feed.lack();
        const ids = fresh.map(({ after }) => after.id);
        const sent = new Set(fresh.filter(isSent).map(({ after }) => after.id));
        const pending = new Set(sends());
        const live = {
          ids,
          isNew: (id: string) => sent.has(id),
          isOthers,
          isSentHere: (id: string) => pending.has(id),
          held: feed.gaps !== feed.filled,
        };
        change((now) => withLive(now, live, seqOf));
        // B39: what comes while nobody can see it stays unread, and the line says where it begins.
        const unseen = fresh.filter((one) => isNew(one) && one.after.sender !== core.me());
        const [first] = unseen;
        if (!first || isVisible() || feed.partial || !$window.get().ready) return;
        change((now) => ({
          ...now,
          unreadFrom: now.unreadFrom ?? first.after.id,
          unreadCount: now.unreadCount + unseen.length,
        }));
      },
      async back() {
        const place = backs.get(feed);
        backs.delete(feed);
        // Something new is shown where it begins (B2).
        if (place === undefined || (!feed.partial && unread() > 0)) return undefined;
        const around = ask({ around: place }, mostAtOnce);
        // Where it is not there any more, or may not be seen, the end is.
        return around.then(
          (page) => fromPage(closed, page, seqOf),
          () => undefined,
        );
      },
      async close() {
        const { era, gaps } = feed;
        try {
          if (!feed.partial) await unlessRefused(core.query('conversation.get', { target }));
          const closeGap = await catchUp($window.get(), ask, seqOf);
          if (era !== feed.era) return;
          change(closeGap);
        } catch (thrown) {
          const error = ChatError.from(thrown);
          if (error.retryable) throw error;
          // Removed from the group, say: what is shown stays, and nothing more comes.
        }
        feed.filled = Math.max(feed.filled, gaps);
      },
      async show(place) {
        await feed.opening;
        const window = $window.get();
        const wanted = typeof place === 'object' && 'id' in place ? place.id : undefined;
        if (place === 'end' && reachesEnd(window)) return true;
        if (place === 'start' && window.ready && window.older.cursor === null) return true;
        if (wanted !== undefined && window.ids.includes(wanted)) return true;
        const mine = feed.turn();
        try {
          const page = await ask(
            typeof place === 'object' && 'id' in place ? { around: place.id } : place,
          );
          if (mine !== feed.era) return false;
          if (wanted !== undefined && !page.ids.includes(wanted)) return false;
          const now = $window.get();
          const next = overlaps(now, page)
            ? withPage(now, page, 'both', seqOf)
            : fromPage(now, page, seqOf);
          $window.set(next);
          release(now.ids.filter((one) => !next.ids.includes(one)));
          return page.ids.length > 0;
        } catch (thrown) {
          core.report(ChatError.from(thrown), 'message.list');
          return false;
        }
      },
      trim(id, keep) {
        places.set(feed, id);
        const { window, dropped } = trimmed($window.get(), id, keep);
        if (dropped.length === 0) return;
        batch(() => {
          $window.set(window);
          release(dropped);
        });
      },
      seen(message) {
        const record = core.tables.get('messages', message);
        if (!record || feed.marked || feed.filtered || !core.can('receipts')) return;
        const window = $window.get();
        const conversation = core.$shown.get().get('conversations', feed.conversationId());
        const newest = core.tables.get('messages', conversation?.lastMessageId ?? '');
        // Replies have feeds of their own: who has seen the last row here has seen the conversation.
        const isLast = !feed.partial && reachesEnd(window) && window.ids.at(-1) === message;
        const furthest = isLast && newest && newest.seq > record.seq ? newest : record;
        receipts.read(target, furthest, parentId !== undefined);
      },
      waiting: () => countLate($window.get(), isOthers, seqOf),
      unsent: () =>
        sends().filter((id) => {
          const record = core.$shown.get().get('messages', id);
          if (!record || core.tables.get('messages', id)) return false;
          return matches(record, filter, parentId, core);
        }),
      shownOrLeft() {
        hidden.delete(feed);
        if (feed.isOnShow) return;
        receipts.flush();
        hidden.add(feed);
        const [oldest] = hidden;
        if (hidden.size <= windowsKept || !oldest) return;
        hidden.delete(oldest);
        letGo(oldest);
      },
      mark(id) {
        feed.marked = true;
        change((window) => ({
          ...window,
          unreadFrom: id,
          unreadCount: Math.max(1, window.unreadCount),
        }));
      },
    };
  }

  return {
    waysOf(feed: OwnFeed): FeedWays {
      const ways = made.get(feed) ?? createWays(feed);
      made.set(feed, ways);
      return ways;
    },
  };
}
