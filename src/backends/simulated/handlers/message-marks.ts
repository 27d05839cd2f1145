import { limits } from '../../../protocol/limits.js';
import { appUser } from '../../../protocol/management.js';
import { readableMessage } from '../rules/access.js';
import { command, query, type Handlers } from '../context.js';
import { booleanOf, given, mintedId, refuse, textOf } from '../checks/input.js';
import { demandMessageAction } from '../rules/policy.js';
import { keptLinks } from '../previews.js';
import type { MessageRow } from '../storage/rows.js';
import { unreadIn } from '../queries/unread.js';

export const messageMarks: Pick<
  Handlers,
  | 'message.pin'
  | 'message.save'
  | 'message.flag'
  | 'message.unread'
  | 'flag.reasons'
  | 'link.dismiss'
> = {
  'message.pin': command(async (context, params) => {
    const { work, me, now } = context;
    const pinned = booleanOf(params.pinned, 'pinned');
    const { row, place } = await readableMessage(context, mintedId(params.id, 'message id'));
    demandMessageAction(place, me, row, 'pin');
    // The app's and the members' are limited apart.
    const counts = ({ pinnedBy }: MessageRow) => (pinnedBy === appUser) === (me === appUser);
    if (pinned && (row.pinnedAt === undefined || !counts(row))) {
      const rows = await work.range('messages', 'pinned', { prefix: [row.conversationId] });
      const count = rows.filter(counts).length;
      if (count >= limits.pinnedMessages) {
        throw refuse(
          'limit',
          'ERR_PINNED_MESSAGES_LIMIT_EXCEEDED',
          `${count} messages are pinned here, which is the most. Unpin one first.`,
        );
      }
    }
    work.put('messages', {
      ...row,
      ...(pinned ? { pinnedAt: now, pinnedBy: me } : { pinnedAt: undefined, pinnedBy: undefined }),
      changedAt: now,
    });
    return {};
  }),

  'link.dismiss': command(async (context, params) => {
    const { work, me, now } = context;
    const url = textOf(params.url, 'url', limits.textLength);
    const { row, place } = await readableMessage(context, mintedId(params.id, 'message id'));
    demandMessageAction(place, me, row, 'edit');
    if (row.sender !== me) {
      throw refuse(
        'forbidden',
        'ERR_ACTION_NOT_ALLOWED',
        'Only who wrote a message dismisses what is shown of its links.',
      );
    }
    if (!row.links?.some((link) => link.url === url)) return {};
    const links = keptLinks(row, (other) => other !== url);
    const unlinked = [...(row.unlinked ?? []), url];
    work.put('messages', { ...row, links, unlinked, changedAt: now });
    return {};
  }),

  'message.save': command(async (context, params) => {
    const { work, me, now } = context;
    const saved = booleanOf(params.saved, 'saved');
    const { row, place } = await readableMessage(context, mintedId(params.id, 'message id'));
    const before = await work.get('saved', me, row.id);
    if (saved) demandMessageAction(place, me, row, 'save');
    if (saved && before?.savedAt === undefined) {
      const count = await work.count('saved', 'at', { prefix: [me] });
      if (count >= limits.savedMessages) {
        throw refuse(
          'limit',
          'ERR_SAVED_MESSAGES_LIMIT_EXCEEDED',
          `You have saved ${count} messages, which is the most. Remove one first.`,
        );
      }
    }
    const savedAt = saved ? (before?.savedAt ?? now) : undefined;
    work.put('saved', { uid: me, messageId: row.id, savedAt, changedAt: now });
    return {};
  }),

  'message.flag': command(async (context, params) => {
    const { work, me, now } = context;
    const reason = textOf(params.reason, 'reason', limits.idLength).trim();
    if (!(await work.get('reasons', reason))) {
      throw refuse(
        'invalid',
        'INVALID_REASON_ID',
        'Reporting a message needs one of the reasons of the app: `flag.reasons` lists them.',
      );
    }
    const remark = given(params.remark, (value) =>
      textOf(value, 'remark', limits.flagRemarkLength),
    );
    const { row, place } = await readableMessage(context, mintedId(params.id, 'message id'));
    demandMessageAction(place, me, row, 'flag');
    work.put('flags', { messageId: row.id, uid: me, reason, remark, at: now });
    return {};
  }),

  'flag.reasons': query(async ({ work }) => {
    const rows = await work.range('reasons', 'key');
    return { reasons: rows.map(({ rev: _, ...reason }) => reason) };
  }),

  'message.unread': command(async (context, params) => {
    const { work, me } = context;
    const { row, place, state } = await readableMessage(context, mintedId(params.id, 'message id'));
    demandMessageAction(place, me, row, 'unread');
    const conversation = (await work.get('conversations', row.conversationId))!;
    // Large groups count nothing, and there would be much to count.
    const left = place.large
      ? { messages: 0, mentions: 0, mentionsAll: 0 }
      : await unreadIn(work, me, conversation.id, row.seq - 1, conversation.seq);
    work.put('states', {
      ...state,
      readSeq: row.seq - 1,
      lastReadId: undefined,
      unreadFrom: row.id,
      counted: conversation.counted - left.messages,
      mentions: left.mentions,
      mentionsAll: conversation.mentionsAll - left.mentionsAll,
    });
    return {};
  }),
};
