import { atom, computed } from 'nanostores';
import type { Session } from '../protocol/backend.js';
import { ChatError } from '../protocol/errors.js';
import type { BackendEvent } from '../protocol/events.js';
import type { OperationName } from '../protocol/operations.js';
import type { ActParts, Acts } from './acts/acts.js';
import { createCalls } from './calls.js';
import { checkOptions, type ChatClientOptions } from './client-options.js';
import { createConnection } from './session/connection.js';
import { createConversations } from './conversations.js';
import type { Command } from './command.js';
import type { Core } from './core.js';
import { createDrafts } from './drafts.js';
import { createEnvironment, pauseAfter } from './environment.js';
import { createFacts } from './facts.js';
import { createFiles } from './files.js';
import { createGroups } from './groups.js';
import { createItems } from './feed/item.js';
import { createLate, shownAfter } from './late.js';
import { createMessages } from './messages.js';
import { createShown } from './stores/patches.js';
import { createPeople } from './people.js';
import { createRequests } from './session/requests.js';
import { createSession, createTokenStore } from './session/session.js';
import { createStandIns } from './stand-ins.js';
import { createTables, type Applied } from './stores/table.js';
import { normalize } from './targets.js';
import { createTabs } from './session/tabs.js';
import type { ClientStatus } from './client-status.js';
import type { ChatClient } from './types.js';
import { createTyping } from './typing.js';
import { createUsers } from './users.js';

const none: readonly OperationName[] = [];

