import { conversationTarget } from '../../protocol/ids.js';
import { appUser } from '../../protocol/management.js';
import type { Changes, Tables, TableName } from '../../protocol/records.js';
import type { Gathering } from './context.js';
import { asSeenBy, isHeld, isThere } from './moderation.js';
import { placeOf, stateOf, type Place } from './places.js';
import {
  callRecord,
  conversationRecord,
  groupRecord,
  leftAt,
  memberRecord,
  receiptRecord,
  userRecord,
  type Rights,
  type Watermarks,
} from './render.js';
import { goneMessage, messageRecord, peopleIn } from './render-message.js';
import { deniedTo, roleOf } from './roles.js';
import type { Sessions } from './sessions.js';
import type { CallRow, MemberRow, MessageRow, ReceiptRow, RelationRow } from './storage/rows.js';
import { isThread, subscribedAnyway, unreadReplies } from './subscriptions.js';
import type { Work } from './work.js';

/** How far a chain of quotes travels along. */
const quoteDepth = 20;

/** What several viewers share while one change is told to all of them. Made anew for each: it must see no later write. */
export function createGatherer(work: Work, sessions: Sessions): (viewer: string) => Gathering {
  const marks = new Map<string, Promise<readonly ReceiptRow[]>>();

  /** Where everyone stands who takes part; those without a row stand where they joined. */
  async function marksOf({ conversationId, group }: Place): Promise<readonly ReceiptRow[]> {
    const rows = await work.range('receipts', 'key', { prefix: [conversationId] });
    if (!group || rows.length >= group.membersCount) return rows;
    const members = await work.range('members', 'name', { prefix: [group.guid, 'member'] });
    const known = new Set(rows.map(({ uid }) => uid));
    const others = members.filter(({ uid }) => !known.has(uid));
    return [
      ...rows,
      ...others.map(({ uid, joinedSeq: seq }) => ({
        ...{ conversationId, uid, rev: 0, deliveredSeq: seq, readSeq: seq },
        ...{ deliveries: [], reads: [] },
      })),
    ];
  }

  async function watermarks(place: Place, viewer: string): Promise<Watermarks | undefined> {
    if (place.large) return undefined;
    const id = place.conversationId;
    let shared = marks.get(id);
    if (!shared) marks.set(id, (shared = marksOf(place)));
    const others = (await shared).filter(({ uid }) => uid !== viewer);
    if (others.length === 0) return { deliveredSeq: 0, othersReadSeq: 0 };
    return {
      deliveredSeq: Math.min(...others.map(({ deliveredSeq }) => deliveredSeq)),
      othersReadSeq: Math.min(...others.map(({ readSeq }) => readSeq)),
    };
  }

  return (viewer) => createGathering(work, sessions, viewer, watermarks);
}

