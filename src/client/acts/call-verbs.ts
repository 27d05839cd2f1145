import type { WritableAtom } from 'nanostores';
import { isOpen } from '../../protocol/calls.js';
import { ChatError } from '../../protocol/errors.js';
import { conversationTarget, type Target } from '../../protocol/ids.js';
import { limits } from '../../protocol/limits.js';
import type { Params } from '../../protocol/operations.js';
import type { Call } from '../../protocol/records.js';
import type { CallFeature, OwnCall } from '../call-types.js';
import type { Store } from '../stores/list-types.js';
import type { ActCore } from './act-core.js';
import { targetOf } from './target-of.js';

type Ending = Params<'call.end'>['status'];
const lane = { lane: 'calls', volatile: true };
/** Milliseconds after which a call that the server has not got is given up. */
const patience = 10_000;

export interface CallState {
  readonly $mine: WritableAtom<OwnCall | undefined>;
  readonly $ending: WritableAtom<readonly string[]>;
  readonly $open: Store<readonly Call[]>;
  activeOf(calls: readonly Call[]): Call | undefined;
}
export interface CallVerbs extends Pick<
  CallFeature,
  'start' | 'accept' | 'reject' | 'end' | 'get'
> {
  /** Somebody rings who has to be told that one is busy. */
  busy(id: string): Promise<void>;
  /** Asks what rings or runs already, and whether what did so before still does. */
  fetchOpen(): Promise<void>;
}

/** What is done with calls. */
export function createCallVerbs(core: ActCore, state: CallState): CallVerbs {
  const { tables, environment } = core;
  const { $mine, $ending, $open, activeOf } = state;
  const me = () => core.me() ?? '';

  async function fetchOpen(): Promise<void> {
    const pages = await Promise.all(
      (['initiated', 'ongoing'] as const).map((status) => core.query('call.list', { status })),
    );
    const there = new Set(pages.flatMap(({ ids }) => ids));
    const doubtful = $open.get().filter(({ id }) => !there.has(id));
    await Promise.all(doubtful.map(({ id }) => core.query('call.get', { id })));
  }

  async function end(id: string, status: Ending): Promise<void> {
    $ending.set([...$ending.get(), id]);
    try {
      await core.command('call.end', { id, status }, lane);
    } finally {
      $ending.set($ending.get().filter((other) => other !== id));
    }
  }

  /** Nobody waits for it, and it is no failure that the call has ended, or was answered, in this very moment. */
  async function endByItself(id: string, status: Ending): Promise<void> {
    try {
      await end(id, status);
    } catch (thrown) {
      const error = ChatError.from(thrown);
      if (error.code !== 'conflict') core.report(error, 'call.end');
    }
  }

  /** Runs what makes this device take part; when it is refused, that is kept for whoever shows it. */
  async function own(mine: OwnCall, run: () => Promise<unknown>): Promise<void> {
    $mine.set(mine);
    try {
      await run();
    } catch (thrown) {
      const error = ChatError.from(thrown);
      if ($mine.get()?.id === mine.id) $mine.set({ ...mine, error });
      throw error;
    }
  }

  async function start(given: Target, type: Call['type']): Promise<Call> {
    const target = targetOf(given, 'calls.start');
    const before = $mine.get();
    const isBeginning = before && !before.error && !tables.get('calls', before.id);
    if (isBeginning || activeOf($open.get())) {
      throw new ChatError('conflict', 'You are in a call already. End it before the next one.', {
        detail: 'CALL_ALREADY_INITIATED',
      });
    }
    const { guid } = target;
    const has = $open.get().find((call) => call.conversationId === `group:${guid}`);
    if (has) {
      await accept(has.id);
      return recordOf(has.id);
    }
    const id = environment.id();
    await own({ id, target, type }, async () => {
      if (!core.connection.isOpen())
        throw new ChatError('offline', 'There is no connection to call over. Try again later.');
      const stop = environment.after(patience, () => giveUp(id));
      await core.command('call.start', { id, target, type }, lane).finally(stop);
    });
    // Taken back before the server had it.
    if ($mine.get()?.id !== id) await hangUp(id);
    environment.after(limits.callTimeout, () => {
      if (tables.get('calls', id)?.status === 'initiated') void endByItself(id, 'unanswered');
    });
    return recordOf(id);
  }

  async function accept(id: string): Promise<void> {
    const active = activeOf($open.get());
    if (active && active.id !== id) await hangUp(active.id);
    const call = tables.get('calls', id) ?? (await get(id));
    const { type, conversationId, participants } = call;
    await own({ id, type, target: conversationTarget(me(), conversationId) }, async () => {
      if (!participants.includes(me())) await core.command('call.accept', { id }, lane);
    });
  }

  function giveUp(id: string): void {
    const command = core.$commands
      .get()
      .find(({ name, params }) => name === 'call.start' && 'id' in params && params.id === id);
    const reason = new ChatError('timeout', 'The call did not get through. Try again.');
    if (command) core.outbox.discard(command.id, reason);
  }

  async function hangUp(id: string): Promise<void> {
    const mine = $mine.get();
    if (mine?.id === id) $mine.set(undefined);
    // `start()` sees to it.
    if (mine?.id === id && !tables.get('calls', id)) return;
    try {
      await end(id, endingOf(recordOf(id), core.me()));
    } catch (thrown) {
      if (ChatError.from(thrown).code !== 'conflict') throw thrown;
      // In this very moment it was answered, or ended.
      const now = await get(id);
      if (isOpen(now)) await end(id, endingOf(now, core.me()));
    }
  }

  async function get(id: string): Promise<Call> {
    await core.query('call.get', { id });
    return recordOf(id);
  }

  function recordOf(id: string): Call {
    const call = tables.get('calls', id);
    if (call) return call;
    throw new ChatError('not-found', `There is no call ${id}, or you may not see it.`, {
      detail: 'ERR_CALL_SESSION_NOT_FOUND',
    });
  }

  return {
    start,
    accept,
    reject: (id) => end(id, 'rejected'),
    end: hangUp,
    busy: (id) => endByItself(id, 'busy'),
    get,
    fetchOpen,
  };
}

/** A call that nobody has answered is cancelled by whoever made it, and rejected by the other. */
function endingOf({ status, initiator }: Call, me: string | undefined): Ending {
  if (status === 'ongoing') return 'ended';
  return initiator === me ? 'cancelled' : 'rejected';
}
