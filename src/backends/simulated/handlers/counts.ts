import { conversationTarget, type Target } from '../../../protocol/ids.js';
import { visibleGroup } from '../rules/access.js';
import { query, type Context, type Handlers } from '../context.js';
import { booleanOf, given, guidOf, oneOf, targetOf, textsOf } from '../checks/input.js';
import { apartFrom, conversationsOf, placeOf, stateOf } from '../places.js';
import { roleOf } from '../rules/roles.js';

/** How many: unread messages, and people who are here. */
export const counts: Pick<Handlers, 'unread.count' | 'presence.count'> = {
  'unread.count': query(async (context, params) => {
    const target = given(params.target, targetOf);
    const type = given(params.type, (value) =>
      oneOf(value, ['user', 'group'] as const, 'type', 'INVALID_CONVERSATION_TYPE'),
    );
    const hideBlocked = given(params.hideBlocked, (value) => booleanOf(value, 'hideBlocked'));
    const [found, mentions] = [none(), none()];
    for (const { to, blocked, unread, named } of await unreads(context)) {
      const asked = target === undefined || (to.uid === target.uid && to.guid === target.guid);
      const fits = type === undefined || (type === 'group') === (to.guid !== undefined);
      if (unread === 0 || !asked || !fits || (hideBlocked && blocked)) continue;
      count(found, to, unread);
      if (named > 0) count(mentions, to, named);
    }
    return { ...found, mentions };
  }),

  'presence.count': query(async (context, params) => {
    const { sessions, work, me } = context;
    const guids = given(params.guids, (value) => textsOf(value, 'guids').map(guidOf)) ?? [];
    const groups: Record<string, number> = {};
    for (const guid of guids) {
      await visibleGroup(context, guid);
      groups[guid] = sessions.onlineIn(guid).length;
    }
    // Those who are apart from the caller are not here for them, nor are those whom their role does not list (P8).
    const [apart, { listUsers }] = await Promise.all([apartFrom(work, me), roleOf(work, me)]);
    const mine = await work.range('relations', 'key', { prefix: [me] });
    const friends = new Set(mine.filter(({ friendAt }) => friendAt).map(({ other }) => other));
    const seen = sessions
      .online()
      .filter((uid) => !apart.has(uid))
      .filter((uid) => listUsers === 'all' || uid === me || friends.has(uid));
    return { online: seen.length, groups };
  }),
};

type Counts = Record<'users' | 'groups', Record<string, number>>;
const none = (): Counts => ({ users: {}, groups: {} });

function count(counts: Counts, to: Target, number: number): void {
  if (to.guid !== undefined) counts.groups[to.guid] = number;
  else counts.users[to.uid] = number;
}

interface Counted {
  readonly to: Target;
  readonly blocked: boolean;
  readonly unread: number;
  readonly named: number;
}

async function unreads({ work, me }: Context): Promise<readonly Counted[]> {
  const rows = await conversationsOf(work, me);
  return Promise.all(
    rows.map(async (row) => {
      const place = await placeOf(work, me, row.id);
      const { counted, mentions, mentionsAll } = await stateOf(work, place, me);
      const out = place.rank === 'stranger' || place.large;
      const unread = out ? 0 : Math.max(0, row.counted - counted);
      const named = out ? 0 : Math.max(0, mentions + row.mentionsAll - mentionsAll);
      return { to: conversationTarget(me, row.id), blocked: place.blocked, unread, named };
    }),
  );
}
