import { conversationTarget } from '../../../protocol/ids.js';
import type { Changes, Tables, TableName } from '../../../protocol/records.js';
import type { Gathering } from '../context.js';
import { asSeenBy, isHeld, isThere } from '../rules/moderation.js';
import { stateIn, type Place } from '../places.js';
import { all, nothing, read, rowIn, type Reading } from '../queries/reading.js';
import { Own } from './own.js';
import {
  callRecord,
  conversationRecord,
  groupRecord,
  leftAt,
  memberRecord,
  receiptRecord,
  userRecord,
  type Watermarks,
} from './render.js';
import { goneMessage, messageRecord, peopleIn } from './render-message.js';
import type { Sessions } from '../sessions.js';
import { Standings } from './standings.js';
import type {
  CallRow,
  ConversationRow,
  MemberRow,
  MessageRow,
  ReceiptRow,
} from '../storage/rows.js';
import { isThread, subscribedAnyway, unreadReplies } from '../changes/subscriptions.js';
import type { Work } from '../work.js';

/** How far a chain of quotes travels along. */
const quoteDepth = 20;

/**
 * Gatherings for several viewers, while one change is told to all of them. Made anew for each change: it must see no
 * later write.
 */
export function createGatherer(work: Work, sessions: Sessions): (viewer: string) => Gathering {
  const standings = new Standings(work);
  return (viewer) => new Gatherer(work, sessions, standings, viewer);
}

/** A class, since generators made anew for each request would cost more than what they do. */
class Gatherer implements Gathering {
  readonly viewer: string;

  readonly #work: Work;
  readonly #sessions: Sessions;
  readonly #standings: Standings;
  readonly #own: Own;
  readonly #found = new Map<TableName, Map<string, object | undefined>>();
  #wanted: Reading<void>[] = [];

  constructor(work: Work, sessions: Sessions, standings: Standings, viewer: string) {
    this.#work = work;
    this.#sessions = sessions;
    this.#standings = standings;
    this.#own = new Own(work, viewer);
    this.viewer = viewer;
  }

