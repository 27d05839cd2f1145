import type { Pipeline } from './pipeline.js';
import type { RecordStorage } from './storage/storage.js';
import type { Timers } from './timers.js';
import type { Environment } from './types.js';

/** Milliseconds for which the result of a command is kept. */
const commandAge = 7 * 24 * 3600_000;
/** Then old ones are thrown away, some at a time: nobody who opens the app waits for it. */
const forgetAfter = 20_000;
const forgottenAtOnce = 200;

interface Forgetting {
  readonly after: Timers['after'];
  readonly inTurn: Pipeline['inTurn'];
  readonly storage: RecordStorage;
  readonly now: Environment['now'];
}

/** Throws old results of commands away, in small portions, between what others ask for. */
export function forget({ after, inTurn, storage, now }: Forgetting): void {
  const some = (): Promise<boolean> =>
    storage.write(async (writer) => {
      const before = [now() - commandAge];
      const rows = await writer.range('commands', 'at', { before, limit: forgottenAtOnce });
      for (const row of rows) writer.delete('commands', row.actor, row.commandId);
      return rows.length === forgottenAtOnce;
    });
  const soon = (): void =>
    after(forgetAfter, () =>
      inTurn(some)
        .then((more) => more && soon())
        .catch((error: unknown) => reportError(error)),
    );
  soon();
}
