import type { WritableAtom } from 'nanostores';
import { ChatError } from '../../protocol/errors.js';
import type { Backend, Session } from '../../protocol/backend.js';
import { createId } from '../../protocol/create-id.js';
import type { BackendEvent } from '../../protocol/events.js';
import type { OwnCall } from '../call-types.js';
import type { Command } from '../command.js';
import type { ConnectionMode } from '../session/connection.js';
import type { Core } from '../core.js';
import type { OwnDrafts } from '../draft.js';
import type { ActEnvironment } from '../environment.js';
import type { FeedWays, OwnFeed } from '../feed/feed-types.js';
import type { Items } from '../feed/item.js';
import { unlessRefused } from '../session/keep-fresh.js';
import type { Store } from '../stores/list-types.js';
import type { Overlay } from '../stores/patches.js';
import type { People } from '../people.js';
import type { Requests } from '../session/requests.js';
import type { SessionKeeper, TokenStore } from '../session/session.js';
import type { Applied, RecordTables } from '../stores/table.js';
import type { Typists } from '../typists.js';
import type { ActCore } from './act-core.js';
import { createCalls } from './calls.js';
import { createConversations } from './conversations.js';
import { createDrafts, type DraftActs } from './drafts.js';
import { createFeedWays } from './feed/feed-ways.js';
import { createFile, createPreviews, type Previews } from './files.js';
import { createGroups } from './groups.js';
import { createHeldMessages } from './feed/held-messages.js';
import { watchLostEdits } from './outbox/lost-edits.js';
import { createMembers } from './members.js';
import { createKeep } from './keep/keep.js';
import { createKeepSoon } from './keep/keep-soon.js';
import { createMessages } from './messages.js';
import { createOutbox, type Outbox } from './outbox/outbox.js';
import { createOverlay } from './outbox/overlay.js';
import { createPendingOf, type Pending } from './outbox/pending-of.js';
import { createReceipts, type Receipts } from './feed/receipts.js';
import { createRenewal } from './renewal.js';
import { createRestore } from './keep/restore.js';
import { createTeller } from './tell.js';
import { createTyping, type TypingActs } from './typing.js';
import { createUpkeep, type Upkeep } from './upkeep.js';
import { withUploads } from './outbox/uploads.js';
import { createUsers } from './users.js';

/** Ends an attempt whose command is gone; nobody sees it. */
const discarded = new ChatError('unknown', 'Discarded.');

/** Commands of this device whose events may still come. */
const ownRemembered = 1000;

/** What the client has ready for them. */
export interface ActParts {
  readonly core: Core;
  readonly $commands: WritableAtom<readonly Command[]>;
  readonly $mine: WritableAtom<OwnCall | undefined>;
  readonly $typists: WritableAtom<Typists>;
  /** In the place of the real ones: for tests. */
  readonly given: Partial<ActEnvironment>;
  readonly drafts: OwnDrafts;
  readonly items: Items;
  readonly feeds: ReadonlyMap<string, OwnFeed>;
  readonly people: People;
  /** Ids of the commands this device has given to the backend last. */
  readonly commandIds: Set<string>;
  /** What was applied before this was loaded. */
  readonly missed: Applied[];
  /** Milliseconds for an answer. */
  readonly timeout: number;
  readonly ask: Requests['ask'];
  /** Name of what outlives the page; without it nothing does. */
  readonly keepAs: string | undefined;
  readonly backend: Backend;
  readonly session: SessionKeeper;
  readonly $terms: WritableAtom<Pick<Session, 'settings' | 'restricted'> | undefined>;
  readonly tokens: TokenStore;
  readonly refreshToken: (() => Promise<string>) | undefined;
  readonly mode: ConnectionMode;
  /** A connection is. */
  isWanted(): boolean;
}

/** What the client offers of them to others. */
export interface Features {
  readonly users: ReturnType<typeof createUsers>;
  readonly groups: ReturnType<typeof createGroups>;
  readonly members: ReturnType<typeof createMembers>;
  readonly conversations: ReturnType<typeof createConversations>;
  readonly messages: ReturnType<typeof createMessages>;
  readonly calls: ReturnType<typeof createCalls>;
}

export interface Acts extends Features {
  readonly outbox: Outbox;
  readonly receipts: Receipts;
  readonly drafts: DraftActs;
  readonly typing: TypingActs;
  readonly upkeep: Upkeep;
  readonly tell: ActCore['tell'];
  /** What is told of, and stands in no record. */
  hear(event: Extract<BackendEvent, { type: 'typing' | 'transient' | 'goal' }>): void;
  renew(ended: ChatError): Promise<void>;
  /** Tells the server that the session is over here. */
  leave(): Promise<void>;
  readonly previews: Previews;
  overlay(commands: readonly Command[]): Overlay;
  pendingOf(message: string): Pending | undefined;
  waysOf(feed: OwnFeed): FeedWays;
  $file(url: string): Store<string | undefined>;
  /** Resolves when all that was to be kept is. */
  close(): Promise<void>;
}

