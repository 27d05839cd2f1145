import type { WritableAtom } from 'nanostores';
import { ChatError } from '../../../protocol/errors.js';
import { messageOf, type Command } from '../../command.js';
import { pauseAfter, type ActEnvironment } from '../../environment.js';

interface OutboxOptions {
  readonly environment: ActEnvironment;
  /** In order; what failed keeps its place. */
  readonly $commands: WritableAtom<readonly Command[]>;
  /** One attempt. It confirms the command itself, in the batch that shows its records. */
  readonly attempt: (command: Command) => Promise<void>;
  readonly isOpen: () => boolean;
  readonly store: (command: Command) => void;
  /** Of what is new: it may be confirmed before that. */
  readonly storeSoon: (command: Command) => void;
  readonly drop: (id: string) => void;
  /** Nobody waits for this failure: a command from before a reload. */
  readonly onError: (error: ChatError, command: Command) => void;
}

export interface Outbox {
  /** The result, or undefined where an event confirmed it before its reply. */
  add(
    command: Omit<Command, 'order' | 'queuedAt'>,
    options?: { readonly volatile?: boolean },
  ): Promise<unknown>;
  /** Commands from before a reload. */
  restore(commands: readonly Command[]): void;
  /** The server has carried it out, as its reply or its event says (C2). */
  confirm(id: string, result?: unknown): void;
  /** Sends a refused command again, or changes one that was not sent yet; it keeps its place in the queue. */
  retry(id: string, change?: (command: Command) => Command): void;
  /** Keeps what was prepared for sending, as the addresses of uploaded files; the id stays. */
  replace(command: Command): void;
  /** C6: rollback is dropping the command, and whatever was to be done to its message. */
  discard(id: string, reason?: ChatError): void;
  /** Not yet given to the backend. */
  isUntouched(id: string): boolean;
  /** The line is back: everything waiting goes now. */
  wake(): void;
  clear(): void;
}

interface Progress {
  attempts: number;
  volatile: boolean;
  resolve?: (result: unknown) => void;
  reject?: (error: ChatError) => void;
}

/** They have a result for each of several people, which only the reply holds, not the event. */
const severally: ReadonlySet<string> = new Set(['member.add', 'user.block', 'user.unblock']);

