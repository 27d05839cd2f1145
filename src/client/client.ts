import { atom, computed } from 'nanostores';
import type { Backend, PresenceMode, Session } from '../protocol/backend.js';
import { ChatError } from '../protocol/errors.js';
import type { BackendEvent } from '../protocol/events.js';
import type { OperationName } from '../protocol/operations.js';
import { createCalls } from './calls.js';
import { createConnection } from './connection.js';
import { createConversations } from './conversations.js';
import type { Core } from './core.js';
import { createDrafts } from './drafts.js';
import { createEnvironment, type Environment } from './environment.js';
import { createFacts } from './facts.js';
import { createFiles, createPreviews } from './files.js';
import { createGroups } from './groups.js';
import { createItems } from './item.js';
import { createKeep } from './keep.js';
import { createMemoryKeep } from './keep-nothing.js';
import { createMembers } from './members.js';
import { createMessages } from './messages.js';
import { createOutbox } from './outbox.js';
import { createShown } from './patches.js';
import { createPeople } from './people.js';
import { createReceipts } from './receipts.js';
import { persistently, request, withUploads } from './requests.js';
import { createSession, createTokenStore } from './session.js';
import { normalize } from './targets.js';
import { createTables } from './table.js';
import { createTabs } from './tabs.js';
import { createTeller } from './tell.js';
import type { ChatClient, ClientStatus } from './types.js';
import { createTyping } from './typing.js';
import { createUpkeep, type ConnectionMode } from './upkeep.js';
import { createUsers } from './users.js';

export interface ChatClientOptions {
  readonly backend: Backend;
  /** Keeps what is stored in this browser apart from that of other apps. Default: the backend's name. */
  readonly appId?: string;
  /**
   * Where the session's token outlives the page. `local`: for all tabs, and whoever signs out in one has signed out in
   * all. Default: nowhere, `signIn` is called on every page.
   */
  readonly storage?: 'local' | 'session' | 'none';
  /**
   * Unsent messages and drafts outlive the page, in this browser's IndexedDB, and drafts are shared by its tabs. `false`:
   * they end with the page, and each tab is alone.
   */
  readonly keep?: boolean;
  /** Asked once when the token is worth nothing any more; the session then goes on as if nothing had been. */
  readonly refreshToken?: () => Promise<string>;
  /** Whose coming and going this client is told of. Default: everyone's. */
  readonly presence?: PresenceMode;
  /**
   * `always` (the default): connected while signed in. `auto`: only while the page is looked at. `manual`: only
   * `connect()` connects; in the background it is dropped after 30 s without `ping()`.
   */
  readonly connection?: ConnectionMode;
  /** Milliseconds after which an operation without answer counts as lost. Default: 15,000; files have ten times as long. */
  readonly timeout?: number;
  /** Clock, chance and timers, for tests. */
  readonly environment?: Partial<Environment>;
}

const none: readonly OperationName[] = [];

/** Nobody hears it: the command is gone. */
const discarded = new ChatError('unknown', 'Discarded while its files were uploaded.');

/** Milliseconds that sending waits for storage and for closing tabs. */
const patience = 2000;

