import type { BackendEvent } from '../../protocol/events.js';
import { limits } from '../../protocol/limits.js';
import type { AppSettings } from '../../protocol/settings.js';
import type { Beginning } from './begin.js';
import type { Context, Handler } from './context.js';
import type { Directory } from './queries/directory.js';
import { createGatherer } from './views/gather.js';
import { refuse } from './checks/input.js';
import { gatherChanges } from './views/publish.js';
import { read } from './queries/reading.js';
import { showAgain, shownIn } from './repeat.js';
import { createRosters } from './queries/rosters.js';
import type { Sessions } from './sessions.js';
import { settingsFrom, settingsKey } from './settings.js';
import type { Reader, RecordStorage, Writer } from './storage/storage.js';
import type { App, Cause, Environment } from './types.js';
import { createTurns } from './turns.js';
import { createWork, type Work } from './work.js';

/** Who asks. */
export interface Actor {
  readonly uid: string;
  readonly token: string;
}

/** What is asked, by whom. */
export interface Asked {
  readonly actor: Actor;
  readonly handler: Handler<object, object>;
  readonly name: string;
  readonly cause: Cause;
  readonly params: object;
  readonly commandId: string | undefined;
  /** Answered with the records. */
  readonly shows: boolean;
  /** Passed before anything is done, in the same transaction. */
  check?(context: Context): Promise<unknown>;
}

export interface Mutation {
  readonly actor: Actor;
  readonly cause: Cause;
  readonly commandId?: string | undefined;
  /** The operation under which its result is kept; absent where a repeat does no harm, or is known otherwise. */
  readonly keepAs?: string | undefined;
  /** Its result, where it was done before. */
  again?: ((context: Context) => Promise<object | undefined>) | undefined;
  /** Its author is answered with the records it changed. */
  readonly shows?: boolean;
  /** What is done; what it returns goes into the answer. */
  act(context: Context): Promise<object>;
}

export interface Pipeline {
  /** Of the app, as they are now. */
  settings(): AppSettings;
  /** Reads, at any time. */
  ask(
    { actor, shows }: Pick<Asked, 'actor' | 'shows'>,
    act: (context: Context) => Promise<object>,
  ): Promise<object>;
  /** Writes: to be called in turn. */
  mutate(mutation: Mutation): Promise<object>;
  /** A transaction that nobody is told of: to be called in turn. */
  aside<T>(act: (work: Work) => Promise<T>): Promise<T>;
  /** C4: what is asked for first is done first. */
  inTurn<T>(run: () => Promise<T>): Promise<T>;
}

interface Surroundings {
  readonly app: App;
  readonly environment: Environment;
  readonly storage: RecordStorage;
  readonly sessions: Sessions;
  readonly directory: Directory;
  readonly meta: Beginning['meta'];
  send(uid: string, event: BackendEvent): void;
  end: Context['end'];
  later: Context['later'];
}

/** What a transaction leaves to be done once it is durable. */
interface Outcome {
  readonly work: Work;
  readonly answer: object;
  readonly tell: readonly (() => void)[];
}

/** `rev` is one counter of the whole app. What is kept is beyond what was given, so that not every change keeps it. */
const revKey = 'rev';
const revsAhead = 100;

const isTaken = (error: unknown) =>
  error instanceof DOMException && error.name === 'ConstraintError';

const idTaken = () =>
  refuse('already-exists', 'ERR_BAD_REQUEST', 'There is one of this id already: mint a new id.');