export function createOutbox(options: OutboxOptions): Outbox {
  const { environment, $commands } = options;
  const progress = new Map<string, Progress>();
  /** Lane to the command it is busy with. */
  const busy = new Map<string, string>();
  /** Lane to the end of its pause. */
  const pauses = new Map<string, () => void>();
  let lastOrder = 0;

  const find = (id: string) => $commands.get().find((command) => command.id === id);
  const stored = (command: Command) => {
    if (!progress.get(command.id)?.volatile) options.store(command);
  };
  const swap = (id: string, command: Command) =>
    $commands.set($commands.get().map((other) => (other.id === id ? command : other)));

  function take(id: string): Progress | undefined {
    const held = progress.get(id);
    const command = find(id);
    if (!command) return undefined;
    progress.delete(id);
    $commands.set($commands.get().filter((other) => other !== command));
    if (!held?.volatile) options.drop(id);
    if (busy.get(command.lane) === id) busy.delete(command.lane);
    // Never inside the batch that shows the records.
    queueMicrotask(() => pump(command.lane));
    return held;
  }

  function pump(lane: string): void {
    if (busy.has(lane) || pauses.has(lane) || !options.isOpen()) return;
    const command = $commands.get().find((other) => other.lane === lane && !other.error);
    if (!command) return;
    busy.set(lane, command.id);
    void attempt(command);
  }

  async function attempt(command: Command): Promise<void> {
    const { id, lane } = command;
    const held = progress.get(id);
    if (held) held.attempts++;
    try {
      await options.attempt(command);
    } catch (thrown) {
      // Confirmed by its event meanwhile, discarded, or signed out.
      if (busy.get(lane) === id) refuse(find(id) ?? command, ChatError.from(thrown));
    } finally {
      if (busy.get(lane) === id) busy.delete(lane);
      pump(lane);
    }
  }

  function refuse(command: Command, error: ChatError): void {
    // When the session is over the command is not: it waits for the next one.
    const sessionOver = error.code === 'unauthenticated' || error.code === 'token-deleted';
    if (error.retryable || sessionOver) {
      pause(command, error);
    } else if (keepsWords(command)) {
      const kept = failed(command, error);
      swap(command.id, kept);
      stored(kept);
      settle(progress.get(command.id), command, error);
    } else {
      settle(take(command.id), command, error);
    }
  }

  function settle(held: Progress | undefined, command: Command, error: ChatError): void {
    if (held?.reject) held.reject(error);
    else if (!held?.volatile) options.onError(error, command);
    if (held) delete held.reject;
  }

  function pause(command: Command, error: ChatError): void {
    const attempts = progress.get(command.id)?.attempts ?? 1;
    const pause = pauseAfter(attempts - 1, environment, error);
    if (error.code === 'rate-limited') {
      swap(command.id, { ...command, resumesAt: environment.now() + pause });
    }
    const cancel = environment.after(pause, () => {
      pauses.delete(command.lane);
      pump(command.lane);
    });
    pauses.set(command.lane, cancel);
  }

  /** All at once: each change of the outbox costs as much as it holds. */
  function place(more: readonly Command[]): void {
    const commands = [...$commands.get(), ...more];
    $commands.set(commands.sort((a, b) => a.order - b.order));
    for (const lane of new Set(more.map((command) => command.lane)))
      queueMicrotask(() => pump(lane));
  }

  return {
    add(given, { volatile = false } = {}) {
      const queuedAt = environment.now();
      lastOrder = Math.max(lastOrder + 1, queuedAt * 1000);
      const command = { ...given, queuedAt, order: lastOrder } as Command;
      const promise = new Promise<unknown>((resolve, reject) => {
        progress.set(command.id, { attempts: 0, volatile, resolve, reject });
      });
      // Whoever does not look at the promise reads the failure from the row.
      promise.catch(() => undefined);
      if (!volatile) options.storeSoon(command);
      place([command]);
      return promise;
    },
    restore(commands) {
      const fresh = commands.filter(({ id }) => !progress.has(id));
      for (const { id, order } of fresh) {
        progress.set(id, { attempts: 1, volatile: false });
        lastOrder = Math.max(lastOrder, order);
      }
      if (fresh.length > 0) place(fresh);
    },
    confirm(id, result) {
      if (result === undefined && severally.has(find(id)?.name ?? '')) return;
      take(id)?.resolve?.(result);
    },
    retry(id, change = (command) => command) {
      const before = find(id);
      if (!before) return;
      const { error: refused, ...rest } = change(before);
      // A refusal is the stored answer to the old id (C1).
      const command = { ...rest, id: refused ? environment.id() : id } as Command;
      const held = progress.get(id);
      progress.delete(id);
      progress.set(command.id, { ...held, attempts: 0, volatile: false });
      swap(id, command);
      if (command.id !== id) options.drop(id);
      options.store(command);
      pump(command.lane);
    },
    replace(command) {
      if (!find(command.id)) return;
      swap(command.id, command);
      stored(command);
    },
    discard(id, reason) {
      const command = find(id);
      if (!command) return;
      const message = command.name === 'message.send' ? messageOf(command) : undefined;
      const followers = $commands
        .get()
        .filter((other) => message !== undefined && messageOf(other) === message);
      for (const other of new Set([command, ...followers])) {
        const held = take(other.id);
        if (reason) held?.reject?.(reason);
        else held?.resolve?.(undefined);
      }
    },
    isUntouched: (id) => progress.get(id)?.attempts === 0,
    wake() {
      for (const cancel of pauses.values()) cancel();
      pauses.clear();
      for (const held of progress.values()) held.attempts = Math.min(held.attempts, 1);
      for (const lane of new Set($commands.get().map((command) => command.lane))) pump(lane);
    },
    clear() {
      for (const cancel of pauses.values()) cancel();
      pauses.clear();
      busy.clear();
      const gone = new ChatError(
        'unauthenticated',
        'Signed out before this was sent. It is sent after signing in again.',
      );
      for (const held of progress.values()) held.reject?.(gone);
      progress.clear();
      $commands.set([]);
    },
  };
}

/** These keep a person's words: refused, they stay until retried or discarded. The others are dropped. */
function keepsWords(command: Command): boolean {
  return command.name === 'message.send' || command.name === 'message.edit';
}

function failed(command: Command, error: ChatError): Command {
  return { ...command, error: error.toJSON() };
}
