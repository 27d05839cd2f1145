import type { Command } from '../../command.js';
import type { Core } from '../../core.js';
import type { ActCore } from '../act-core.js';

/** Milliseconds: what the server has confirmed by then, as on a good line nearly all, is never written down. */
const grace = 50;

/** Keeps what is new unless it is confirmed at once. Whoever leaves keeps it without waiting. */
export function createKeepSoon({
  keep,
  environment,
  me,
  onSession,
  onClose,
}: Pick<ActCore, 'keep'> & Pick<Core, 'environment' | 'me' | 'onSession' | 'onClose'>) {
  const waiting = new Map<string, { readonly write: () => void; readonly cancel: () => void }>();

  function end(id: string): boolean {
    waiting.get(id)?.cancel();
    return waiting.delete(id);
  }
  function flush(): void {
    for (const [id, { write }] of [...waiting]) {
      end(id);
      write();
    }
  }
  onClose(environment.page.onSign((sign) => sign === 'hidden' && flush()));
  onSession(flush);
  onClose(flush);

  return {
    storeSoon(command: Command): void {
      const uid = me() ?? '';
      const write = () => keep.putCommand(uid, command);
      const cancel = environment.after(grace, () => {
        waiting.delete(command.id);
        write();
      });
      waiting.set(command.id, { write, cancel });
    },
    store(command: Command): void {
      end(command.id);
      keep.putCommand(me() ?? '', command);
    },
    drop(id: string): void {
      if (!end(id)) keep.deleteCommand(id);
    },
  };
}