/** already done? → authorize and handle in one transaction → commit → publish to those who may see. */
export function createPipeline(around: Surroundings): Pipeline {
  const { app, environment, storage, sessions, directory, meta, send } = around;
  const rosters = createRosters();
  let settings = settingsFrom(app, meta.get(settingsKey));
  const workOn = (storage: Reader | Writer, stamp: number) =>
    createWork(storage, stamp, {
      largeFrom: settings.receiptMembers ?? limits.receiptMembers,
      quietFrom: settings.typingMembers ?? limits.typingMembers,
    });
  let rev = Number(meta.get(revKey)?.value ?? 0);
  let keptRev = rev;

  function createContext(
    work: Work,
    { actor: { uid, token }, commandId }: Pick<Mutation, 'actor' | 'commandId'>,
    tell: (() => void)[],
  ): Context {
    return {
      me: uid,
      token,
      commandId,
      now: environment.now(),
      app,
      settings,
      environment,
      work,
      sessions,
      directory,
      rosters,
      show: createGatherer(work, sessions)(uid),
      emit: (event, uids) => {
        tell.push(() => {
          for (const other of uids) send(other, event);
        });
      },
      later: (...given) => {
        tell.push(() => around.later(...given));
      },
      end: (of, because) => {
        tell.push(() => around.end(of, because));
      },
    };
  }

  /**
   * Whoever is here and may see, is told; the author's devices learn which command it was (C2). Whoever comes before it
   * is durable, and may read what was there before, asks again (N4).
   */
  async function publish(
    { actor, cause, commandId }: Mutation,
    { work, show }: Context,
  ): Promise<(() => void)[]> {
    const gatherer = createGatherer(work, sessions);
    const here = sessions.online();
    const askAgain = () => {
      for (const uid of sessions.online()) if (!here.includes(uid)) send(uid, { type: 'refetch' });
    };
    const events = await Promise.all(
      here.map(async (uid) => {
        const own = uid === actor.uid;
        const shown = own ? show : gatherer(uid);
        await read(gatherChanges(work, shown, cause));
        const changes = await shown.changes();
        if (Object.keys(changes).length === 0) return undefined;
        const event: BackendEvent = {
          type: 'changed',
          changes,
          cause,
          actor: actor.uid,
          ...(own && commandId !== undefined && { commandId }),
        };
        return () => send(uid, event);
      }),
    );
    return [askAgain, ...events.filter((event) => event !== undefined)];
  }

  /** C1: the answer to a command that was done before, with what it showed as it is now. */
  async function doneBefore(mutation: Mutation): Promise<object | undefined> {
    const { commandId, keepAs, again, shows } = mutation;
    if (commandId === undefined) return undefined;
    return storage.read(async (reader) => {
      const context = createContext(workOn(reader, rev), mutation, []);
      const result = again ? await again(context) : keepAs && (await kept(context, keepAs));
      if (!result) return undefined;
      return shows ? { ...result, changes: await context.show.changes() } : result;
    });
  }

  async function kept({ work, me, commandId, show }: Context, keepAs: string) {
    const done = await work.get('commands', me, commandId!);
    if (!done) return undefined;
    if (done.name !== keepAs) {
      throw refuse(
        'conflict',
        'ERR_BAD_REQUEST',
        `The command id "${commandId}" was used for ${done.name} already: mint a new one.`,
      );
    }
    if (done.shown) await showAgain(work, show, done.shown);
    return done.result;
  }

  function transact(mutation: Mutation): Promise<Outcome> {
    const { actor, commandId, keepAs } = mutation;
    return storage.write(async (writer) => {
      const work = workOn(writer, rev + 1);
      const tell: (() => void)[] = [];
      const context = createContext(work, mutation, tell);
      const result = await mutation.act(context);
      const written = work.changes().length > 0;
      const events = written ? await publish(mutation, context) : [];
      if (mutation.shows) await read(gatherChanges(work, context.show));
      const changes = mutation.shows && (await context.show.changes());
      if (keepAs !== undefined && commandId !== undefined) {
        writer.add('commands', {
          actor: actor.uid,
          commandId,
          name: keepAs,
          result,
          at: context.now,
          rev: work.rev,
          ...(changes && { shown: shownIn(changes) }),
        });
      }
      if (written && work.rev > keptRev)
        writer.put('meta', { key: revKey, value: work.rev + revsAhead, rev: work.rev });
      const answer = changes ? { ...result, changes } : result;
      return { work, answer, tell: [...events, ...tell] };
    });
  }

  return {
    settings: () => settings,
    async ask({ actor, shows }, act) {
      const tell: (() => void)[] = [];
      const answer = await storage.read(async (reader: Reader) => {
        const context = createContext(workOn(reader, rev), { actor }, tell);
        const body = await act(context);
        return shows ? { ...body, changes: await context.show.changes() } : body;
      });
      for (const run of tell) run();
      return answer;
    },
    async mutate(mutation) {
      let outcome: Outcome;
      try {
        outcome = await transact(mutation);
      } catch (error) {
        // Done before, it fails: at the latest where its result is kept. New ones, nearly all, need not be looked up.
        const before = await doneBefore(mutation);
        if (before) return before;
        throw isTaken(error) ? idTaken() : error;
      }
      const { work, answer, tell } = outcome;
      if (work.changes().length > 0) rev = work.rev;
      if (rev > keptRev) keptRev = rev + revsAhead;
      directory.apply(work);
      rosters.apply(work);
      for (const row of work.changed('meta'))
        if (row.key === settingsKey) settings = settingsFrom(app, row);
      for (const run of tell) run();
      for (const { guid, uid, standing } of work.changed('members')) {
        sessions.joined(uid, guid, standing === 'member');
      }
      return answer;
    },
    aside: (act) => storage.write((writer) => act(workOn(writer, rev + 1))),
    inTurn: createTurns(),
  };
}
