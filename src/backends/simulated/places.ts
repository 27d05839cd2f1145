import { conversationTarget, type Target } from '../../protocol/ids.js';
import { appUser } from '../../protocol/management.js';
import { rankOf, type Rank } from '../../protocol/permissions.js';
import { all, rangeIn, read, rowIn, type Reading } from './queries/reading.js';
import type { ConversationRow, GroupRow, MemberRow, StateRow } from './storage/rows.js';
import type { Work } from './work.js';

/** What someone is in a conversation. */
export interface Place {
  readonly conversationId: string;
  readonly target: Target;
  readonly rank: Rank;
  /** Either of the two has blocked the other. */
  readonly blocked: boolean;
  readonly group?: GroupRow | undefined;
  readonly member?: MemberRow | undefined;
  /** Too many members for receipts and unread counts. */
  readonly large: boolean;
}

export async function placeOf(work: Work, uid: string, conversationId: string): Promise<Place> {
  return read(placeIn(work, uid, conversationId));
}

export function* placeIn(work: Work, uid: string, conversationId: string): Reading<Place> {
  const target = conversationTarget(uid, conversationId);
  if (target.guid === undefined) {
    const { mine, theirs } = yield* relationsIn(work, uid);
    const other = target.uid;
    const blocked =
      mine.some((row) => row.other === other && row.blockedAt !== undefined) ||
      theirs.some((row) => row.uid === other && row.blockedAt !== undefined);
    // Whoever is only named in what two people write to each other takes no part in it.
    const inside = uid === appUser || conversationId.split(':').includes(uid, 1);
    return { conversationId, target, rank: inside ? 'owner' : 'stranger', blocked, large: false };
  }
  const [group, member] = yield* all([
    rowIn(work, 'groups', target.guid),
    rowIn(work, 'members', target.guid, uid),
  ]);
  const there = group && group.removedAt === undefined;
  const belongs = there && member?.standing === 'member';
  // The app itself may do in any group what its owner may.
  const rank = there && uid === appUser ? 'owner' : 'stranger';
  return {
    conversationId,
    target,
    rank: belongs && rank === 'stranger' ? rankOf(uid, group.owner, member.scope) : rank,
    blocked: false,
    group,
    member,
    large: (group?.membersCount ?? 0) > work.largeFrom,
  };
}

/** What this person has decided about others, and they about them. */
export function* relationsIn(work: Work, uid: string) {
  const prefix = [uid];
  const [mine, theirs] = yield* all([
    rangeIn(work, 'relations', 'key', { prefix }),
    rangeIn(work, 'relations', 'other', { prefix }),
  ]);
  return { mine, theirs };
}

export async function stateOf(work: Work, place: Place, uid: string): Promise<StateRow> {
  return read(stateIn(work, place, uid));
}

/** One person's part of a conversation; a row is written only when it differs from where they joined. */
export function* stateIn(work: Work, place: Place, uid: string): Reading<StateRow> {
  return (
    (yield* rowIn(work, 'states', place.conversationId, uid)) ?? {
      conversationId: place.conversationId,
      uid,
      rev: 0,
      readSeq: place.member?.joinedSeq ?? 0,
      counted: place.member?.joinedCounted ?? 0,
      mentions: 0,
      mentionsAll: 0,
      clearedSeq: 0,
    }
  );
}

/** P5: those who are apart from this person by a block, either way. */
export async function apartFrom(work: Work, uid: string): Promise<ReadonlySet<string>> {
  const { mine, theirs } = await read(relationsIn(work, uid));
  return new Set([
    ...mine.filter(({ blockedAt }) => blockedAt !== undefined).map(({ other }) => other),
    ...theirs.filter(({ blockedAt }) => blockedAt !== undefined).map((row) => row.uid),
  ]);
}

export async function conversationsOf(
  work: Work,
  uid: string,
  type?: 'group',
): Promise<ConversationRow[]> {
  const [members, states] = await Promise.all([
    work.range('members', 'user', { prefix: [uid, 'member'] }),
    type === undefined ? work.range('states', 'user', { prefix: [uid] }) : [],
  ]);
  const ids = [
    ...members.map(({ guid }) => `group:${guid}`),
    ...states.map(({ conversationId }) => conversationId).filter((id) => id.startsWith('user:')),
  ];
  const rows = await read(all(ids.map((id) => rowIn(work, 'conversations', id))));
  return rows.filter((row) => row !== undefined);
}
