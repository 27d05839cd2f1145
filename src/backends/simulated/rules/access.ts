import { conversationId, type Target } from '../../../protocol/ids.js';
import { appUser } from '../../../protocol/management.js';
import type { Context } from '../context.js';
import { mintedId, refuse, targetOf } from '../checks/input.js';
import { isHeld, isThere } from './moderation.js';
import { placeOf, relationsIn, stateOf, type Place } from '../places.js';
import {
  demandActive,
  demandMember,
  demandUnblocked,
  demandVisible,
  messageNotFound,
} from './policy.js';
import { read } from '../queries/reading.js';
import { demandReachable } from './roles.js';
import type {
  ConversationRow,
  GroupRow,
  MemberRow,
  MessageRow,
  StateRow,
} from '../storage/rows.js';

/** Loads what a decision needs, and refuses whom it must. */

export interface GroupPlace extends Place {
  readonly group: GroupRow;
  readonly member?: MemberRow | undefined;
}

/** A group that the actor may see. */
export async function visibleGroup({ work, me }: Context, guid: string): Promise<GroupPlace> {
  const place = await placeOf(work, me, `group:${guid}`);
  const { group, member, rank } = place;
  return { ...place, group: demandVisible(guid, group, member, rank) };
}

/** A group that the actor is a member of; the app itself is inside everywhere. */
export async function joinedGroup(context: Context, guid: string): Promise<GroupPlace> {
  const place = await visibleGroup(context, guid);
  if (context.me !== appUser) demandMember(place.group, place.member);
  return place;
}

/** Where the actor may read: with anyone who exists, and in their groups. */
export async function readablePlace(context: Context, target: Target): Promise<Place> {
  if (target.guid !== undefined) return joinedGroup(context, target.guid);
  await otherPerson(context, target.uid);
  return placeOf(context.work, context.me, conversationId(context.me, target));
}

/** Where the actor may write: there, and with nobody they are apart from. */
export async function writablePlace(context: Context, target: Target): Promise<Place> {
  const place = await readablePlace(context, target);
  if (target.guid === undefined) {
    const { work, me } = context;
    demandActive(target.uid, await work.get('users', target.uid));
    const { mine, theirs } = await read(relationsIn(work, me));
    demandUnblocked(
      target.uid,
      mine.find(({ other }) => other === target.uid),
      theirs.find(({ uid }) => uid === target.uid),
    );
    await demandReachable(work, me, target.uid);
  }
  return place;
}

async function otherPerson({ work, me }: Context, uid: string): Promise<void> {
  if (uid === me) {
    throw refuse(
      'invalid',
      'ERR_CONVERSATION_NOT_ACCESSIBLE',
      'There is no conversation with yourself: name another person.',
    );
  }
  const row = await work.get('users', uid);
  // History with someone who was deactivated since stays readable.
  if (!row) demandActive(uid, row);
}

/** A conversation of the actor's that has begun. */
export async function existing(context: Context, target: unknown) {
  const { work, me } = context;
  const to = targetOf(target);
  const place = await readablePlace(context, to);
  const row = await work.get('conversations', conversationId(me, to));
  const state = row && (await stateOf(work, place, me));
  if (!row || !state || !hasBegun(row, state)) {
    throw refuse(
      'not-found',
      'ERR_CONVERSATION_NOT_ACCESSIBLE',
      `There is no conversation with "${to.guid ?? to.uid}" yet: it is born with its first message.`,
    );
  }
  return { place, row, state };
}

/** For this person: between two, one may have written what the other does not have (M12). */
export function hasBegun(row: ConversationRow, state: StateRow): boolean {
  return (row.type === 'group' || state.rev > 0) && isVisible(row, state);
}

/** Not deleted by this person, or written in since. */
export function isVisible(row: ConversationRow, state: StateRow): boolean {
  return state.clearedSeq === 0 || row.lastSeq > state.clearedSeq;
}

export interface ReadableMessage {
  readonly row: MessageRow;
  readonly place: Place;
  readonly state: StateRow;
}

/** A message that the actor may see. */
export async function readableMessage(context: Context, id: string): Promise<ReadableMessage> {
  const { work, me } = context;
  const row = await work.get('messages', id);
  if (!row || !isThere(row, me)) throw messageNotFound(id);
  const mine = row.receiverType === 'group' || [row.sender, row.receiver].includes(me);
  if (!mine) throw messageNotFound(id);
  const place = await placeOf(work, me, row.conversationId);
  if (place.rank === 'stranger') {
    // Says why, where that may be known.
    const group = demandVisible(row.receiver, place.group, place.member, place.rank);
    demandMember(group, place.member);
  }
  const state = await stateOf(work, place, me);
  if (row.seq <= state.clearedSeq) throw messageNotFound(id);
  return { row, place, state };
}

/** The id of a thread in this conversation. */
export async function threadIn(
  context: Context,
  conversationId: string,
  parentId: unknown,
): Promise<string> {
  const { row } = await readableMessage(context, mintedId(parentId, 'parent message id'));
  if (row.conversationId === conversationId && !isHeld(row)) return row.id;
  throw messageNotFound(row.id);
}