/** All state of one user on one backend; see `ChatClient`. */
export function createChatClient(options: ChatClientOptions): ChatClient {
  const {
    backend,
    storage = 'none',
    timeout = 15_000,
    connection: mode = 'always',
  } = check(options);
  const environment = createEnvironment(options.environment);
  const space = `chat-elements/${options.appId ?? backend.name}`;
  const facts = createFacts();
  const tables = createTables();
  const previews = createPreviews();
  const sessionListeners = new Set<(session: Session | undefined) => void>();
  const refetchListeners = new Set<(conversationId: string) => void>();
  const closers = new Set<() => void>();
  /** What this device has asked for. */
  const commandIds = new Set<string>();

  const report = (error: ChatError, operation: string) => facts.emit('error', { error, operation });
  const isKept = options.keep !== false;
  const keep = isKept
    ? createKeep({
        name: space,
        owner: environment.id(),
        onError: (error) => report(ChatError.from(error), 'storage'),
      })
    : createMemoryKeep();

  const tabs = createTabs(isKept ? space : undefined);
  const { presence, refreshToken } = options;
  const session = createSession({
    backend,
    environment,
    tokens: createTokenStore(storage, `${space}/token`),
    ...(presence !== undefined && { presence }),
    ...(refreshToken && { refreshToken }),
    started,
    stopped,
    failed: (error) => facts.emit('session.failed', { error }),
    paused: () => upkeep.pause(),
    renewed: () => upkeep.resume(),
    leave: async () =>
      void (await ask('session.signOut', {}, environment.id()).catch(() => undefined)),
  });
  const me = () => session.$session.get()?.me.id;
  /** What management may change while the session lasts. */
  const $terms = atom<Pick<Session, 'settings' | 'restricted'> | undefined>();

  /** Answers in a row that knew nobody. */
  let strangers = 0;
  /** The outbox holds what an earlier page left. */
  let restored = false;
  const connection = createConnection({
    backend,
    environment,
    receive,
    opened: () => outbox.wake(),
  });
  const upkeep = createUpkeep(connection, environment, mode);

  const outbox = createOutbox({
    environment,
    isOpen: () => session.$session.get() !== undefined && restored && connection.isOpen(),
    store: (command) => keep.putCommand(me() ?? '', command),
    drop: keep.deleteCommand,
    onError: (error, command) => report(error, command.name),
    attempt: async (command) => {
      commandIds.add(command.id);
      const isWanted = () => outbox.$commands.get().some(({ id }) => id === command.id);
      const ready = await withUploads(command, outbox.replace, async (file, data) => {
        if (!isWanted()) throw discarded;
        const { name, file: blob } = file;
        const mimeType = blob.type || 'application/octet-stream';
        const { url } = await ask(
          'file.upload',
          { id: file.id, name, mimeType, data },
          file.id,
          timeout * 10,
        );
        previews.link(file, url);
        return url;
      });
      if (!isWanted()) throw discarded;
      if (ready !== command) outbox.replace(ready);
      const result = await ask(ready.name, ready.params, ready.id);
      const settle = () => outbox.confirm(ready.id, result);
      const arrival = { changes: result.changes, live: true, own: true, cause: ready.name, settle };
      await tables.take(arrival);
    },
  });

  const $shown = createShown(tables, outbox.$commands, { me, preview: previews.of });

  const core: Core = {
    environment,
    tables,
    outbox,
    keep,
    tabs,
    facts,
    connection,
    $session: session.$session,
    $shown,
    me,
    can: (capability) => (session.$session.get()?.capabilities[capability] ?? 'none') !== 'none',
    async query(name, params) {
      const mine = session.$session.get();
      if (!mine)
        throw new ChatError(
          'unauthenticated',
          `${name} was asked, but nobody is signed in. Sign in first.`,
        );
      const result = await persistently(environment, () => ask(name, params));
      if (session.$session.get() !== mine)
        throw new ChatError('unauthenticated', `${name}: signed out meanwhile.`);
      await tables.take({ changes: result.changes, live: false });
      return result;
    },
    command(name, params, { volatile = false, ...rest }) {
      if (!session.$session.get()) {
        return Promise.reject(
          new ChatError(
            'unauthenticated',
            `${name} was asked, but nobody is signed in. Sign in first.`,
          ),
        );
      }
      const given = { id: environment.id(), name, params, ...rest } as Parameters<
        typeof outbox.add
      >[0];
      return outbox.add(given, { volatile }) as ReturnType<typeof core.command<typeof name>>;
    },
    tell(name, params) {
      if (connection.isOpen()) void ask(name, params, environment.id()).catch(() => undefined);
    },
    onSession(listener) {
      sessionListeners.add(listener);
      return () => sessionListeners.delete(listener);
    },
    onRefetch(listener) {
      refetchListeners.add(listener);
      return () => refetchListeners.delete(listener);
    },
    onClose: (listener) => void closers.add(listener),
    report,
  };

  function ask<N extends Parameters<Backend['request']>[0]>(
    name: N,
    params: Parameters<typeof backend.request<N>>[1],
    commandId?: string,
    limit = timeout,
  ) {
    const answer = request({ backend, environment, timeout: limit }, name, params, commandId);
    answer.then(
      () => (strangers = 0),
      (error: ChatError) => {
        // A session that is being opened again is unknown for a moment, one that stays unknown is over.
        const isUnknown = error.code === 'unauthenticated' && ++strangers >= 3;
        if (error.code === 'token-deleted' || isUnknown) session.end(error);
      },
    );
    return answer;
  }

  function receive(event: BackendEvent): void {
    switch (event.type) {
      case 'changed': {
        const { changes, cause, actor, commandId } = event;
        const settle = commandId === undefined ? undefined : () => outbox.confirm(commandId);
        void tables.take({
          changes,
          live: true,
          own: commandId !== undefined && commandIds.has(commandId),
          ...(cause !== undefined && { cause }),
          ...(actor !== undefined && { actor }),
          ...(settle && { settle }),
        });
        return;
      }
      case 'typing':
        return typing.receive(event);
      case 'transient': {
        const { conversationId, uid, data } = event;
        return facts.emit('transient.received', { conversationId, uid, data });
      }
      case 'goal': {
        const { conversationId, messageId, uid, at } = event;
        return facts.emit('interaction.completed', { conversationId, messageId, uid, at });
      }
      case 'refetch':
        if (event.conversationId === undefined) return connection.refetch();
        for (const listener of [...refetchListeners]) listener(event.conversationId);
        return;
      case 'ended': {
        session.end(ChatError.from(event.error));
      }
    }
  }

  function started({ me: user }: Session): void {
    void tables.take({ changes: { users: [user] }, live: false });
    $terms.set(session.$session.get());
    upkeep.begin();
    restore(user.id);
    for (const listener of [...sessionListeners]) listener(session.$session.get());
    if (storage === 'local') tabs.tell({ kind: 'signedIn', uid: user.id });
    facts.emit('session.started', { me: user });
  }

  /** What was written before a reload goes before what is written after it; another tab's is not waited for. */
  function restore(uid: string): void {
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

  function stopped(uid: string, error?: ChatError): void {
    restored = false;
    strangers = 0;
    commandIds.clear();
    upkeep.end();
    outbox.clear();
    tables.clear();
    previews.clear();
    $terms.set(undefined);
    for (const listener of [...sessionListeners]) listener(undefined);
    if (error) return facts.emit('session.ended', { error });
    if (storage === 'local') tabs.tell({ kind: 'signedOut', uid });
    facts.emit('session.left', { uid });
  }

  // Asked at every step: without a listener each asking would mount and unmount them.
  closers.add(session.$session.listen(() => undefined));
  closers.add($shown.listen(() => undefined));
  tables.onApplied(createTeller(facts.emit, () => me() ?? ''));
  closers.add(
    connection.$connection.listen(({ connection: line }, before) => {
      const name = line === 'resync' ? 'online' : line;
      if (name === 'online' && before?.connection === 'resync') return;
      facts.emit(`connection.${name}`, {});
    }),
  );

  connection.onRefresh(async (missed) => {
    if (!missed) return;
    try {
      $terms.set(await core.query('session.get', {}));
    } catch (error) {
      if (ChatError.from(error).retryable) throw error;
    }
  });

  tabs.onTold((message) => {
    if (storage !== 'local') return;
    if (message.kind === 'signedOut') session.follow(message.uid);
    if (message.kind === 'signedIn') session.resume();
  });
  // Signed in without a line: the token is still good, so it is tried again when there is hope.
  closers.add(environment.page.onSign((sign) => sign !== 'hidden' && session.resume()));

  const people = createPeople(core);
  const items = createItems(core, people);
  const receipts = createReceipts(core);
  const typing = createTyping(core, people);
  const drafts = createDrafts(core);
  session.resume();

  return {
    backend,
    $status: computed([session.$phase, connection.$connection], (phase, line): ClientStatus => {
      return phase.phase === 'signedIn' ? { phase: 'signedIn', ...line } : phase;
    }),
    $me: computed(
      [session.$session, $shown],
      (now, shown) => now && (shown.get('users', now.me.id) ?? now.me),
    ),
    $capabilities: computed(session.$session, (now) => now?.capabilities),
    $settings: computed($terms, (now) => now?.settings),
    $restricted: computed($terms, (now) => now?.restricted ?? none),
    signIn: session.signIn,
    signOut: session.signOut,
    connect: () => (session.$session.get() ? upkeep.connect() : undefined),
    disconnect: upkeep.disconnect,
    ping: upkeep.ping,
    async close() {
      for (const closer of closers) closer();
      upkeep.stop();
      environment.stop();
      tabs.close();
      previews.clear();
      await keep.close();
    },
    on: facts.on,
    users: createUsers(core, people),
    groups: createGroups(core),
    members: createMembers(core, people),
    conversations: createConversations(core, { people, items, drafts, typing }),
    messages: createMessages(core, { items, people, receipts }),
    typing: typing.feature,
    drafts: drafts.feature,
    files: createFiles(core, previews),
    calls: createCalls(core),
    transient: {
      send: (target, data) => core.tell('transient.send', { target: normalize(target), data }),
    },
  };
}

function check(options: ChatClientOptions): ChatClientOptions {
  const backend: Partial<Backend> | undefined = (options as ChatClientOptions | undefined)?.backend;
  if (typeof backend?.request !== 'function' || typeof backend.connect !== 'function') {
    throw new TypeError(
      'createChatClient({ backend }) needs a backend: a simulated one, or that of a server.',
    );
  }
  return options;
}
