import type { Backend, Sink } from '../../src/protocol/backend.js';
import { ChatError, type ErrorCode } from '../../src/protocol/errors.js';
import type { BackendEvent } from '../../src/protocol/events.js';
import type { OperationName } from '../../src/protocol/operations.js';

interface Asked {
  readonly name: OperationName;
  readonly params: unknown;
  readonly commandId: string | undefined;
}

/** A backend at the end of a line that a test can cut, mute and hold. */
export interface Line {
  readonly backend: Backend;
  readonly asked: readonly Asked[];
  /** Requests fail, events are lost. */
  cut(): void;
  /** Connected again; what was missed is not repeated. */
  mend(): void;
  /** Requests are carried out, and their replies never come. */
  muted: boolean;
  /** Events are lost, and nobody says so. */
  deaf: boolean;
  /** An event comes, as if the server had said it. */
  say(event: BackendEvent): void;
  /** The next request of this name fails with this error, without reaching the server. */
  refuse(name: OperationName, code: ErrorCode, more?: { readonly retryAfter: number }): void;
  /** Requests of this name wait until the returned function is called. */
  hold(name: OperationName): () => void;
  /** So do the replies to them. */
  withhold(name: OperationName): () => void;
}

function block(blocked: Map<OperationName, Promise<void>>, name: OperationName): () => void {
  let release: () => void = () => undefined;
  blocked.set(
    name,
    new Promise((resolve) => {
      release = () => {
        blocked.delete(name);
        resolve();
      };
    }),
  );
  return () => release();
}

export function createLine(to: Backend): Line {
  const asked: Asked[] = [];
  const refusals = new Map<OperationName, ChatError>();
  const holds = new Map<OperationName, Promise<void>>();
  const replies: typeof holds = new Map();
  let sink: Sink | undefined;
  let isCut = false;

  const offline = () => new ChatError('offline', 'The line is cut.');

  const line: Line = {
    asked,
    muted: false,
    deaf: false,
    backend: {
      name: to.name,
      signIn: (credentials) => to.signIn(credentials),
      connect(next) {
        sink = next;
        const stop = to.connect({
          event: (event) => isCut || line.deaf || next.event(event),
          status: (status) => isCut || next.status(status),
        });
        return () => {
          sink = undefined;
          stop();
        };
      },
      async request(name, params, commandId) {
        asked.push({ name, params, commandId });
        await holds.get(name);
        const refusal = refusals.get(name);
        if (refusal) {
          refusals.delete(name);
          throw refusal;
        }
        if (isCut) throw offline();
        const { muted } = line;
        const result = await to.request(name, params, commandId);
        await replies.get(name);
        if (muted) await new Promise<never>(() => undefined);
        if (isCut) throw offline();
        return result;
      },
    },
    cut() {
      isCut = true;
      sink?.status('offline');
    },
    mend() {
      isCut = false;
      sink?.status('resync');
    },
    say: (event) => sink?.event(event),
    refuse: (name, code, more) =>
      void refusals.set(name, new ChatError(code, `The test refuses ${name}.`, more)),
    hold: (name) => block(holds, name),
    withhold: (name) => block(replies, name),
  };
  return line;
}
