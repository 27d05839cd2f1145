import type { OwnFeed } from '../../feed/feed-types.js';
import { quotedBy } from '../../feed/item.js';
import type { RecordTables } from '../../stores/table.js';
import type { ActCore } from '../act-core.js';

/** So many messages more than are shown may be in the table, and so long (milliseconds). */
const spare = 500;
const sweepAfter = 1000;

export interface HeldMessages {
  /** Whoever shows messages apart from feeds holds them. Returns how to let go of them. */
  hold(ids: () => readonly string[]): () => void;
  /** Lets go of those that nobody shows any more. */
  release(dropped: Iterable<string>): void;
}

/** Which messages the table has to hold: those of feeds and lists, the last one of each conversation, and what they quote. */
export function createHeldMessages(
  core: ActCore,
  feeds: ReadonlyMap<string, OwnFeed>,
  onNews: RecordTables['onApplied'],
): HeldMessages {
  const { messages, conversations } = core.tables.atoms;
  const lists = new Set<() => readonly string[]>();
  /** How many the last sweep has left. */
  let left = 0;
  let cancelSweep: (() => void) | undefined;

  function release(dropped: Iterable<string>): void {
    const held = new Set([...lists].flatMap((ids) => ids()));
    for (const { $window, parentId } of feeds.values()) {
      const { ids, late, tail } = $window.get();
      for (const id of [...ids, ...late, ...tail, parentId ?? '']) held.add(id);
    }
    for (const { lastMessageId } of conversations.get().values())
      if (lastMessageId !== undefined) held.add(lastMessageId);
    for (const id of [...held]) {
      const message = core.tables.get('messages', id);
      const quoted = message && quotedBy(message);
      if (quoted !== undefined) held.add(quoted);
    }
    const loose = [...dropped].filter((id) => !held.has(id));
    if (loose.length > 0) core.tables.release('messages', loose);
  }

  function sweep(): void {
    cancelSweep = undefined;
    // The pages of a window that is still being put together are held by nobody yet.
    const isComing = ({ isOnShow, opening, gaps, filled }: OwnFeed) =>
      isOnShow && (opening !== undefined || gaps !== filled);
    if ([...feeds.values()].some(isComing)) return;
    release(messages.get().keys());
    left = messages.get().size;
  }

  // What comes live where nobody looks is in no window that would let go of it.
  onNews(() => {
    if (messages.get().size > left + spare)
      cancelSweep ??= core.environment.after(sweepAfter, sweep);
  });

  return {
    hold(ids) {
      lists.add(ids);
      return () => void lists.delete(ids);
    },
    release,
  };
}
