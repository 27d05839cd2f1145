import { limits } from '../../../protocol/limits.js';
import { existing } from '../rules/access.js';
import { command, type Context, type Handlers } from '../context.js';
import { booleanOf, refuse, tagsOf, timeOf } from '../checks/input.js';

export const conversationActs: Pick<
  Handlers,
  'conversation.delete' | 'conversation.pin' | 'conversation.tag' | 'conversation.mute'
> = {
  'conversation.delete': command(async (context, params) => {
    const { row, state } = await existing(context, params.target);
    context.work.put('states', {
      ...state,
      clearedSeq: row.seq,
      clearedAt: context.now,
      readSeq: row.seq,
      counted: row.counted,
      mentions: 0,
      mentionsAll: row.mentionsAll,
      lastReadId: undefined,
      unreadFrom: undefined,
      pinnedAt: undefined,
    });
    return {};
  }),

  'conversation.pin': command(async (context, params) => {
    const pinned = booleanOf(params.pinned, 'pinned');
    const { row, state } = await existing(context, params.target);
    if (row.systemPinnedAt !== undefined) {
      throw refuse(
        'forbidden',
        'ERR_SYSTEM_PINNED_CONVERSATION',
        'The app has pinned this conversation for everyone.',
      );
    }
    if (pinned && state.pinnedAt === undefined) await demandRoom(context);
    const pinnedAt = pinned ? (state.pinnedAt ?? context.now) : undefined;
    context.work.put('states', { ...state, pinnedAt });
    return {};
  }),

  'conversation.tag': command(async (context, params) => {
    const tags = tagsOf(params.tags);
    const { state } = await existing(context, params.target);
    context.work.put('states', { ...state, tags: tags.length > 0 ? tags : undefined });
    return {};
  }),

  'conversation.mute': command(async (context, params) => {
    const until = timeOf(params.until, 'until');
    const { state } = await existing(context, params.target);
    context.work.put('states', { ...state, mutedUntil: until > 0 ? until : undefined });
    return {};
  }),
};

async function demandRoom({ work, me }: Context): Promise<void> {
  const states = await work.range('states', 'user', { prefix: [me] });
  const pinned = states.filter(({ pinnedAt }) => pinnedAt !== undefined).length;
  if (pinned < limits.pinnedConversations) return;
  throw refuse(
    'limit',
    'ERR_PINNED_CONVERSATIONS_LIMIT_EXCEEDED',
    `You have pinned ${pinned} conversations, which is the most. Unpin one first.`,
  );
}
