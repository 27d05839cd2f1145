import type { Credentials, Session } from '../../protocol/backend.js';
import { ChatError } from '../../protocol/errors.js';
import type { BackendEvent } from '../../protocol/events.js';
import type { OperationName } from '../../protocol/operations.js';
import { copyOf } from './copy.js';
import { objectOf, refuse } from './checks/input.js';
import type { Device } from './sessions.js';
import type { Connection } from './types.js';

/** What a connection needs of the server. */
export interface Desk {
  signIn(credentials: Credentials): Promise<{ readonly session: Session; readonly device: Device }>;
  request(device: Device, name: string, params: object, commandId: unknown): Promise<unknown>;
  /** After a device has begun to listen. */
  arrived(device: Device): void;
  left(device: Device): void;
}

/** One device's line to the server. Everything that crosses is copied, and every failure is a ChatError. */
export function createConnection(desk: Desk): Connection {
  let device: Device | undefined;
  let signingIn = false;
  let receive: ((event: BackendEvent) => void) | undefined;
  let closed = false;

  function listenNow(): void {
    if (!device || !receive || device.receive) return;
    device.receive = receive;
    desk.arrived(device);
  }

  function demandDevice(): Device {
    if (closed) throw refuse('offline', 'NO_WEBSOCKET_CONNECTION', 'The connection is closed.');
    if (!device) {
      throw refuse(
        'unauthenticated',
        'USER_NOT_LOGED_IN',
        'Nobody is signed in on this connection: sign in first.',
      );
    }
    if (device.ended) throw ChatError.from(device.ended);
    return device;
  }

  return {
    async signIn(credentials) {
      if (signingIn) {
        throw refuse(
          'conflict',
          'LOGIN_IN_PROGRESS',
          'A sign-in is on its way already: wait for it.',
        );
      }
      signingIn = true;
      try {
        const before = device;
        const next = await desk.signIn(copyIn(credentials, 'credentials') as Credentials);
        if (before) desk.left(before);
        device = next.device;
        if (closed) {
          desk.left(device);
          demandDevice();
        }
        listenNow();
        return copyOf(next.session);
      } finally {
        signingIn = false;
      }
    },

    async request<N extends OperationName>(name: N, params: object, commandId?: string) {
      const asker = demandDevice();
      const result = await desk.request(asker, name, copyIn(params, 'params'), commandId);
      // Its type is the handler's, which the table of handlers ties to the name.
      return copyOf(result) as never;
    },

    listen(next) {
      receive = (event) => {
        try {
          next(copyOf(event));
        } catch (error) {
          // A listener's mistake is not the server's.
          reportError(error);
        }
      };
      if (device?.receive) device.receive = receive;
      listenNow();
    },

    close() {
      if (closed) return;
      closed = true;
      if (device) desk.left(device);
    },
  };
}

function copyIn(value: unknown, what: string): object {
  let copy: unknown;
  try {
    copy = copyOf(value);
  } catch (cause) {
    throw new ChatError(
      'invalid',
      `The ${what} hold something that cannot be sent, such as a function.`,
      {
        detail: 'ERR_BAD_REQUEST',
        cause,
      },
    );
  }
  return objectOf(copy, what);
}
