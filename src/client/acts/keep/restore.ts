import { ChatError } from '../../../protocol/errors.js';
import type { Core } from '../../core.js';
import type { Keep } from './keep-types.js';
import type { Outbox } from '../outbox/outbox.js';

/** Milliseconds that sending waits for storage and for closing tabs. */
const patience = 2000;

/**
 * What was written before a reload goes before what is written after it; another tab's is not waited for.
 * @returns whether it is all in the outbox
 */
export function createRestore(
  { environment, me, onSession, report }: Core,
  keep: Keep,
  outbox: Outbox,
): () => boolean {
  let restored = false;
  function restore(): void {
    restored = false;
    const uid = me();
    if (uid === undefined) return;
    const open = () => {
      if (me() !== uid || restored) return;
      restored = true;
      outbox.wake();
    };
    keep
      .adopt(uid, (commands) => {
        if (me() === uid) outbox.restore(commands);
      })
      .catch((error: unknown) => report(ChatError.from(error), 'storage'))
      .finally(open);
    environment.after(patience, open);
  }
  onSession(restore);
  restore();
  return () => restored;
}
