import { atom, batch, computed, onMount } from 'nanostores';
import { ChatError } from '../protocol/errors.js';
import type { Target } from '../protocol/ids.js';
import { pageLimits } from '../protocol/page-limits.js';
import type { MessageFilter, MessagePosition, Page } from '../protocol/queries.js';
import type { Conversation } from '../protocol/records.js';
import { messageOf } from './command.js';
import type { Core } from './core.js';
import { feedState } from './feed-state.js';
import { matches } from './filter.js';
import { firstPage } from './first-page.js';
import type { Items } from './item.js';
import { unlessRefused } from './keep-fresh.js';
import { lateCatchUp } from './late-catch-up.js';
import { keepItems, keepShape } from './memo.js';
import type { Receipts } from './acts/receipts.js';
import { createRows } from './rows.js';
import { isNew, type Applied } from './table.js';
import { conversationOf } from './targets.js';
import type { Feed, FeedState, MessageItem } from './types.js';
import { withLine, withoutLine } from './unread-line.js';
import {
  closed,
  ended,
  idle,
  fromPage,
  overlaps,
  placeIn,
  reachesEnd,
  settled,
  trimmed,
  unknown,
  withLive,
  withPage,
  type Side,
  type Window,
} from './window.js';

interface FeedOptions {
  readonly target: Target;
  readonly parentId?: string;
  readonly filter: MessageFilter;
  /** A part of the conversation: it has no unread line. */
  readonly partial: boolean;
  /** A search or a selection: what is read here says nothing about the rest. */
  readonly filtered: boolean;
  readonly release: (ids: readonly string[]) => void;
  /** On show, or not any more. */
  readonly onShow: (shown: boolean) => void;
}

export interface OwnFeed extends Feed {
  ids(): readonly string[];
  /** Keeps nothing but the place; not while it is on show. */
  letGo(): void;
  /** Marked unread by hand: nothing counts as seen until the feed is opened again (B41). */
  mark(id: string): void;
}

const [pageSize] = pageLimits['message.list'];

