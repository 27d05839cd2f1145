import type { Command } from '../../command.js';
import type { StoredDraft } from '../../draft-types.js';
import type { Keep } from './keep-types.js';

/** Outlives a session, and ends with the page. */
export function createMemoryKeep(): Keep {
  const commands = new Map<string, { readonly uid: string; readonly command: Command }>();
  const drafts = new Map<string, { readonly uid: string; target: string; draft: StoredDraft }>();
  return {
    known: () => Promise.resolve(),
    async adopt(uid, take) {
      const own = [...commands.values()].filter((row) => row.uid === uid);
      await take(own.map(({ command }) => command));
    },
    follow: () => undefined,
    putCommand: (uid, command) => void commands.set(command.id, { uid, command }),
    deleteCommand: (id) => void commands.delete(id),
    drafts(uid) {
      const own = [...drafts.values()].filter((row) => row.uid === uid);
      return Promise.resolve(new Map(own.map(({ target, draft }) => [target, draft])));
    },
    putDraft(uid, target, draft) {
      if (draft) drafts.set(`${uid}|${target}`, { uid, target, draft });
      else drafts.delete(`${uid}|${target}`);
    },
    close: () => Promise.resolve(),
  };
}