function createGathering(
  work: Work,
  sessions: Sessions,
  viewer: string,
  watermarks: (place: Place, viewer: string) => Promise<Watermarks | undefined>,
): Gathering {
  const sizes = { largeFrom: work.largeFrom, quietFrom: work.quietFrom };
  const found = new Map<TableName, Map<string, object | undefined>>();
  const places = new Map<string, Promise<Place>>();
  let relations: Promise<{ mine: Map<string, RelationRow>; theirs: Map<string, RelationRow> }>;
  let held: Promise<Rights>;
  let saved: Promise<Map<string, { savedAt?: number | undefined; rev: number }>>;

  /** True for the first who asks; the record is filled in when it is ready. */
  function claim(table: TableName, id: string): boolean {
    let records = found.get(table);
    if (!records) found.set(table, (records = new Map<string, object>()));
    if (records.has(id)) return false;
    records.set(id, undefined);
    return true;
  }
  function add<T extends TableName>(table: T, row: Tables[T]): void {
    found.get(table)!.set(row.id, row);
  }

  function place(conversationId: string): Promise<Place> {
    let known = places.get(conversationId);
    if (!known) places.set(conversationId, (known = placeOf(work, viewer, conversationId)));
    return known;
  }
  function relationsOf() {
    relations ??= Promise.all([
      work.range('relations', 'key', { prefix: [viewer] }),
      work.range('relations', 'other', { prefix: [viewer] }),
    ]).then(([mine, theirs]) => ({
      mine: new Map(mine.map((row) => [row.other, row])),
      theirs: new Map(theirs.map((row) => [row.uid, row])),
    }));
    return relations;
  }
  function savedOf() {
    saved ??= work
      .range('saved', 'key', { prefix: [viewer] })
      .then((rows) => new Map(rows.map((row) => [row.messageId, row])));
    return saved;
  }

  /** P8: what the viewer's role leaves them. */
  function rightsOf(): Promise<Rights> {
    held ??= Promise.all([work.get('users', viewer), roleOf(work, viewer)]).then(([me, role]) =>
      viewer === appUser
        ? { restricted: [], friendsOnly: false, rev: 0 }
        : {
            restricted: role.restricted,
            friendsOnly: role.sendMessagesTo === 'friendsOnly',
            rev: Math.max(role.rev, me?.roleRev ?? 0),
          },
    );
    return held;
  }

  /** And their scope in a group. */
  async function rightsIn({ group, rank }: Place): Promise<Rights> {
    const rights = await rightsOf();
    return {
      ...rights,
      restricted: [...rights.restricted, ...deniedTo(group, rank)],
      rev: Math.max(rights.rev, group?.deniedRev ?? 0),
    };
  }

  async function user(uid: string): Promise<void> {
    if (!claim('users', uid)) return;
    const [row, { mine, theirs }] = await Promise.all([work.get('users', uid), relationsOf()]);
    if (!row) return;
    const online = sessions.isOnline(uid);
    const relations = { mine: mine.get(uid), theirs: theirs.get(uid) };
    add('users', userRecord(row, { viewer, online, ...relations, rights: await rightsOf() }));
  }

  async function groupAlone(guid: string): Promise<string | undefined> {
    if (!claim('groups', guid)) return undefined;
    const at = await place(`group:${guid}`);
    const { group: row, member, rank } = at;
    // P4: outsiders never learn of a private group; those who were inside learn that they are out.
    if (!row || (row.type === 'private' && !member && rank === 'stranger')) return undefined;
    const onlineCount = onlineIn(guid);
    add('groups', groupRecord(row, member, { ...sizes, onlineCount, rights: await rightsIn(at) }));
    return row.owner;
  }

  async function group(guid: string): Promise<void> {
    const owner = await groupAlone(guid);
    if (owner !== undefined) await user(owner);
  }

  /** With those who come in by this very change, and without those who go. */
  function onlineIn(guid: string): number {
    const online = new Set(sessions.onlineIn(guid));
    for (const row of work.changed('members')) {
      if (row.guid !== guid) continue;
      if (row.standing === 'member' && sessions.isOnline(row.uid)) online.add(row.uid);
      else online.delete(row.uid);
    }
    return online.size;
  }

  async function member(row: MemberRow): Promise<void> {
    if (!claim('members', `${row.guid}:${row.uid}`)) return;
    const at = await place(`group:${row.guid}`);
    const { group: of, rank } = at;
    if (!of || (rank === 'stranger' && row.uid !== viewer)) return;
    add('members', memberRecord(row, of, { viewer, rank, rights: await rightsIn(at) }));
    await Promise.all([user(row.uid), ...(row.bannedBy !== undefined ? [user(row.bannedBy)] : [])]);
  }

  async function messageById(id: string, depth: number): Promise<void> {
    const row = await work.get('messages', id);
    if (row) await message(row, depth);
  }

  async function message(row: MessageRow, depth = 0): Promise<void> {
    const { conversationId, id } = row;
    if (!claim('messages', id)) return;
    const at = await place(conversationId);
    if (at.rank === 'stranger') return;
    const state = await stateOf(work, at, viewer);
    if (row.seq <= state.clearedSeq) return;
    if (!isThere(row, viewer)) {
      // Whoever never had it is not told that it went.
      const gone = isHeld(row) && row.sender !== viewer ? row.withdrawnAt : row.removedAt;
      if (gone !== undefined) add('messages', goneMessage(row));
      return;
    }
    const kept = (await savedOf()).get(id);
    const [thread, used] = await Promise.all([
      row.followed || row.replyCount ? work.get('threads', viewer, id) : undefined,
      row.category === 'interactive' ? work.get('interactions', id, viewer) : undefined,
    ]);
    const own = [at.member, kept, thread, used].map((one) => one?.rev ?? 0);
    const { rank, blocked } = at;
    const rights = await rightsIn(at);
    const subscribed = thread?.subscribed ?? subscribedAnyway(row, viewer);
    const seen = Math.max(thread?.readSeq ?? 0, state.clearedSeq, at.member?.joinedSeq ?? 0);
    const counts = row.replyCount && subscribed && !at.large;
    add(
      'messages',
      messageRecord(row, {
        ...{ viewer, rank, blocked, rights, rev: Math.max(...own), savedAt: kept?.savedAt },
        threadSubscribed: isThread(row) ? subscribed : undefined,
        unreadReplies: counts ? await unreadReplies(work, id, viewer, seen) : undefined,
        ...{ interactions: used?.interactions, goalCompletedAt: used?.goalCompletedAt },
      }),
    );
    await Promise.all(peopleIn(asSeenBy(row, viewer)).map(user));
    if (row.quotedId !== undefined && depth < quoteDepth)
      await messageById(row.quotedId, depth + 1);
    if (row.parentId !== undefined) await messageById(row.parentId, depth);
  }

  async function conversation(id: string): Promise<void> {
    if (!claim('conversations', id)) return;
    const [row, at] = await Promise.all([work.get('conversations', id), place(id)]);
    if (!row) return;
    if (row.type === 'group' && (!at.group || !at.member)) return;
    const state = await stateOf(work, at, viewer);
    // Between two, one may have written what the other does not have (M12).
    if (row.type === 'user' && state.rev === 0) return;
    const out = at.rank === 'stranger';
    const { uid, guid } = conversationTarget(viewer, id);
    const read =
      state.lastReadId === undefined ? undefined : await work.get('messages', state.lastReadId);
    const readable = read !== undefined && read.seq > state.clearedSeq && !out;
    add(
      'conversations',
      conversationRecord(row, state, {
        with: guid ?? uid,
        rev: Math.max(at.member?.rev ?? 0, out ? (at.group?.rev ?? 0) : 0),
        removedAt: out ? (at.group?.removedAt ?? leftAt(at.member)) : undefined,
        counting: !at.large && !out,
        watermarks: out ? undefined : await watermarks(at, viewer),
        lastReadId: readable ? read.id : undefined,
      }),
    );
    await (guid !== undefined ? group(guid) : user(uid));
    if (out) return;
    const named = [row.lastId, state.lastReadId, state.unreadFrom].filter(
      (name) => name !== undefined,
    );
    await Promise.all(named.map((name) => messageById(name, 0)));
  }

  async function receipt(row: ReceiptRow): Promise<void> {
    if (!claim('receipts', `${row.conversationId}|${row.uid}`)) return;
    const at = await place(row.conversationId);
    if (at.large || at.rank === 'stranger' || (at.blocked && row.uid !== viewer)) return;
    const { id, ...rest } = receiptRecord(row);
    add('receipts', { id, ...rest });
    await user(row.uid);
  }

  async function call(row: CallRow): Promise<void> {
    if (!claim('calls', row.id)) return;
    const at = await place(row.conversationId);
    if (at.rank === 'stranger') {
      const removedAt = at.member && (at.group?.removedAt ?? leftAt(at.member));
      if (removedAt !== undefined)
        add('calls', { ...callRecord(row), status: 'ended', participants: [], removedAt });
      return;
    }
    add('calls', callRecord(row));
    const stayed = (row.stays ?? []).map(({ uid }) => uid);
    await Promise.all([row.initiator, ...row.participants, ...stayed].map(user));
    await (row.receiverType === 'group' ? group(row.receiver) : user(row.receiver));
  }

  return {
    viewer,
    user,
    group,
    groupAlone: async (guid) => void (await groupAlone(guid)),
    member,
    conversation,
    message,
    receipt,
    call,
    changes() {
      const changes: Partial<Record<TableName, readonly object[]>> = {};
      for (const [table, records] of found) {
        const rows = [...records.values()].filter((row) => row !== undefined);
        if (rows.length > 0) changes[table] = rows;
      }
      return changes as Changes;
    },
  };
}
