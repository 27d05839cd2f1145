import { conversationTarget, type Target } from '../../protocol/ids.js';
import { appUser } from '../../protocol/management.js';
import { rankOf, type Rank } from '../../protocol/permissions.js';
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
  const target = conversationTarget(uid, conversationId);
  if (target.guid === undefined) {
    // Asked for together with all others: who looks at many conversations asks once.
    const [mine, theirs] = await Promise.all([
      work.range('relations', 'key', { prefix: [uid] }),
      work.range('relations', 'other', { prefix: [uid] }),
    ]);
    const other = target.uid;
    const blocked =
      mine.some((row) => row.other === other && row.blockedAt !== undefined) ||
      theirs.some((row) => row.uid === other && row.blockedAt !== undefined);
    // Whoever is only named in what two people write to each other takes no part in it.
    const inside = uid === appUser || conversationId.split(':').includes(uid, 1);
    return { conversationId, target, rank: inside ? 'owner' : 'stranger', blocked, large: false };
  }
  const [group, member] = await Promise.all([
    work.get('groups', target.guid),
    work.get('members', target.guid, uid),
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

/** One person's part of a conversation; a row is written only when it differs from where they joined. */
export async function stateOf(work: Work, place: Place, uid: string): Promise<StateRow> {
  return (
    (await work.get('states', place.conversationId, uid)) ?? {
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
  const [mine, theirs] = await Promise.all([
    work.range('relations', 'key', { prefix: [uid] }),
    work.range('relations', 'other', { prefix: [uid] }),
  ]);
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
  const rows = await Promise.all(ids.map((id) => work.get('conversations', id)));
  return rows.filter((row) => row !== undefined);
}
