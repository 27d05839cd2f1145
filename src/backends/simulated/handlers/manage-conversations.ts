import { conversationId } from '../../../protocol/ids.js';
import { limits } from '../../../protocol/limits.js';
import { appUser } from '../../../protocol/management.js';
import { command, query, type Context, type OwnManagement } from '../context.js';
import { booleanOf, refuse, targetOf, textsOf, uidOf } from '../checks/input.js';
import { placeOf } from '../places.js';
import type { ConversationRow } from '../storage/rows.js';

/** The ids of what the app has pinned. */
const pinsKey = 'systemPins';

export const manageConversations: Pick<
  OwnManagement,
  'conversation.pin' | 'conversation.pins' | 'conversation.setPins'
> = {
  'conversation.pin': command(async (context, params) => {
    const pinned = booleanOf(params.pinned, 'pinned');
    const target = targetOf(params.target);
    const id = conversationId(target.guid === undefined ? uidOf(params.uid) : '', target);
    await existing(context, id);
    const others = (await pins(context)).filter((other) => other !== id);
    await setPins(context, pinned ? [...others, id] : others);
    return {};
  }),

  'conversation.pins': query(async (context) => ({ ids: await pins(context) })),

  'conversation.setPins': command(async (context, params) => {
    const ids = [...new Set(textsOf(params.ids, 'ids'))];
    for (const id of ids) await existing(context, id);
    await setPins(context, ids);
    return { ids };
  }),
};

async function existing({ work }: Context, id: string): Promise<ConversationRow> {
  const row = await work.get('conversations', id);
  if (row) return row;
  throw refuse(
    'not-found',
    'ERR_CONVERSATION_NOT_ACCESSIBLE',
    `There is no conversation "${id}" yet: it is born with its first message.`,
  );
}

/** Those of groups that were deleted since make room. */
async function pins({ work }: Context): Promise<readonly string[]> {
  const row = await work.get('meta', pinsKey);
  const ids = row ? (JSON.parse(String(row.value)) as string[]) : [];
  const places = await Promise.all(ids.map((id) => placeOf(work, appUser, id)));
  return ids.filter((_, i) => places[i]!.rank !== 'stranger');
}

async function setPins(context: Context, ids: readonly string[]): Promise<void> {
  const { work, now } = context;
  if (ids.length > limits.systemPinnedConversations) {
    throw refuse(
      'limit',
      'ERR_SYSTEM_PINNED_CONVERSATIONS_LIMIT_EXCEEDED',
      `The app pins at most ${limits.systemPinnedConversations} conversations. Unpin one first.`,
    );
  }
  const before = await pins(context);
  for (const id of new Set([...before, ...ids])) {
    if (before.includes(id) === ids.includes(id)) continue;
    const row = await existing(context, id);
    work.put('conversations', { ...row, systemPinnedAt: ids.includes(id) ? now : undefined });
  }
  work.put('meta', { key: pinsKey, value: JSON.stringify(ids) });
}
