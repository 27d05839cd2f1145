import { ChatError } from '../../../protocol/errors.js';
import type { Command } from '../../command.js';
import type { Core } from '../../core.js';
import type { Keep } from './keep-types.js';
import type { Outbox } from '../outbox/outbox.js';

/** Milliseconds that sending waits for storage and for closing tabs. */
const patience = 2000;

/**
 * What was written before a reload goes before what is written after it; another tab's is not waited for.
 * @param tab this one
 * @returns whether it is all in the outbox
 */
export function createRestore(
  { environment, me, onSession, report, tabs }: Core,
  keep: Keep,
  outbox: Outbox,
  tab: string,
): () => boolean {
  let restored = false;
  const takeFor = (uid: string) => (commands: readonly Command[]) => {
    if (me() === uid) outbox.restore(commands);
  };
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
      .adopt(uid, takeFor(uid))
      .catch((error: unknown) => report(ChatError.from(error), 'storage'))
      .finally(open);
    environment.after(patience, open);
    void keep.known().then(() => me() === uid && tabs.tell({ kind: 'opened', uid, tab }));
  }
  tabs.onTold((message) => {
    if (message.kind === 'opened' && message.uid === me())
      keep.follow(message.uid, message.tab, takeFor(message.uid));
  });
  onSession(restore);
  restore();
  return () => restored;
}
