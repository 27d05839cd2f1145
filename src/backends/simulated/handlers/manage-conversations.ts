import { conversationId } from '../../../protocol/ids.js';
import { limits } from '../../../protocol/limits.js';
import { command, type Context, type OwnManagement } from '../context.js';
import { booleanOf, refuse, targetOf, uidOf } from '../input.js';

/** The ids of what the app has pinned. */
const pinsKey = 'systemPins';

export const manageConversations: Pick<OwnManagement, 'conversation.pin'> = {
  'conversation.pin': command(async (context, params) => {
    const { work, now } = context;
    const pinned = booleanOf(params.pinned, 'pinned');
    const target = targetOf(params.target);
    const id = conversationId(target.guid === undefined ? uidOf(params.uid) : '', target);
    const row = await work.get('conversations', id);
    if (!row) {
      throw refuse(
        'not-found',
        'ERR_CONVERSATION_NOT_ACCESSIBLE',
        'There is no such conversation yet: it is born with its first message.',
      );
    }
    const others = (await pins(context)).filter((other) => other !== id);
    if (pinned && others.length >= limits.systemPinnedConversations) {
      throw refuse(
        'limit',
        'ERR_SYSTEM_PINNED_CONVERSATIONS_LIMIT_EXCEEDED',
        `The app has pinned ${others.length} conversations, which is the most.`,
      );
    }
    work.put('meta', { key: pinsKey, value: JSON.stringify(pinned ? [...others, id] : others) });
    work.put('conversations', {
      ...row,
      systemPinnedAt: pinned ? (row.systemPinnedAt ?? now) : undefined,
    });
    return {};
  }),
};

async function pins({ work }: Context): Promise<readonly string[]> {
  const row = await work.get('meta', pinsKey);
  return row ? (JSON.parse(String(row.value)) as string[]) : [];
}
