import { appUser, type ManagementOperations } from '../../../protocol/management.js';
import { limits } from '../../../protocol/limits.js';
import { command, query, type Context, type Handlers } from '../context.js';
import {
  given,
  jsonOf,
  limitOf,
  oneOf,
  refuse,
  searchOf,
  textOf,
  textsOf,
  withoutUndefined,
} from '../checks/input.js';
import { avatarLength, nameOf, urlOf } from '../checks/profiles.js';
import { byPlace, shownPage } from '../queries/paging.js';
import { apartFrom } from '../places.js';
import { demandActive } from '../rules/policy.js';
import type { UserRow } from '../storage/rows.js';
import { roleOf } from '../rules/roles.js';
import type { Work } from '../work.js';

export const users: Pick<Handlers, 'user.list' | 'user.update'> = {
  'user.list': query(async (context, params) => {
    const limit = limitOf('user.list', params.limit);
    const { keep, isOnline } = await matcher(context, params);
    const sortBy = oneOf(params.sortBy ?? 'status', ['status', 'name'], 'sortBy', 'INVALID_SORTBY');
    const order = oneOf(params.order ?? 'asc', ['asc', 'desc'], 'order', 'INVALID_SORTBYORDER');
    const all = (await context.directory.sorted(context.work)).filter(keep);
    const rank = (row: UserRow) => (sortBy === 'status' && !isOnline(row.uid) ? 1 : 0);
    const key = (row: UserRow) => [rank(row), row.nameKey, row.uid];
    const sorted = [
      ...all.filter((row) => rank(row) === 0),
      ...all.filter((row) => rank(row) === 1),
    ];
    return shownPage(
      order === 'asc' ? sorted : sorted.reverse(),
      // Backwards there is no key to seek by.
      order === 'asc' ? key : byPlace,
      { after: params.after, limit },
      ({ uid }) => uid,
      ({ uid }) => context.show.user(uid),
    );
  }),

  'user.update': command(async ({ work, me, now, show }, params) => {
    const before = demandActive(me, await work.get('users', me));
    if (((params as { readonly role?: unknown }).role ?? before.role) !== before.role) {
      throw refuse(
        'forbidden',
        'ERR_PERMISSION_DENIED',
        `Your role is "${before.role}", and only the app gives another.`,
      );
    }
    const name = given(params.name, nameOf);
    const changes = {
      name,
      nameKey: name?.toLowerCase(),
      avatar: given(params.avatar, (value) => urlOf(value, 'avatar', avatarLength)),
      link: given(params.link, (value) => urlOf(value, 'link')),
      statusMessage: given(params.statusMessage, (value) =>
        textOf(value, 'statusMessage', limits.descriptionLength),
      ),
      metadata: given(params.metadata, (value) => jsonOf(value, 'metadata', limits.metadataSize)),
    };
    const row = work.put('users', { ...before, ...withoutUndefined(changes), updatedAt: now });
    if (row.nameKey !== before.nameKey) await renameMember(work, row);
    show.user(me);
    return {};
  }),
};

/** Members are listed by name. */
export async function renameMember(work: Work, { uid, nameKey }: UserRow): Promise<void> {
  for (const standing of ['member', 'banned'] as const) {
    const members = await work.range('members', 'user', { prefix: [uid, standing] });
    const outside = standing === 'banned' || undefined;
    for (const member of members) work.put('members', { ...member, nameKey, outside });
  }
}

interface Match {
  keep(row: UserRow): boolean;
  /** As the one who asks may know it. */
  isOnline(uid: string): boolean;
}

async function matcher(
  context: Context,
  params: ManagementOperations['user.list']['params'],
): Promise<Match> {
  const { me, sessions, work } = context;
  const search = searchOf(params.search);
  const searchIn = given(params.searchIn, (value) =>
    textsOf(value, 'searchIn').map((field) =>
      oneOf(field, ['name', 'uid'] as const, 'searchIn', 'INVALID_SEARCHIN'),
    ),
  ) ?? ['name', 'uid'];
  const status = given(params.status, (value) =>
    oneOf(value, ['online', 'offline'], 'status', 'INVALID_STATUS_VALUE'),
  );
  const [roles, tags, uids] = [params.roles, params.tags, params.uids].map((value) =>
    given(value, (list) => new Set(textsOf(list, 'list').map((item) => item.toLowerCase()))),
  );
  const mine = await work.range('relations', 'key', { prefix: [me] });
  // P8: some see nobody but their friends.
  const onlyFriends = params.friendsOnly || (await roleOf(work, me)).listUsers === 'friendsOnly';
  const friends = new Set(mine.filter((row) => row.friendAt !== undefined).map((row) => row.other));
  const apart = await apartFrom(work, me);
  const isOnline = (uid: string) => sessions.isOnline(uid) && !apart.has(uid);

  // Only the app itself looks for those who were.
  const deactivated = me === appUser && params.deactivated === true;
  const keep = (row: UserRow) =>
    row.uid !== me &&
    row.deletedAt === undefined &&
    (row.deactivatedAt !== undefined) === deactivated &&
    (!search ||
      searchIn.some((field) => (field === 'name' ? row.nameKey : row.uid).includes(search))) &&
    (!status || isOnline(row.uid) === (status === 'online')) &&
    (!roles || roles.has(row.role)) &&
    (!tags || !!row.tags?.some((tag) => tags.has(tag.toLowerCase()))) &&
    (!uids || uids.has(row.uid)) &&
    (!onlyFriends || friends.has(row.uid)) &&
    (!params.hideBlocked || !apart.has(row.uid));
  return { keep, isOnline };
}