/** All state of one user on one backend; see `ChatClient`. */
export function createChatClient(options: ChatClientOptions): ChatClient {
  const {
    backend,
    storage = 'none',
    timeout = 15_000,
    connection: mode = 'always',
  } = checkOptions(options);
  const environment = createEnvironment(options.environment);
  const space = `chat-elements/${options.appId ?? backend.name}`;
  const facts = createFacts();
  const tables = createTables();
  const sessionListeners = new Set<(session: Session | undefined) => void>();
  const refetchListeners = new Set<(conversationId: string) => void>();
  const closers: (() => void)[] = [];
  /** What this device has asked for. */
  const commandIds = new Set<string>();
  /** What has happened since the session began and before the acts were there. */
  const missed: Applied[] = [];

  const report = (error: ChatError, operation: string) => facts.emit('error', { error, operation });
  const keepAs = options.keep === false ? undefined : space;
  const tabs = createTabs(keepAs);
  const { presence, refreshToken } = options;
  const tokens = createTokenStore(storage, `${space}/token`);
  const session = createSession({
    backend,
    environment,
    tokens,
    presence,
    refreshToken,
    started,
    stopped,
    failed: (error) => facts.emit('session.failed', { error }),
    renew:
      refreshToken &&
      ((ended) => void acts.run(({ renew }) => renew(ended)).catch(() => session.close(ended))),
    // Who signs out is out of this page, whatever the server answers.
    leave: () => acts.run(({ leave }) => leave()).catch(() => undefined),
  });
  const me = () => session.$session.get()?.me.id;
  /** What management may change while the session lasts. */
  const $terms = atom<Pick<Session, 'settings' | 'restricted'> | undefined>();

  const requests = createRequests({ backend, environment, session, tables, timeout });
  const connection = createConnection({
    backend,
    environment,
    receive,
    opened: () => acts.now?.outbox.wake(),
  });
  let wanted = false;
  function want(connected: boolean): void {
    wanted = connected;
    if (acts.now) acts.now.upkeep.look();
    else if (!wanted) connection.disconnect();
    else if (mode !== 'auto' || environment.page.isVisible()) connection.connect();
  }

  const $commands = atom<readonly Command[]>([]);
  const acts = createLate(() => import('./acts/acts.js').then((it) => it.createActs(parts)));
  // What cannot be done without it says so when it is asked for.
  function loadActsSoon(failures = 0): void {
    environment.after(failures ? pauseAfter(failures, environment) : shownAfter, () => {
      acts.load().catch(() => me() !== undefined && loadActsSoon(failures + 1));
    });
  }
  const $shown = createShown(tables, $commands, (commands) => acts.now?.overlay(commands));

  const core: Core = {
    environment,
    tables,
    $commands,
    tabs,
    facts,
    connection,
    $session: session.$session,
    $shown,
    me,
    can: (capability) => (session.$session.get()?.capabilities[capability] ?? 'none') !== 'none',
    query: requests.query,
    onSession(listener) {
      sessionListeners.add(listener);
      return () => sessionListeners.delete(listener);
    },
    onRefetch(listener) {
      refetchListeners.add(listener);
      return () => refetchListeners.delete(listener);
    },
    onClose: (listener) => void closers.push(listener),
    report,
  };

  function receive(event: BackendEvent): void {
    switch (event.type) {
      case 'changed': {
        const { changes, cause, actor, commandId = '' } = event;
        void tables.take({
          changes,
          live: true,
          own: commandIds.has(commandId),
          ...(cause !== undefined && { cause }),
          ...(actor !== undefined && { actor }),
          settle: () => acts.now?.outbox.confirm(commandId),
        });
        return;
      }
      case 'refetch':
        // The acts have something to ask for as well.
        if (event.conversationId === undefined)
          return void acts.load().then(connection.refetch, connection.refetch);
        for (const listener of [...refetchListeners]) listener(event.conversationId);
        return;
      case 'ended':
        return session.end(ChatError.from(event.error));
      default:
        // What cannot be heard in time has no meaning later.
        void act(({ hear }) => hear(event)).catch(() => undefined);
    }
  }

  function started({ me: user }: Session): void {
    void tables.take({ changes: { users: [user] }, live: false });
    $terms.set(session.$session.get());
    want(mode !== 'manual');
    loadActsSoon();
    for (const listener of [...sessionListeners]) listener(session.$session.get());
    if (storage === 'local') tabs.tell({ kind: 'signedIn', uid: user.id });
    facts.emit('session.started', { me: user });
  }

  function stopped(uid: string, error?: ChatError): void {
    requests.forget();
    commandIds.clear();
    missed.length = 0;
    want(false);
    connection.forget();
    acts.now?.outbox.clear();
    tables.clear();
    $terms.set(undefined);
    for (const listener of [...sessionListeners]) listener(undefined);
    if (error) return facts.emit('session.ended', { error });
    if (storage === 'local') tabs.tell({ kind: 'signedOut', uid });
    facts.emit('session.left', { uid });
  }

  // Asked at every step: without a listener each asking would mount and unmount them.
  closers.push(session.$session.listen(() => undefined));
  closers.push($shown.listen(() => undefined));
  tables.onApplied((applied) => {
    if (acts.now) return;
    missed.push(applied);
    if (Object.values(applied).some((all) => all.some(({ arrival }) => arrival.live)))
      loadActsSoon();
  });
  closers.push(
    connection.$connection.listen(({ connection: line }, before) => {
      const name = line === 'resync' ? 'online' : line;
      if (name === 'online' && before?.connection === 'resync') return;
      facts.emit(`connection.${name}`, {});
    }),
  );

  if (storage === 'local')
    tabs.onTold((message) => {
      if (message.kind === 'signedOut') session.follow(message.uid);
      if (message.kind === 'signedIn') session.resume();
    });
  // Who could not be signed in without a line is tried again when there is hope.
  closers.push(environment.page.onSign((sign) => sign !== 'hidden' && session.resume()));

  function letGo(): void {
    for (const closer of closers.splice(0)) closer();
  }

  /** What belongs to this session is not done in another. */
  function act<R>(run: (acts: Acts) => R | Promise<R>): Promise<R> {
    const mine = session.$session.get();
    return acts.run((it) => {
      if (session.$session.get() === mine) return run(it);
      throw new ChatError('unauthenticated', 'Signed in or out meanwhile. Try again.');
    });
  }

  const standIns = createStandIns(acts, act);
  const people = createPeople(core);
  const items = createItems(core, people, (id) => acts.now?.pendingOf(id));
  const typing = createTyping(core, standIns);
  const drafts = createDrafts(core, standIns);
  const calls = createCalls(core, standIns);
  const messages = createMessages(core, items, standIns);
  const { $mine } = calls;
  const { $typists } = typing;
  const parts: ActParts = {
    core,
    $commands,
    $mine,
    $typists,
    items,
    people,
    commandIds,
    missed,
    timeout,
    ask: requests.ask,
    given: options.environment ?? {},
    drafts,
    feeds: messages.feeds,
    keepAs,
    backend,
    session,
    $terms,
    tokens,
    refreshToken,
    mode,
    isWanted: () => wanted,
  };
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
    connect: () => (session.$session.get() ? want(true) : undefined),
    disconnect: () => want(false),
    ping: () => acts.now?.upkeep.ping(),
    async close() {
      letGo();
      session.stop();
      want(false);
      environment.stop();
      tabs.close();
      // What was written before they came is kept all the same.
      await acts.settled();
      letGo();
      await acts.now?.close();
    },
    on: facts.on,
    users: createUsers(core, people, standIns),
    groups: createGroups(core, standIns),
    members: {
      ...standIns.lists('members', 'list', 'banned'),
      ...standIns.queries('members', 'query', 'queryBanned'),
      ...standIns.verbs('members', 'add', 'kick', 'ban', 'unban', 'setScope'),
    },
    conversations: createConversations(core, { people, items, drafts, typing, standIns }),
    messages: messages.feature,
    typing: typing.feature,
    drafts: drafts.feature,
    files: createFiles(core, standIns),
    calls: calls.feature,
    transient: {
      send: (target, data) =>
        void act(({ tell }) => tell('transient.send', { target: normalize(target), data })).catch(
          () => undefined,
        ),
    },
  };
}
