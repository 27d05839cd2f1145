import { ChatError } from '../../../protocol/errors.js';
import { messageOf, type Command, type Upload } from '../../command.js';
import type { Store } from '../../stores/list-types.js';
import type { MessageItem } from '../../types.js';

/** What the outbox says about a message. */
export type Pending = Pick<MessageItem, 'queuedAt' | 'resumesAt' | 'progress' | 'error'> & {
  readonly state?: 'pending' | 'failed';
};

/** By message; the same object as long as its commands are the same. */
export function createPendingOf($commands: Store<readonly Command[]>) {
  let commands: readonly Command[] = [];
  let held = new Map<string, { readonly about: readonly Command[]; readonly pending: Pending }>();

  /** Once for every change of the outbox. */
  function look(): void {
    const now = $commands.get();
    if (now === commands) return;
    commands = now;
    const about = new Map<string, Command[]>();
    for (const command of now) {
      const id = messageOf(command);
      if (id !== undefined && (command.name === 'message.send' || command.error))
        about.set(id, [...(about.get(id) ?? []), command]);
    }
    held = new Map(
      [...about].map(([id, list]) => {
        const before = held.get(id);
        const isSame =
          before?.about.length === list.length && list.every((one, i) => one === before.about[i]);
        return [id, isSame ? before : { about: list, pending: pendingBy(list) }];
      }),
    );
  }

  return (id: string): Pending | undefined => {
    look();
    return held.get(id)?.pending;
  };
}

function pendingBy(commands: readonly Command[]): Pending {
  const send = commands.find(({ name }) => name === 'message.send');
  const error = commands.findLast((command) => command.error)?.error;
  return {
    state: error ? 'failed' : 'pending',
    ...(send && { queuedAt: send.queuedAt }),
    ...(send?.resumesAt !== undefined && { resumesAt: send.resumesAt }),
    ...(send?.uploads && { progress: progressOf(send.uploads) }),
    ...(error && { error: ChatError.from(error) }),
  };
}

/** Bytes; a file counts when all of it is there. */
function progressOf(uploads: readonly Upload[]): { loaded: number; total: number } {
  const sizeOf = (files: readonly Upload[]) => files.reduce((sum, { file }) => sum + file.size, 0);
  return {
    loaded: sizeOf(uploads.filter(({ url }) => url !== undefined)),
    total: sizeOf(uploads),
  };
}
