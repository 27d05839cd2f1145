import type { Credentials, SessionOptions } from '../../../protocol/backend.js';
import type { BackendEvent } from '../../../protocol/events.js';
import type {
  ManagementCredentials,
  ManagementName,
  ManagementOperations,
} from '../../../protocol/management.js';
import type { OperationName, Params } from '../../../protocol/operations.js';
import type { App, Connection, Server } from '../types.js';

/** What a device asks of the tab that serves; plain data, so that it can cross to another tab. */
export type Call =
  | { readonly kind: 'signIn'; readonly credentials: Credentials }
  | {
      readonly kind: 'request';
      readonly name: OperationName;
      readonly params: Params<OperationName>;
      readonly commandId: string | undefined;
    }
  | {
      readonly kind: 'manage';
      /** The app's own where absent. */
      readonly credentials: ManagementCredentials | undefined;
      readonly name: ManagementName;
      readonly params: ManagementOperations[ManagementName]['params'];
      readonly commandId: string | undefined;
    }
  /** Events on and off; off also ends presence. */
  | { readonly kind: 'listen' | 'hush' };

/** A device's end at the server. */
export interface Port {
  /** Who is signed in on it. */
  readonly uid: string | undefined;
  call(call: Call): Promise<unknown>;
  close(): void;
}

export function createPort(
  server: Server,
  app: App,
  receive: (event: BackendEvent) => void,
  changed: () => void,
): Port {
  let connection: Connection = server.open();
  let uid: string | undefined;
  let token: string | undefined;
  let options: SessionOptions = {};
  /** On the connection that is open; a new one has none until a call needs it. */
  let session: Promise<unknown> | undefined;

  async function signIn(credentials: Credentials) {
    const signedIn = await connection.signIn(credentials);
    session = Promise.resolve();
    uid = signedIn.me.id;
    token = signedIn.token;
    options = optionsOf(credentials);
    changed();
    return signedIn;
  }

  /** Requests go on without events, so the session goes on too; the call that cannot have it back fails with the reason. */
  function resume(): Promise<unknown> | undefined {
    if (token === undefined) return undefined;
    return (session ??= connection.signIn({ ...options, token }).catch((error: unknown) => {
      session = undefined;
      throw error;
    }));
  }

  function hush(): void {
    connection.close();
    connection = server.open();
    session = undefined;
  }

  return {
    get uid() {
      return uid;
    },
    async call(call) {
      switch (call.kind) {
        case 'signIn':
          return signIn(call.credentials);
        case 'request': {
          await resume();
          const result = await connection.request(call.name, call.params, call.commandId);
          if (call.name === 'session.signOut') {
            uid = token = undefined;
            changed();
          }
          return result;
        }
        case 'manage':
          return server
            .manage(call.credentials ?? app)
            .request(call.name, call.params, call.commandId);
        case 'listen':
          await resume();
          return connection.listen(receive);
        case 'hush':
          return hush();
      }
    },
    close() {
      connection.close();
      uid = token = undefined;
      changed();
    },
  };
}

/** All of the credentials but who signs in. */
export function optionsOf({ appId, presence }: SessionOptions): SessionOptions {
  return { ...(appId !== undefined && { appId }), ...(presence !== undefined && { presence }) };
}
