import { atom, computed, onMount } from 'nanostores';
import { ChatError } from '../../protocol/errors.js';
import type { Target } from '../../protocol/ids.js';
import { keepFresh } from '../session/keep-fresh.js';
import { conversationOf, normalize } from '../targets.js';
import type { ChatClient } from '../types.js';
import type { ActCore } from './act-core.js';
import { queryOf } from './queries/queries.js';
import { targetOf } from './target-of.js';

export function createConversations(
  core: ActCore,
): Omit<ChatClient['conversations'], '$conversation' | 'list'> {
  async function act<
    N extends 'conversation.delete' | 'conversation.pin' | 'conversation.mute' | 'conversation.tag',
  >(name: N, given: Target, rest: object): Promise<void> {
    const target = targetOf(given, name);
    const params = { target, ...rest } as Parameters<typeof core.command<N>>[1];
    await core.command(name, params, { lane: conversationOf(core.me(), target) });
  }

  /** Those nobody has looked at are the server's to count. */
  const $counts = atom<ReadonlyMap<string, number>>(new Map());
  core.onSession(() => $counts.set(new Map()));
  const { conversations } = core.tables.atoms;
  const $unread = computed([core.$shown, conversations, $counts], (shown, known, counts) => {
    let sum = 0;
    for (const id of new Set([...counts.keys(), ...known.keys()])) {
      const conversation = shown.get('conversations', id);
      if (!conversation) sum += counts.get(id) ?? 0;
      else if (conversation.removedAt === undefined) sum += conversation.unread;
    }
    return sum;
  });
  onMount($unread, () =>
    keepFresh(core, 'unread.count', async () => {
      const me = core.me();
      if (me === undefined) return;
      const { users, groups } = await core.query('unread.count', {});
      $counts.set(
        new Map([
          ...Object.entries(users).map(([uid, n]) => [conversationOf(me, { uid }), n] as const),
          ...Object.entries(groups).map(([guid, n]) => [conversationOf(me, { guid }), n] as const),
        ]),
      );
    }),
  );

  return {
    $unread,
    query: (filter = {}) => queryOf(core, 'conversation.list', 'conversations', filter),
    async get(given) {
      const target = targetOf(given, 'conversations.get');
      await core.query('conversation.get', { target });
      const id = conversationOf(core.me(), target);
      const conversation = core.tables.get('conversations', id);
      if (conversation) return conversation;
      throw new ChatError('not-found', `There is no conversation ${id} yet.`, {
        detail: 'ERR_CONVERSATION_NOT_ACCESSIBLE',
      });
    },
    async unreadCounts({ target, ...rest } = {}) {
      const params = { ...rest, ...(target && { target: normalize(target) }) };
      const { users, groups, mentions } = await core.query('unread.count', params);
      return { users, groups, mentions };
    },
    async markDelivered(given) {
      const target = targetOf(given, 'conversations.markDelivered');
      const id = conversationOf(core.me(), target);
      await core.command('receipt.delivered', { target }, { lane: `receipts:${id}` });
    },
    async markRead(given) {
      const target = targetOf(given, 'conversations.markRead');
      const id = conversationOf(core.me(), target);
      await core.command('receipt.read', { target }, { lane: `receipts:${id}` });
    },
    delete: (target) => act('conversation.delete', target, {}),
    pin: (target, pinned) => act('conversation.pin', target, { pinned }),
    mute: (target, until) => act('conversation.mute', target, { until }),
    tag: (target, tags) => act('conversation.tag', target, { tags }),
  };
}
