import type { MemberQuery, Page } from '../../../protocol/queries.js';
import { memberId } from '../../../protocol/record-ids.js';
import { joinedGroup } from '../rules/access.js';
import { command, query, type Context, type Handlers } from '../context.js';
import { byName } from '../queries/directory.js';
import {
  given,
  guidOf,
  limitOf,
  oneOf,
  refuse,
  searchOf,
  textsOf,
  uidOf,
} from '../checks/input.js';
import { scopeOf } from '../checks/profiles.js';
import { expel, memberOf, rankChanged } from '../changes/membership.js';
import { compareKeys, fromCursor, page, shownPage, toCursor } from '../queries/paging.js';
import { apartFrom } from '../places.js';
import { demandGroupAction, demandMemberAction, demandScope } from '../rules/policy.js';
import type { MemberRow } from '../storage/rows.js';
import type { Key } from '../storage/storage.js';
import { writeAction } from '../changes/timeline.js';
import { addMembers, ban } from './batches.js';

const keyOf = (row: MemberRow) => [row.nameKey, row.uid];

export const members: Pick<
  Handlers,
  | 'member.list'
  | 'member.banned'
  | 'member.add'
  | 'member.kick'
  | 'member.ban'
  | 'member.unban'
  | 'member.scope'
> = {
  'member.list': query(async (context, params) => {
    const limit = limitOf('member.list', params.limit);
    const { group } = await joinedGroup(context, guidOf(params.guid));
    const keep = await matcher(context, params);
    const after = given(params.after, fromCursor);
    if (keep && params.status === 'online') {
      const rows = (await onlineIn(context, group.guid)).filter(keep);
      return show(context, rows, { after: params.after, limit });
    }
    if (keep) return lookThrough(context, group.guid, keep, { after, limit });
    const prefix = [group.guid, 'member'];
    const rows = await context.work.range('members', 'name', {
      prefix,
      limit: limit + 1,
      ...(after && { after }),
    });
    const items = rows.slice(0, limit);
    for (const row of items) context.show.member(row);
    const more = rows.length > limit ? toCursor(keyOf(items.at(-1)!)) : null;
    return page(items.map(idOf), more, group.membersCount);
  }),

  'member.banned': query(async (context, params) => {
    const limit = limitOf('member.banned', params.limit);
    const { group, rank } = await joinedGroup(context, guidOf(params.guid));
    demandGroupAction(rank, group, 'banned');
    const search = searchOf(params.search);
    const scopes = given(params.scopes, (value) => textsOf(value, 'scopes').map(scopeOf));
    const rows = await context.work.range('members', 'name', { prefix: [group.guid, 'banned'] });
    const found = rows.filter(
      (row) => (!search || named(row, search)) && (!scopes || scopes.includes(row.scope)),
    );
    return show(context, found, { after: params.after, limit });
  }),

  'member.add': command(async (context, params) => {
    const { group, rank } = await joinedGroup(context, guidOf(params.guid));
    demandGroupAction(rank, group, 'add');
    return addMembers(context, group, rank, params);
  }),

  'member.kick': command(async (context, params) => {
    const { group, member } = await aimed(context, params, 'kick');
    await expel(context, member, 'removed');
    await writeAction(context, group.guid, { action: 'kicked', on: member.uid });
    return {};
  }),

  'member.ban': command(async (context, params) => {
    const { member } = await aimed(context, params, 'ban');
    await ban(context, member);
    return {};
  }),

  'member.unban': command(async (context, params) => {
    const { group, member } = await aimed(context, params, 'unban');
    context.work.put('members', {
      ...member,
      standing: 'removed',
      removedAt: context.now,
      bannedAt: undefined,
      bannedBy: undefined,
      outside: true,
    });
    await writeAction(context, group.guid, { action: 'unbanned', on: member.uid });
    return {};
  }),

  'member.scope': command(async (context, params) => {
    const newScope = scopeOf(params.scope);
    const { group, member, rank } = await aimed(context, params, 'scope');
    demandScope(rank, member, newScope);
    context.work.put('members', { ...member, scope: newScope });
    rankChanged(context, group.guid, member.uid);
    await writeAction(context, group.guid, {
      action: 'scopeChanged',
      on: member.uid,
      newScope,
      oldScope: member.scope,
    });
    return {};
  }),
};

