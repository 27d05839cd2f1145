import { ChatError } from '../../../protocol/errors.js';
import { pauseAfter, type Environment } from '../../environment.js';
import { createLate } from '../../late.js';
import type { Keep } from './keep-types.js';

export interface KeepOptions {
  /** Of the storage; without it what is kept ends with the page. */
  readonly name: string | undefined;
  /** Of this tab. */
  readonly owner: string;
  readonly environment: Environment;
  readonly onError: (error: unknown) => void;
}

/** Where what keeps cannot be had, `onError` is told once; it is asked for again until it comes, and what was to be kept waits. */
export function createKeep({ name, owner, environment, onError }: KeepOptions): Keep {
  const late = createLate<Keep>(() =>
    name === undefined
      ? import('./keep-nothing.js').then((it) => it.createMemoryKeep())
      : import('./storage.js').then((it) => it.createStorage({ name, owner, onError })),
  );
  let asked = false;

  function load(failures: number): void {
    late.load().catch((error: unknown) => {
      if (failures === 0) onError(notYet(error));
      environment.after(pauseAfter(failures, environment), () => load(failures + 1));
    });
  }
  /** At once where it is there: a page that is being left waits for nothing any more. */
  function use(run: (keep: Keep) => void): void {
    if (!asked) load(0);
    asked = true;
    late.follow(run);
  }
  /** In its turn: what is read holds nothing that was written after it was asked for. */
  const read = <T>(run: (keep: Keep) => Promise<T>) =>
    new Promise<T>((resolve, reject) => use((keep) => void run(keep).then(resolve, reject)));

  return {
    known: () => read((keep) => keep.known()),
    adopt: (...given) => read((keep) => keep.adopt(...given)),
    follow: (...given) => use((keep) => keep.follow(...given)),
    putCommand: (...given) => use((keep) => keep.putCommand(...given)),
    deleteCommand: (id) => use((keep) => keep.deleteCommand(id)),
    drafts: (uid) => read((keep) => keep.drafts(uid)),
    putDraft: (...given) => use((keep) => keep.putDraft(...given)),
    async close() {
      if (!asked) return;
      // What still waits has one chance more; that it cannot be had was told.
      const keep = await late.load().catch(() => undefined);
      await keep?.close();
    },
  };
}

function notYet(cause: unknown): ChatError {
  return new ChatError(
    'offline',
    'Unsent messages and drafts are not kept yet: what keeps them could not be loaded. It is tried again; leave the page open until it is there.',
    { cause },
  );
}
