import type { BatchResult } from '../../../protocol/operations.js';
import type { Rank } from '../../../protocol/permissions.js';
import type { Scope } from '../../../protocol/records.js';
import type { Context } from '../context.js';
import { given, objectOf, textsOf } from '../checks/input.js';
import { scopeOf } from '../checks/profiles.js';
import { admit, expel } from '../changes/membership.js';
import { demandActive, demandMemberAction } from '../rules/policy.js';
import type { GroupRow, MemberRow } from '../storage/rows.js';
import { writeAction } from '../changes/timeline.js';
import { batchSize, eachUid } from '../checks/each.js';

/** Several people at once, a result each: into a group, or kept out of it. */

interface Named {
  readonly members: Readonly<Record<string, Scope>>;
  readonly banned: readonly string[];
}

/** Whoever is to be banned is not added, too. */
export function namedOf(params: { readonly members?: unknown; readonly banned?: unknown }): Named {
  const members = given(params.members, scopesOf) ?? {};
  const uids = given(params.banned, (value) => textsOf(value, 'banned')) ?? [];
  const banned = [...new Set(uids.map((uid) => uid.toLowerCase()))];
  for (const uid of banned) delete members[uid];
  return { members, banned };
}

/** The same person named twice gets the higher scope. */
function scopesOf(value: unknown): Record<string, Scope> {
  const order: readonly Scope[] = ['participant', 'moderator', 'admin'];
  const found: Record<string, Scope> = {};
  for (const [given, wanted] of Object.entries(objectOf(value, 'members'))) {
    const uid = given.toLowerCase();
    const scope = scopeOf(wanted);
    const before = found[uid];
    if (!before || order.indexOf(scope) > order.indexOf(before)) found[uid] = scope;
  }
  return found;
}

export async function addMembers(
  context: Context,
  group: GroupRow,
  rank: Rank,
  params: { readonly members?: unknown; readonly banned?: unknown },
): Promise<BatchResult> {
  const { guid } = group;
  const { members, banned } = namedOf(params);
  batchSize([...Object.keys(members), ...banned]);
  const kept = await banEach(context, group, rank, banned);
  const added = await eachUid(Object.keys(members), async (uid) => {
    const user = demandActive(uid, await context.work.get('users', uid));
    const member = await admit(context, guid, user, members[uid]!);
    await writeAction(context, guid, { action: 'added', on: uid });
    context.show.member(member);
  });
  return { results: { ...added.results, ...kept.results } };
}

/** Members, and those who are none yet. */
export function banEach(
  context: Context,
  group: GroupRow,
  rank: Rank,
  banned: readonly string[],
): Promise<BatchResult> {
  const { work, me, now } = context;
  const { guid } = group;
  return eachUid(banned, async (uid) => {
    const { nameKey } = demandActive(uid, await work.get('users', uid));
    const before = await work.get('members', guid, uid);
    if (before && before.standing !== 'removed') {
      demandMemberAction(group, { uid: me, rank }, before, 'ban');
      context.show.member(await ban(context, before));
      return;
    }
    const conversation = await work.get('conversations', `group:${guid}`);
    const row = work.put('members', {
      guid,
      uid,
      nameKey,
      scope: 'participant',
      standing: 'banned',
      outside: true,
      joinedAt: now,
      bannedAt: now,
      bannedBy: me,
      joinedSeq: conversation?.seq ?? 0,
      joinedCounted: conversation?.counted ?? 0,
    });
    await writeAction(context, guid, { action: 'banned', on: uid });
    context.show.member(row);
  });
}

export async function ban(context: Context, member: MemberRow): Promise<MemberRow> {
  const row = await expel(context, member, 'banned', context.me);
  await writeAction(context, member.guid, { action: 'banned', on: member.uid });
  return row;
}
