import { atom, onMount } from 'nanostores';
import { ChatError } from '../../protocol/errors.js';
import { pageLimits } from '../../protocol/page-limits.js';
import type { MessagePosition } from '../../protocol/queries.js';
import type { Acts } from '../acts/acts.js';
import type { Core } from '../core.js';
import { feedState } from './feed-state.js';
import type { FeedOptions, FeedWays, OwnFeed } from './feed-types.js';
import { firstPage } from './first-page.js';
import type { Items } from './item.js';
import type { Late } from '../late.js';
import { keepItems, keepShape } from '../stores/memo.js';
import { createRows } from '../stores/rows.js';
import { conversationOf } from '../targets.js';
import type { FeedState, MessageItem } from '../types.js';
import { withLine, withoutLine } from './unread-line.js';
import {
  closed,
  fromPage,
  idle,
  settled,
  withPage,
  type Ask,
  type Side,
  type Window,
} from './window.js';

const [pageSize] = pageLimits['message.list'];

export function createFeed(
  core: Core,
  items: Items,
  acts: Late<Acts>,
  options: FeedOptions,
): OwnFeed {
  const { target, parentId, filter, partial } = options;
  const $window = atom<Window>(closed);
  const rows = createRows<MessageItem>(core, items.get);
  let ids: readonly string[] = [];
  const moving: { [S in Side]?: Promise<void> } = {};

  const run = <R>(way: (ways: FeedWays) => R | Promise<R>): Promise<R> =>
    acts.run(({ waysOf }) => way(waysOf(feed)));
  const report = (error: unknown) => core.report(ChatError.from(error), 'message.list');

  const conversationId = () => conversationOf(core.me(), target);
  const conversation = () => core.$shown.get().get('conversations', conversationId());
  const seqOf = (message: string) => core.tables.get('messages', message)?.seq;
  const ask: Ask = (position, limit = pageSize) =>
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
  const change = (next: (window: Window) => Window) => $window.set(next($window.get()));
  const placeLine = (window: Window) => (partial ? window : withLine(window, context()));
  const settle = () => change(withoutLine);

  const $feed = atom<FeedState>(feedState(closed, [], 0));
  /** What it was drawn from last, while it is on show. */
  let drawn: readonly unknown[] = [];
  function look(): void {
    const window = $window.get();
    const shown = core.$shown.get();
    // What arrives changes both, and tells of both.
    if (drawn[0] === window && drawn[1] === shown) return;
    drawn = feed.isOnShow ? [window, shown] : [];
    const ways = acts.now?.waysOf(feed);
    ids = keepItems(ids, [...new Set([...window.ids, ...window.tail, ...(ways?.unsent() ?? [])])]);
    const items = keepItems($feed.value.items, rows.of(ids));
    $feed.set(keepShape($feed.value, feedState(window, items, ways?.waiting() ?? 0)));
  }
  // Also while nobody looks: a window that is let go leaves nothing behind.
  $window.listen(look);

  function turn(): number {
    change((now) => ({ ...now, older: idle(now.older), newer: idle(now.newer) }));
    return ++feed.era;
  }

  function open(): Promise<void> {
    if (feed.opening) return feed.opening;
    const promise: Promise<void> = load().finally(() => {
      if (feed.opening === promise) feed.opening = undefined;
    });
    return (feed.opening = promise);
  }

  async function load(): Promise<void> {
    const mine = turn();
    const { gaps } = feed;
    $window.set({ ...closed, loading: true });
    try {
      const window =
        (await acts.now?.waysOf(feed).back()) ??
        (partial
          ? fromPage(closed, await ask('end'), seqOf)
          : await firstPage(ask, seqOf, context));
      if (mine !== feed.era) return;
      feed.filled = Math.max(feed.filled, gaps);
      change(({ late, ...now }) => placeLine(settled({ ...now, ...window, late }, seqOf)));
    } catch (thrown) {
      if (mine === feed.era) $window.set({ ...closed, error: ChatError.from(thrown) });
    }
  }

  /** One request a direction; a failure stays until asked again. */
  function extend(side: Side): Promise<void> {
    const window = $window.get();
    const { cursor, state } = window[side];
    const running = moving[side];
    if (running && state === 'loading') return running;
    if (!window.ready || cursor === null) return Promise.resolve();
    const bound = side === 'older' ? window.ids[0] : window.ids.at(-1);
    const around: MessagePosition = bound === undefined ? 'end' : { around: bound };
    const position =
      cursor === undefined ? around : side === 'older' ? { before: cursor } : { after: cursor };
    change((now) => ({ ...now, [side]: { cursor, state: 'loading' } }));
    const end = (next: (window: Window) => Window) => {
      // Whatever moves the window, or lets go of rows at this end, takes the state away.
      if (moving[side] === promise && $window.get()[side].state === 'loading') change(next);
    };
    const promise: Promise<void> = ask(position).then(
      (page) => end((now) => withPage(now, page, side, seqOf)),
      () => end((now) => ({ ...now, [side]: { cursor, state: 'failed' } })),
    );
    return (moving[side] = promise);
  }

  /** Closes the gap without moving anything: what is on screen is asked for again, with what came after it. */
  async function refresh(missed: boolean): Promise<void> {
    if (missed) feed.gaps++;
    await feed.opening;
    if (!$window.get().ready) await open();
    else if (feed.gaps !== feed.filled) await run((ways) => ways.close());
    const { error } = $window.get();
    if (error?.retryable) throw error;
  }

  // Until the gap is closed, nothing that comes is shown.
  const lack = () => void refresh(true).catch(() => core.connection.refetch());

  let session = core.$session.get();
  function begin(): void {
    session = core.$session.get();
    feed.opening = undefined;
    turn();
    $window.set(closed);
    if (session) void open();
  }

  onMount($feed, () => {
    feed.marked = false;
    const show = (isOnShow: boolean) => {
      feed.isOnShow = isOnShow;
      acts.now?.waysOf(feed).shownOrLeft();
    };
    const leave = [
      core.$shown.listen(look),
      core.tables.onApplied((applied) => acts.follow(({ waysOf }) => waysOf(feed).take(applied))),
      core.connection.onRefresh(refresh),
      core.onRefetch((conversation) => conversation === conversationId() && lack()),
      core.onSession(begin),
    ];
    look();
    show(true);
    if (session !== core.$session.get() || !$window.get().ready) {
      begin();
    } else {
      void refresh(true).then(
        () => change(placeLine),
        () => undefined,
      );
    }
    return () => {
      settle();
      leave.forEach((stop) => stop());
      drawn = [];
      show(false);
    };
  });

  const feed: OwnFeed = {
    ...options,
    $feed,
    $window,
    ask,
    seqOf,
    conversationId,
    change,
    withLine: placeLine,
    turn,
    lack,
    settle,
    era: 0,
    gaps: 0,
    filled: 0,
    opening: undefined,
    isOnShow: false,
    marked: false,
    older: () => extend('older'),
    newer: () => extend('newer'),
    show(place) {
      // Whoever waits for it moves the view before the rows are drawn.
      if (acts.now) return acts.now.waysOf(feed).show(place);
      return run((ways) => ways.show(place)).catch((error: unknown) => {
        report(error);
        return false;
      });
    },
    trim: (...given) => acts.now?.waysOf(feed).trim(...given),
    seen: (message) => void run((ways) => ways.seen(message)).catch(report),
    reload: async () => {
      await feed.opening;
      await open();
    },
  };
  return feed;
}
