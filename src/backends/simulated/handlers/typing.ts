import { conversationTarget } from '../../../protocol/ids.js';
import { limits } from '../../../protocol/limits.js';
import { threadIn, writablePlace } from '../rules/access.js';
import { query, type Context, type Handlers } from '../context.js';
import { booleanOf, given, jsonOf, targetOf } from '../checks/input.js';
import type { Place } from '../places.js';

/** What passes by: forwarded to those who are online, and never kept. */
export const typing: Pick<Handlers, 'typing.set' | 'transient.send'> = {
  'typing.set': query(async (context, params) => {
    const typing = booleanOf(params.typing, 'typing');
    const place = await writablePlace(context, targetOf(params.target));
    const thread = params.parentId !== undefined && {
      parentId: await threadIn(context, place.conversationId, params.parentId),
    };
    const metadata = given(params.metadata, (value) =>
      jsonOf(value, 'metadata', limits.metadataSize),
    );
    const { me: uid, sessions, work } = context;
    const online = place.group ? sessions.onlineIn(place.group.guid).length : 0;
    // M11: `Group.without` says so.
    if (online > work.quietFrom) return {};
    const listeners = others(context, place);
    const { conversationId } = place;
    const more = { ...thread, ...(metadata && { metadata }) };
    context.emit({ type: 'typing', conversationId, uid, typing, ...more }, listeners);
    return {};
  }),

  'transient.send': query(async (context, params) => {
    const data = jsonOf(params.data, 'data', limits.messageDataSize);
    const place = await writablePlace(context, targetOf(params.target));
    const { me: uid } = context;
    const event = { type: 'transient', conversationId: place.conversationId, uid, data } as const;
    context.emit(event, others(context, place));
    return {};
  }),
};

function others({ me, sessions }: Context, { conversationId }: Place): readonly string[] {
  const { uid, guid } = conversationTarget(me, conversationId);
  return guid === undefined ? [uid] : sessions.onlineIn(guid).filter((other) => other !== me);
}