/** What is done, and told of what others do, apart from what is read: loaded with the first of it, or a little later. */
export function createActs(parts: ActParts): Acts {
  const { core: base, $commands, commandIds, missed, ask, timeout } = parts;
  const { tables, me, report } = base;
  const { random, id = () => createId(base.environment.now(), random) } = parts.given;
  const environment: ActEnvironment = { ...base.environment, id };
  const previews = createPreviews(base);
  const before = missed.splice(0);
  const onNews: RecordTables['onApplied'] = (listener) => {
    before.forEach(listener);
    return tables.onApplied(listener);
  };

  const tab = environment.id();
  const keep = createKeep({
    name: parts.keepAs,
    owner: tab,
    environment,
    onError: (error) => report(ChatError.from(error), 'storage'),
  });
  const outbox: Outbox = createOutbox({
    environment,
    $commands,
    isOpen: () => isRestored() && base.connection.isOpen(),
    ...createKeepSoon({ ...base, keep }),
    onError: (error, command) => report(error, command.name),
    attempt,
  });
  const isRestored = createRestore(base, keep, outbox, tab);

  async function attempt(command: Command): Promise<void> {
    commandIds.add(command.id);
    const [oldest] = commandIds;
    if (commandIds.size > ownRemembered && oldest !== undefined) commandIds.delete(oldest);
    const mine = base.$session.get();
    const isWanted = () => $commands.get().some(({ id }) => id === command.id);
    const ready = await withUploads(command, outbox.replace, async (file, data) => {
      if (!isWanted()) throw discarded;
      const { name, file: blob } = file;
      const mimeType = blob.type || 'application/octet-stream';
      const params = { id: file.id, name, mimeType, data };
      const { url } = await ask('file.upload', params, file.id, timeout * 10);
      previews.link(file, url);
      return url;
    });
    if (!isWanted()) throw discarded;
    if (ready !== command) outbox.replace(ready);
    const result = await ask(ready.name, ready.params, ready.id);
    // Its records are as the one who asked may see them, not whoever is signed in by now.
    if (base.$session.get() !== mine) throw discarded;
    const settle = () => outbox.confirm(ready.id, result);
    const arrival = { changes: result.changes, live: true, own: true, cause: ready.name, settle };
    await tables.take(arrival);
  }

  const core: ActCore = {
    ...base,
    environment,
    keep,
    outbox,
    tell(name, params) {
      // A lost one is not told of, either.
      if (base.connection.isOpen()) void ask(name, params, environment.id()).catch(() => undefined);
    },
    command(name, params, { volatile = false, ...rest }) {
      if (me() === undefined) {
        return Promise.reject(
          new ChatError('unauthenticated', `${name}: nobody is signed in. Sign in first.`),
        );
      }
      const given = { id: environment.id(), name, params, ...rest } as Parameters<
        typeof outbox.add
      >[0];
      return outbox.add(given, { volatile }) as ReturnType<typeof core.command<typeof name>>;
    },
  };

  onNews(createTeller(base.facts.emit, () => me() ?? ''));
  const { items, people, feeds, backend, session, tokens, refreshToken } = parts;
  const upkeep = createUpkeep(base.connection, environment, parts.mode, parts.isWanted);
  base.onClose(upkeep.stop);
  upkeep.look();
  base.connection.onRefresh(async (missed) => {
    if (missed) await unlessRefused(base.query('session.get', {}).then(parts.$terms.set));
  });
  watchLostEdits(core, onNews);
  const typing = createTyping(core, people, parts.$typists);
  const receipts = createReceipts(core, onNews);
  const held = createHeldMessages(core, feeds, onNews);
  const ways = createFeedWays(core, feeds, receipts, held, onNews);
  return {
    outbox,
    receipts,
    drafts: createDrafts(core, parts.drafts),
    previews,
    overlay: createOverlay(tables, { me, preview: previews.of }),
    pendingOf: createPendingOf($commands),
    waysOf: ways.waysOf,
    $file: (url) => createFile(core, url),
    close: keep.close,
    typing,
    upkeep,
    tell: core.tell,
    hear(event) {
      if (event.type === 'typing') return typing.receive(event);
      const { conversationId, uid } = event;
      if (event.type === 'transient')
        return base.facts.emit('transient.received', { conversationId, uid, data: event.data });
      const { messageId, at } = event;
      base.facts.emit('interaction.completed', { conversationId, messageId, uid, at });
    },
    renew: refreshToken
      ? createRenewal({ backend, environment, session, tokens, upkeep, refreshToken })
      : () => Promise.resolve(),
    leave: async () => void (await ask('session.signOut', {}, environment.id())),
    users: createUsers(core),
    groups: createGroups(core),
    members: createMembers(core, people),
    conversations: createConversations(core),
    messages: createMessages(core, { items, people, feeds, held, ways }),
    calls: createCalls(core, parts.$mine, onNews),
  };
}