export function createFeed(
  core: Core,
  items: Items,
  receipts: Receipts,
  options: FeedOptions,
): OwnFeed {
  const { target, parentId, filter } = options;
  const $window = atom<Window>(closed);
  const rows = createRows<MessageItem>(core, items.get);
  let ids: readonly string[] = [];
  let former: FeedState | undefined;
  /** Counts openings and jumps: an answer to an older question is dropped. */
  let era = 0;
  let moving: { [S in Side]?: Promise<void> } = {};
  let opening: Promise<void> | undefined;
  /** Gaps there were, and those that were closed: in between, what comes is kept aside, since something before it may be missing. */
  let gaps = 0;
  let filled = 0;
  let marked = false;
  /** Where the reader was when the window was let go. */
  let place: string | undefined;
  let around: string | undefined;

  const { isVisible } = core.environment.page;
  const id = () => conversationOf(core.me(), target);
  const conversation = (): Conversation | undefined => core.$shown.get().get('conversations', id());
  const seqOf = (message: string) => core.tables.get('messages', message)?.seq;
  const ask = (position: MessagePosition, limit: number = pageSize): Promise<Page> =>
    core.query('message.list', {
      target,
      position,
      limit,
      ...filter,
      ...(parentId !== undefined && { parentId }),
    });
  const context = () => ({
    me: core.me(),
    conversation: conversation(),
    get: (message: string) => core.tables.get('messages', message),
  });
  const placeLine = (window: Window) => (options.partial ? window : withLine(window, context()));
  const change = (next: (window: Window) => Window) => $window.set(next($window.get()));
  const settle = () => change(withoutLine);

  const $feed = computed([$window, core.$shown], (window, shown): FeedState => {
    const conversationId = id();
    const waiting = core.$commands
      .get()
      .filter((command) => command.name === 'message.send' && command.lane === conversationId)
      .flatMap((command) => messageOf(command) ?? [])
      .filter((message) => {
        const record = shown.get('messages', message);
        if (!record || core.tables.get('messages', message)) return false;
        return matches(record, filter, parentId, core);
      });
    ids = keepItems(ids, [...new Set([...window.ids, ...window.tail, ...waiting])]);
    const next = feedState(window, keepItems(former?.items, rows.of(ids)), isOthers);
    return (former = keepShape(former, next));
  });

  const isOthers = (one: string) => core.tables.get('messages', one)?.sender !== core.me();

  function turn(): number {
    moving = {};
    change((now) => ({ ...now, older: idle(now.older), newer: idle(now.newer) }));
    return ++era;
  }

  function open(): Promise<void> {
    if (opening) return opening;
    const promise: Promise<void> = load().finally(() => {
      if (opening === promise) opening = undefined;
    });
    return (opening = promise);
  }

  async function load(): Promise<void> {
    const mine = turn();
    const known = gaps;
    $window.set({ ...closed, loading: true });
    try {
      // There is none before the first message (M1); it says what is unread.
      const asked =
        conversation() ?? core.query('conversation.get', { target }).catch(() => undefined);
      const from = place;
      place = undefined;
      const isWhole = from === undefined && !options.partial;
      const position: MessagePosition = from === undefined ? 'end' : { around: from };
      const window = isWhole
        ? await firstPage(ask, seqOf, context)
        : fromPage(closed, await ask(position), seqOf);
      await asked;
      if (mine !== era) return;
      filled = Math.max(filled, known);
      change(({ late }) => placeLine(settled({ ...window, late }, seqOf)));
    } catch (thrown) {
      if (mine === era) $window.set({ ...closed, error: ChatError.from(thrown) });
    }
  }

  /** One request a direction; a failure stays until asked again. */
  function extend(side: Side): Promise<void> {
    const running = moving[side];
    if (running) return running;
    const window = $window.get();
    const { cursor } = window[side];
    const bound = side === 'older' ? window.ids[0] : window.ids.at(-1);
    if (!window.ready || cursor === null) return Promise.resolve();
    const around: MessagePosition = bound === undefined ? 'end' : { around: bound };
    const position =
      cursor === undefined ? around : side === 'older' ? { before: cursor } : { after: cursor };
    change((now) => ({ ...now, [side]: { cursor, state: 'loading' } }));
    const isCurrent = () => moving[side] === promise;
    const promise: Promise<void> = ask(position)
      .then(
        (page) => isCurrent() && change((now) => withPage(now, page, side, seqOf)),
        () => isCurrent() && change((now) => ({ ...now, [side]: { cursor, state: 'failed' } })),
      )
      .then(() => {
        if (isCurrent()) delete moving[side];
      });
    moving[side] = promise;
    return promise;
  }

  async function show(place: Parameters<Feed['show']>[0]): Promise<boolean> {
    await opening;
    const window = $window.get();
    if (place === 'end' && reachesEnd(window)) return true;
    if (place === 'start' && window.ready && window.older.cursor === null) return true;
    const wanted = typeof place === 'object' && 'id' in place ? place.id : undefined;
    if (wanted !== undefined && window.ids.includes(wanted)) return true;
    const mine = turn();
    try {
      const page = await ask(
        typeof place === 'object' && 'id' in place ? { around: place.id } : place,
      );
      if (mine !== era) return false;
      if (wanted !== undefined && !page.ids.includes(wanted)) return false;
      const now = $window.get();
      const next = overlaps(now, page)
        ? withPage(now, page, 'both', seqOf)
        : fromPage(now, page, seqOf);
      const gone = now.ids.filter((one) => !next.ids.includes(one));
      $window.set(next);
      options.release(gone);
      return page.ids.length > 0;
    } catch (thrown) {
      core.report(ChatError.from(thrown), 'message.list');
      return false;
    }
  }

  /** Closes the gap without moving anything: what is on screen is asked for again, with what came after it. */
  async function refresh(missed: boolean): Promise<void> {
    if (missed) gaps++;
    await opening;
    if (!$window.get().ready) await open();
    else if (gaps !== filled) await close();
    const { error } = $window.get();
    if (error?.retryable) throw error;
  }

  // What may pass is tried again with all else on screen: until the gap is closed, nothing that comes is shown.
  const again = () => void refresh(true).catch(() => core.connection.refetch());

  async function close(): Promise<void> {
    const mine = era;
    const known = gaps;
    try {
      if (!options.partial) await unlessRefused(core.query('conversation.get', { target }));
      const closeGap = await lateCatchUp.run((it) => it.catchUp($window.get(), ask, seqOf));
      if (mine !== era) return;
      filled = Math.max(filled, known);
      moving = {};
      change(closeGap);
    } catch (thrown) {
      const error = ChatError.from(thrown);
      if (error.retryable) throw error;
      // Removed from the group, say: what is shown stays, and nothing more comes.
      filled = Math.max(filled, known);
    }
  }

  function take(applied: Applied): void {
    const conversationId = id();
    const gone = applied.conversations?.find(({ after }) => after.id === conversationId)?.after;
    if (gone) takeConversation(gone);
    const fresh = (applied.messages ?? []).filter(
      ({ after, arrival }) =>
        arrival.live &&
        after.conversationId === conversationId &&
        after.removedAt === undefined &&
        matches(after, filter, parentId, core),
    );
    if (fresh.length === 0) return;
    // M12: what was approved late stands elsewhere now.
    if (fresh.some(({ before, after }) => before && before.seq > 0 && before.seq !== after.seq))
      again();
    const pending = new Set(
      core.$commands
        .get()
        .flatMap((one) => (one.name === 'message.send' ? [one.params.message.id] : [])),
    );
    const ids = fresh.map(({ after }) => after.id);
    change((window) =>
      withLive(
        window,
        ids,
        ids.filter((one) => pending.has(one)),
        gaps !== filled,
        seqOf,
      ),
    );
    // B39: what comes while nobody can see it stays unread, and the line says where it begins.
    const unseen = fresh.filter((one) => isNew(one) && one.after.sender !== core.me());
    if (unseen[0] && !isVisible() && !options.partial && $window.get().ready) {
      const from = $window.get().unreadFrom ?? unseen[0].after.id;
      change((window) => ({
        ...window,
        unreadFrom: from,
        unreadCount: window.unreadCount + unseen.length,
      }));
    }
  }

  function takeConversation(now: Conversation): void {
    const window = $window.get();
    const isLeft =
      target.guid !== undefined && core.tables.get('groups', target.guid)?.scope === null;
    if (now.removedAt !== undefined && !isLeft && window.ready) {
      // M6: its history is hidden from now on.
      turn();
      $window.set({ ...closed, ready: true, older: ended, newer: ended });
    }
    // B42: read on another device.
    if (
      now.unread === 0 &&
      now.readSeq > receipts.said(now.id) &&
      window.unreadFrom !== undefined &&
      !marked
    )
      settle();
  }

  function begin(): void {
    opening = undefined;
    turn();
    $window.set(closed);
    if (core.me() !== undefined) void open();
  }

  let session = core.$session.get();
  onMount($feed, () => {
    marked = false;
    const leave = [
      core.tables.onApplied(take),
      core.connection.onRefresh(refresh),
      core.onRefetch((conversation) => conversation === id() && again()),
      core.onSession(() => {
        session = core.$session.get();
        begin();
      }),
    ];
    options.onShow(true);
    const blur = () => receipts.flush();
    globalThis.addEventListener?.('blur', blur);
    if (session !== core.$session.get() || !$window.get().ready) {
      session = core.$session.get();
      begin();
    } else {
      void refresh(true).then(
        () => change(placeLine),
        () => undefined,
      );
    }
    return () => {
      receipts.flush();
      settle();
      globalThis.removeEventListener?.('blur', blur);
      leave.forEach((stop) => stop());
      options.onShow(false);
    };
  });

  return {
    target,
    ...(parentId !== undefined && { parentId }),
    $feed,
    older: () => extend('older'),
    newer: () => extend('newer'),
    show,
    trim(id, keep) {
      around = id;
      const before = $window.get();
      const { window, dropped } = trimmed(before, id, keep);
      if (dropped.length === 0) return;
      if (window.older === unknown) delete moving.older;
      if (window.newer === unknown) delete moving.newer;
      batch(() => {
        $window.set(window);
        options.release(dropped);
      });
    },
    seen(message) {
      const record = core.tables.get('messages', message);
      if (!record || marked || options.filtered) return;
      const window = $window.get();
      const newest = core.tables.get('messages', conversation()?.lastMessageId ?? '');
      // Replies have feeds of their own: who has seen the last row here has seen the conversation.
      const isLast = !options.partial && reachesEnd(window) && window.ids.at(-1) === message;
      receipts.read(target, isLast && newest && newest.seq > record.seq ? newest : record);
    },
    settle,
    reload: async () => {
      await opening;
      await open();
    },
    letGo() {
      const window = $window.get();
      if (!window.ready) return;
      place = placeIn(window, around);
      turn();
      batch(() => {
        $window.set(closed);
        options.release([...window.ids, ...window.late]);
      });
    },
    ids: () => [...$window.get().ids, ...$window.get().tail],
    mark(message) {
      marked = true;
      change((window) => ({
        ...window,
        unreadFrom: message,
        unreadCount: Math.max(1, window.unreadCount),
      }));
    },
  };
}