/** The group, the member meant, and the right to do this to them. */
async function aimed(
  context: Context,
  params: { readonly guid: string; readonly uid: string },
  action: 'kick' | 'ban' | 'unban' | 'scope',
) {
  const { group, rank } = await joinedGroup(context, guidOf(params.guid));
  const member = await memberOf(context, group, uidOf(params.uid));
  const banned = member.standing === 'banned';
  if (action === 'unban') demandGroupAction(rank, group, 'unban');
  if (action === 'unban' && !banned) {
    throw refuse('conflict', 'ERR_NOT_A_BANNED_USER', `"${member.uid}" is not banned.`);
  }
  if (action !== 'unban' && banned) {
    throw action === 'ban'
      ? refuse('conflict', 'ERR_ALREADY_BANNED', `"${member.uid}" is banned already.`)
      : refuse(
          'not-found',
          'ERR_NOT_A_MEMBER',
          `"${member.uid}" is not a member of "${group.name}".`,
        );
  }
  demandMemberAction(group, { uid: context.me, rank }, member, action);
  return { group, member, rank };
}

const idOf = (row: MemberRow) => memberId(row.guid, row.uid);

function named(row: MemberRow, search: string): boolean {
  return row.nameKey.includes(search) || row.uid.includes(search);
}

/** Undefined where all members are asked for: then the index pages. */
async function matcher(
  { sessions, work, me }: Context,
  params: MemberQuery,
): Promise<((row: MemberRow) => boolean) | undefined> {
  const search = searchOf(params.search);
  const scopes = given(params.scopes, (value) => textsOf(value, 'scopes').map(scopeOf));
  const status = given(params.status, (value) =>
    oneOf(value, ['online', 'offline'], 'status', 'INVALID_STATUS_VALUE'),
  );
  if (!search && !scopes && !status) return undefined;
  const apart = status ? await apartFrom(work, me) : new Set<string>();
  const isOnline = (uid: string) => sessions.isOnline(uid) && !apart.has(uid);
  return (row) =>
    (!search || named(row, search)) &&
    (!scopes || scopes.includes(row.scope)) &&
    (!status || isOnline(row.uid) === (status === 'online'));
}

/** Few, whatever the size of the group. */
async function onlineIn({ work, sessions }: Context, guid: string): Promise<readonly MemberRow[]> {
  const rows = await Promise.all(
    sessions.onlineIn(guid).map((uid) => work.get('members', guid, uid)),
  );
  return rows.filter((row) => row !== undefined).sort(byName);
}

/** No further than one page needs: how many there are in all is known at the end alone. */
async function lookThrough(
  context: Context,
  guid: string,
  keep: (row: MemberRow) => boolean,
  { after, limit }: { readonly after: Key | undefined; readonly limit: number },
): Promise<Page> {
  const found: MemberRow[] = [];
  let before = 0;
  for await (const rows of context.rosters.of(context.work, guid)) {
    for (const row of rows.filter(keep)) {
      if (after && compareKeys(keyOf(row), after) <= 0) before++;
      else found.push(row);
    }
    if (found.length > limit) break;
  }
  const items = found.slice(0, limit);
  for (const row of items) context.show.member(row);
  const more = found.length > limit;
  return more
    ? page(items.map(idOf), toCursor(keyOf(items.at(-1)!)))
    : page(items.map(idOf), null, before + found.length);
}

function show(
  context: Context,
  rows: readonly MemberRow[],
  paging: { readonly after?: string | undefined; readonly limit: number },
) {
  return shownPage(rows, keyOf, paging, idOf, (row) => context.show.member(row));
}