  user(uid: string): void {
    if (this.#claim('users', uid)) this.#wanted.push(this.#user(uid));
  }

  group(guid: string): void {
    if (this.#claim('groups', guid)) this.#wanted.push(this.#group(guid, true));
  }

  groupAlone(guid: string): void {
    if (this.#claim('groups', guid)) this.#wanted.push(this.#group(guid, false));
  }

  member(row: MemberRow): void {
    if (this.#claim('members', `${row.guid}:${row.uid}`)) this.#wanted.push(this.#member(row));
  }

  conversation(id: string): void {
    if (this.#claim('conversations', id)) this.#wanted.push(this.#conversation(id));
  }

  message(row: MessageRow, depth = 0): void {
    if (this.#claim('messages', row.id)) this.#wanted.push(this.#message(row, depth));
  }

  receipt(row: ReceiptRow): void {
    const id = `${row.conversationId}|${row.uid}`;
    if (this.#claim('receipts', id)) this.#wanted.push(this.#receipt(row));
  }

  call(row: CallRow): void {
    if (this.#claim('calls', row.id)) this.#wanted.push(this.#call(row));
  }

  async changes(): Promise<Changes> {
    // Each may want more.
    while (this.#wanted.length > 0) {
      const wanted = this.#wanted;
      this.#wanted = [];
      await read(all(wanted));
    }
    const changes: Partial<Record<TableName, readonly object[]>> = {};
    for (const [table, records] of this.#found) {
      const rows = [...records.values()].filter((row) => row !== undefined);
      if (rows.length > 0) changes[table] = rows;
    }
    return changes as Changes;
  }

  /** True for the first who asks; the record is filled in when it is ready. */
  #claim(table: TableName, id: string): boolean {
    let records = this.#found.get(table);
    if (!records) this.#found.set(table, (records = new Map<string, object>()));
    if (records.has(id)) return false;
    records.set(id, undefined);
    return true;
  }
  #add<T extends TableName>(table: T, row: Tables[T]): void {
    this.#found.get(table)!.set(row.id, row);
  }

  *#user(uid: string): Reading<void> {
    const row = yield* rowIn(this.#work, 'users', uid);
    if (!row) return;
    const { mine, theirs } = yield* this.#own.relations();
    const rights = yield* this.#own.rights();
    const { viewer } = this;
    const online = this.#sessions.isOnline(uid);
    const facts = { viewer, rights, online, mine: mine.get(uid), theirs: theirs.get(uid) };
    this.#add('users', userRecord(row, facts));
  }

  *#group(guid: string, withOwner: boolean): Reading<void> {
    const at = yield* this.#own.place(`group:${guid}`);
    const { group: row, member, rank } = at;
    // P4: outsiders never learn of a private group; those who were inside learn that they are out.
    if (!row || (row.type === 'private' && !member && rank === 'stranger')) return;
    const { largeFrom, quietFrom } = this.#work;
    const onlineCount = this.#onlineIn(guid);
    const rights = yield* this.#own.rightsIn(at);
    this.#add('groups', groupRecord(row, member, { largeFrom, quietFrom, onlineCount, rights }));
    if (withOwner) this.user(row.owner);
  }

  /** With those who come in by this very change, and without those who go. */
  #onlineIn(guid: string): number {
    const online = new Set(this.#sessions.onlineIn(guid));
    for (const row of this.#work.changed('members')) {
      if (row.guid !== guid) continue;
      if (row.standing === 'member' && this.#sessions.isOnline(row.uid)) online.add(row.uid);
      else online.delete(row.uid);
    }
    return online.size;
  }

  *#member(row: MemberRow): Reading<void> {
    const { viewer } = this;
    const at = yield* this.#own.place(`group:${row.guid}`);
    const { group, rank } = at;
    if (!group || (rank === 'stranger' && row.uid !== viewer)) return;
    const rights = yield* this.#own.rightsIn(at);
    this.#add('members', memberRecord(row, group, { viewer, rank, rights }));
    this.user(row.uid);
    if (row.bannedBy !== undefined) this.user(row.bannedBy);
  }

  *#messageById(id: string, depth: number): Reading<void> {
    const row = yield* rowIn(this.#work, 'messages', id);
    if (row) this.message(row, depth);
  }

  *#message(row: MessageRow, depth: number): Reading<void> {
    const { viewer } = this;
    const { conversationId, id } = row;
    const at = yield* this.#own.place(conversationId);
    if (at.rank === 'stranger') return;
    const state = yield* stateIn(this.#work, at, viewer);
    if (row.seq <= state.clearedSeq) return;
    if (!isThere(row, viewer)) {
      // Whoever never had it is not told that it went.
      const gone = isHeld(row) && row.sender !== viewer ? row.withdrawnAt : row.removedAt;
      if (gone !== undefined) this.#add('messages', goneMessage(row));
      return;
    }
    const kept = (yield* this.#own.saved()).get(id);
    const thread =
      row.followed || row.replyCount ? yield* rowIn(this.#work, 'threads', viewer, id) : undefined;
    const used =
      row.category === 'interactive'
        ? yield* rowIn(this.#work, 'interactions', id, viewer)
        : undefined;
    const own = [at.member, kept, thread, used].map((one) => one?.rev ?? 0);
    const { rank, blocked } = at;
    const rights = yield* this.#own.rightsIn(at);
    const subscribed = thread?.subscribed ?? subscribedAnyway(row, viewer);
    const seen = Math.max(thread?.readSeq ?? 0, state.clearedSeq, at.member?.joinedSeq ?? 0);
    const counts = row.replyCount && subscribed && !at.large;
    this.#add(
      'messages',
      messageRecord(row, {
        viewer,
        rank,
        blocked,
        rights,
        rev: Math.max(...own),
        savedAt: kept?.savedAt,
        threadSubscribed: isThread(row) ? subscribed : undefined,
        unreadReplies: counts ? yield* unreadReplies(this.#work, id, viewer, seen) : undefined,
        interactions: used?.interactions,
        goalCompletedAt: used?.goalCompletedAt,
      }),
    );
    for (const uid of peopleIn(asSeenBy(row, viewer))) this.user(uid);
    if (row.quotedId !== undefined && depth < quoteDepth)
      this.#wanted.push(this.#messageById(row.quotedId, depth + 1));
    if (row.parentId !== undefined) this.#wanted.push(this.#messageById(row.parentId, depth));
  }

  *#conversation(id: string): Reading<void> {
    const { viewer } = this;
    const [row, at] = yield* all([rowIn(this.#work, 'conversations', id), this.#own.place(id)]);
    if (!row) return;
    if (row.type === 'group' && (!at.group || !at.member)) return;
    const state = yield* stateIn(this.#work, at, viewer);
    // Between two, one may have written what the other does not have (M12).
    if (row.type === 'user' && state.rev === 0) return;
    const out = at.rank === 'stranger';
    const { uid, guid } = conversationTarget(viewer, id);
    if (guid !== undefined) this.group(guid);
    else this.user(uid);
    const { lastReadId } = state;
    const [lastRead, watermarks] = yield* all([
      lastReadId === undefined ? nothing() : rowIn(this.#work, 'messages', lastReadId),
      out ? nothing() : this.#watermarks(row, at),
    ]);
    const readable = lastRead !== undefined && lastRead.seq > state.clearedSeq && !out;
    this.#add(
      'conversations',
      conversationRecord(row, state, {
        with: guid ?? uid,
        rev: Math.max(at.member?.rev ?? 0, out ? (at.group?.rev ?? 0) : 0),
        removedAt: out ? (at.group?.removedAt ?? leftAt(at.member)) : undefined,
        counting: !at.large && !out,
        watermarks,
        lastReadId: readable ? lastRead.id : undefined,
      }),
    );
    if (out) return;
    for (const named of new Set([row.lastId, lastReadId, state.unreadFrom]))
      if (named !== undefined) this.#wanted.push(this.#messageById(named, 0));
  }

  *#watermarks({ marks }: ConversationRow, at: Place): Reading<Watermarks | undefined> {
    const { uid } = at.target;
    if (uid === undefined) return yield* this.#standings.watermarks(at, this.viewer);
    const { deliveredSeq = 0, readSeq = 0 } = marks?.[uid] ?? {};
    return { deliveredSeq, othersReadSeq: readSeq };
  }

  *#receipt(row: ReceiptRow): Reading<void> {
    const at = yield* this.#own.place(row.conversationId);
    if (at.large || at.rank === 'stranger' || (at.blocked && row.uid !== this.viewer)) return;
    this.#add('receipts', receiptRecord(row));
    this.user(row.uid);
  }

  *#call(row: CallRow): Reading<void> {
    const at = yield* this.#own.place(row.conversationId);
    if (at.rank === 'stranger') {
      const removedAt = at.member && (at.group?.removedAt ?? leftAt(at.member));
      if (removedAt !== undefined)
        this.#add('calls', { ...callRecord(row), status: 'ended', participants: [], removedAt });
      return;
    }
    this.#add('calls', callRecord(row));
    for (const uid of [row.initiator, ...row.participants]) this.user(uid);
    for (const { uid } of row.stays ?? []) this.user(uid);
    if (row.receiverType === 'group') this.group(row.receiver);
    else this.user(row.receiver);
  }
}
