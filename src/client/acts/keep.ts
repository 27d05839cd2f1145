import type { Keep } from './keep-types.js';

export interface KeepOptions {
  /** Of the storage; without it what is kept ends with the page. */
  readonly name: string | undefined;
  /** Of this tab. */
  readonly owner: string;
  readonly onError: (error: unknown) => void;
}

/** Where it cannot be had, `onError` is told, and nothing is kept. */
export function createKeep({ name, owner, onError }: KeepOptions): Keep {
  const load = (): Promise<Keep> =>
    name === undefined
      ? import('./keep-nothing.js').then((it) => it.createMemoryKeep())
      : import('./storage.js').then((it) => it.createStorage({ name, owner, onError }));
  let loaded: Promise<Keep | void> | undefined;
  const get = () => (loaded ??= load().catch(onError));
  const write = (run: (keep: Keep) => void) => void get().then((keep) => keep && run(keep));
  return {
    adopt: async (uid, take) => (await get())?.adopt(uid, take),
    putCommand: (...given) => write((keep) => keep.putCommand(...given)),
    deleteCommand: (id) => write((keep) => keep.deleteCommand(id)),
    drafts: async (uid) => (await get())?.drafts(uid) ?? new Map(),
    putDraft: (...given) => write((keep) => keep.putDraft(...given)),
    close: async () => (await loaded)?.close(),
  };
}
