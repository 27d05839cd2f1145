import { conversationTarget } from '../../../protocol/ids.js';
import type { Page } from '../../../protocol/queries.js';
import type { ReceiverType } from '../../../protocol/records.js';
import { isVisible } from '../rules/access.js';
import { query, type Context, type Handlers } from '../context.js';
import { booleanOf, given, limitOf, oneOf, searchOf, textsOf } from '../checks/input.js';
import { conversationsOf, placeIn, stateIn, type Place } from '../places.js';
import { newest, type Found } from '../queries/newest.js';
import { compareKeys, fromCursor, page, pageOf } from '../queries/paging.js';
import { all, read, type Reading } from '../queries/reading.js';
import type { ConversationRow, StateRow } from '../storage/rows.js';

export const conversationList: Pick<Handlers, 'conversation.list'> = {
  'conversation.list': query(async (context, params) => {
    const limit = limitOf('conversation.list', params.limit);
    const type = given(params.type, (value) =>
      oneOf(value, ['user', 'group'] as const, 'type', 'INVALID_CONVERSATION_TYPE'),
    );
    const search = searchOf(params.search);
    const tags = given(params.tags, (value) => textsOf(value, 'tags'));
    const [userTags, groupTags] = [params.userTags, params.groupTags].map((value) =>
      given(value, (list) => textsOf(list, 'tags')),
    );
    const pinnedBy = given(params.pinnedBy, (value) =>
      textsOf(value, 'pinnedBy').map((one) =>
        oneOf(one, ['me', 'system'], 'pinnedBy', 'INVALID_PINNEDBY'),
      ),
    );
    const unread = given(params.unread, (value) => booleanOf(value, 'unread'));
    const muted = given(params.muted, (value) => booleanOf(value, 'muted'));
    const isListed = (item: Listing | undefined): item is Listing =>
      item !== undefined && (params.includeBlocked === true || !item.place.blocked);
    if (
      !search &&
      !tags &&
      !userTags &&
      !groupTags &&
      !pinnedBy &&
      !unread &&
      muted === undefined
    ) {
      const listed = await firstOf(context, { type, after: params.after, limit, isListed });
      return shown(context, pageOf(listed, keyOf, { after: params.after, limit }));
    }
    const rows = (await conversationsOf(context.work, context.me)).filter(
      (row) => !type || row.type === type,
    );
    const own = await read(all(rows.map((row) => listing(context, { row }))));
    const items = await Promise.all(own.map((item) => named(context, item)));
    const listed = items.filter(
      (item): item is Named =>
        isListed(item) &&
        (!search || item.name.includes(search)) &&
        (!tags || tags.some((tag) => item.state.tags?.includes(tag))) &&
        (!pinnedBy || pinnedBy.includes(pinOf(item)!)) &&
        (muted === undefined || muted === (item.state.mutedUntil ?? 0) > context.now) &&
        (!(userTags ?? groupTags) || tagged(item, userTags, groupTags)) &&
        (!unread || (!item.place.large && item.row.counted > item.state.counted)),
    );
    const sorted = listed.sort(byKey);
    const asked = pageOf<Listing>(sorted, keyOf, { after: params.after, limit });
    return shown(context, asked, sorted.length);
  }),
};

interface Listing {
  readonly row: ConversationRow;
  readonly state: StateRow;
  readonly place: Place;
}
interface Named extends Listing {
  readonly name: string;
  /** Of the other person, resp. of the group. */
  readonly tags: readonly string[];
}

const keyOf = ({ row, state }: Listing) => [
  row.systemPinnedAt !== undefined ? 0 : state.pinnedAt !== undefined ? 1 : 2,
  -row.activeAt,
  row.id,
];
const byKey = (a: Listing, b: Listing) => compareKeys(keyOf(a), keyOf(b));

/** All of them up to the end of the page that is asked for, and one more where there is one. */
async function firstOf(
  context: Context,
  asked: {
    readonly type: ReceiverType | undefined;
    readonly after: unknown;
    readonly limit: number;
    readonly isListed: (item: Listing | undefined) => item is Listing;
  },
): Promise<readonly Listing[]> {
  const { type, limit, isListed } = asked;
  const from = asked.after === undefined ? undefined : fromCursor(asked.after);
  const kinds = { users: type !== 'group', groups: type !== 'user' };
  const listed: Listing[] = [];
  let ahead = 0;
  // A page, and whether there is another one.
  for await (const found of newest(context, from, kinds, limit + 1)) {
    for (const item of await read(all(found.map((one) => listing(context, one))))) {
      if (!isListed(item)) continue;
      listed.push(item);
      if (!from || compareKeys(keyOf(item), from) > 0) ahead++;
      if (ahead > limit && keyOf(item)[0] === 2) return listed.sort(byKey);
    }
  }
  return listed.sort(byKey);
}

function shown(
  { show }: Context,
  { items, after }: ReturnType<typeof pageOf<Listing>>,
  total?: number,
): Page {
  const ids = items.map(({ row }) => row.id);
  for (const id of ids) show.conversation(id);
  return page(ids, after, total);
}

function pinOf({ row, state }: Listing): 'me' | 'system' | undefined {
  if (row.systemPinnedAt !== undefined) return 'system';
  return state.pinnedAt !== undefined ? 'me' : undefined;
}

function tagged(
  { row, tags }: Named,
  userTags: readonly string[] | undefined,
  groupTags: readonly string[] | undefined,
): boolean {
  const wanted = row.type === 'user' ? userTags : groupTags;
  return wanted === undefined || wanted.some((tag) => tags.includes(tag));
}

function* listing(
  { work, me }: Context,
  { row, state: known }: Found,
): Reading<Listing | undefined> {
  const place = yield* placeIn(work, me, row.id);
  const state = known ?? (yield* stateIn(work, place, me));
  if (place.rank === 'stranger' || !isVisible(row, state)) return undefined;
  return { row, state, place };
}

async function named({ work, me }: Context, item: Listing | undefined): Promise<Named | undefined> {
  if (!item) return undefined;
  const { uid } = conversationTarget(me, item.row.id);
  const other = uid === undefined ? item.place.group : await work.get('users', uid);
  return { ...item, name: other?.nameKey ?? '', tags: other?.tags ?? [] };
}
