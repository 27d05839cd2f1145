import { computed, onMount } from 'nanostores';
import { ChatError } from '../../protocol/errors.js';
import type { Target } from '../../protocol/ids.js';
import type { Params } from '../../protocol/operations.js';
import type { Message } from '../../protocol/records.js';
import { messageOf, type CommandNamed } from '../command.js';
import type { OwnFeed } from '../feed/feed-types.js';
import type { Items } from '../feed/item.js';
import type { People } from '../people.js';
import { keepFresh } from '../session/keep-fresh.js';
import { createRow } from '../stores/memo.js';
import { conversationOf, keyOf } from '../targets.js';
import type { Outgoing } from '../draft-types.js';
import type { ChatClient, MessageItem } from '../types.js';
import type { ActCore } from './act-core.js';
import type { createFeedWays } from './feed/feed-ways.js';
import type { HeldMessages } from './feed/held-messages.js';
import { createMessageLists } from './queries/message-lists.js';
import { queryMessages } from './queries/message-query.js';
import { clean, isBlank, piecesOf } from './outbox/outgoing.js';
import { queryOf, queryReactions } from './queries/queries.js';
import { targetOf } from './target-of.js';

interface Parts {
  readonly items: Items;
  readonly people: People;
  readonly feeds: ReadonlyMap<string, OwnFeed>;
  readonly held: HeldMessages;
  readonly ways: ReturnType<typeof createFeedWays>;
}

export function createMessages(
  core: ActCore,
  { items, people, feeds, held, ways }: Parts,
): Omit<ChatClient['messages'], 'feed'> {
  const { outbox, $commands } = core;

  const feedsOf = (target: Target) =>
    [...feeds.values()].filter((feed) => keyOf(feed.target) === keyOf(target));

  const laneOf = (id: string) => ({
    lane: core.$shown.get().get('messages', id)?.conversationId ?? `message:${id}`,
  });
  const commandsOf = (id: string) => $commands.get().filter((command) => messageOf(command) === id);
  const sendOf = (id: string) =>
    commandsOf(id).find(
      (command): command is CommandNamed<'message.send'> => command.name === 'message.send',
    );
  async function send(given: Target, outgoing: Outgoing): Promise<Message> {
    const target = targetOf(given, 'messages.send');
    const me = core.me();
    if (me === undefined)
      throw new ChatError(
        'unauthenticated',
        'A message was to be sent, but nobody is signed in. Sign in first.',
      );
    const lane = conversationOf(me, target);
    const pieces = piecesOf(outgoing, core.environment);
    const sent = pieces.map(({ message, uploads }) =>
      core.command('message.send', { target, message }, { lane, ...(uploads && { uploads }) }),
    );
    // An answer in a thread says nothing about the unread line beside it.
    const { parentId, broadcast } = outgoing;
    for (const feed of feedsOf(target))
      if (feed.parentId === parentId || (broadcast && feed.parentId === undefined)) feed.settle();
    const id = pieces[0]?.message.id ?? '';
    // Where nobody shows it, it may be let go while the other pieces are on their way.
    const first = sent[0]?.then(() => core.tables.get('messages', id));
    const [message] = await Promise.all([first, ...sent]);
    if (!message)
      throw new ChatError('unknown', `Message ${id} was sent, but its record did not come.`);
    return message;
  }

  /** Rejects quietly: who does not look at the promise reads the failure from the row. */
  function quiet<T>(promise: Promise<T>): Promise<T> {
    promise.catch(() => undefined);
    return promise;
  }

  function act<
    N extends
      'message.pin' | 'message.save' | 'message.interact' | 'thread.subscribe' | 'link.dismiss',
  >(name: N, params: Params<N>): Promise<void> {
    return quiet(core.command(name, params, laneOf(params.id)).then(() => undefined));
  }

  async function edit(
    id: string,
    given: Parameters<ChatClient['messages']['edit']>[1],
  ): Promise<void> {
    const { text, ...rest } = typeof given === 'string' ? { text: given } : given;
    const changes = {
      ...rest,
      ...(text !== undefined && { text: isBlank(text) ? '' : clean(text) }),
    };
    const send = sendOf(id);
    if (send && (send.error || outbox.isUntouched(send.id))) {
      // It has not left yet: the words are simply others.
      outbox.retry(send.id, () => ({
        ...send,
        params: { ...send.params, message: { ...send.params.message, ...changes } },
      }));
      return;
    }
    for (const former of commandsOf(id))
      if (former.name === 'message.edit' && former.error) outbox.discard(former.id);
    await core.command('message.edit', { id, ...changes }, laneOf(id));
  }

  async function remove(id: string): Promise<void> {
    const send = sendOf(id);
    if (send && (send.error || outbox.isUntouched(send.id))) discard(id);
    else await core.command('message.delete', { id }, laneOf(id));
  }

  function discard(id: string): string | undefined {
    const commands = commandsOf(id);
    const command = sendOf(id) ?? commands.find((other) => other.name === 'message.edit');
    const held = core.tables.get('messages', id);
    if (!command && held?.moderation === 'disapproved') {
      // Of a message that others have, only the edit was disapproved of.
      if (held.can.includes('edit')) void quiet(core.command('message.edit', { id }, laneOf(id)));
      else void quiet(remove(id));
      return held.text;
    }
    if (command?.name !== 'message.send' && command?.name !== 'message.edit') return undefined;
    outbox.discard(
      command.id,
      new ChatError('unknown', `Message ${id} was discarded before it was sent.`, {
        detail: 'DISCARDED',
      }),
    );
    return command.name === 'message.send' ? command.params.message.text : command.params.text;
  }

  return {
    $message(id) {
      const row = createRow<MessageItem>();
      const $item = computed([core.$shown, core.$session], () => items.get(id, row));
      onMount($item, () => {
        const letGo = held.hold(() => [id]);
        const stop = keepFresh(core, 'message.get', async (missed) => {
          if (core.me() && (missed || !core.$shown.get().get('messages', id)))
            await core.query('message.get', { id });
        });
        return () => {
          letGo();
          stop();
        };
      });
      return $item;
    },
    ...createMessageLists(core, items, held.hold),
    query: (filter = {}) => queryMessages(core, filter),
    queryReactions: (id, filter = {}) => queryReactions(core, id, filter),
    queryThreads: (filter = {}) => queryOf(core, 'thread.list', 'messages', filter),
    send: (target, message) => quiet(send(target, message)),
    edit: (id, changes) => quiet(edit(id, changes)),
    delete: (id) => quiet(remove(id)),
    react: (id, reaction, on) =>
      quiet(
        core
          .command(on ? 'reaction.add' : 'reaction.remove', { id, reaction }, laneOf(id))
          .then(() => undefined),
      ),
    async reactions(id) {
      const { reactions } = await core.query('reaction.list', { id });
      return reactions.map(({ reaction, uid }) => ({ reaction, uid, user: people.get(uid) }));
    },
    async receipts(messageId) {
      const { receipts: list } = await core.query('receipt.list', { messageId });
      return list.map((receipt) => ({ ...receipt, user: people.get(receipt.uid) }));
    },
    retry(id) {
      for (const command of commandsOf(id)) if (command.error) outbox.retry(command.id);
      outbox.wake();
    },
    discard,
    markUnread(id) {
      const message = core.tables.get('messages', id);
      if (message) for (const feed of feedsOf(targetOfMessage(message))) ways.waysOf(feed).mark(id);
      return quiet(
        core
          .command('message.unread', { id }, { lane: `receipts:${message?.conversationId ?? id}` })
          .then(() => undefined),
      );
    },
    pin: (id, pinned) => act('message.pin', { id, pinned }),
    save: (id, saved) => act('message.save', { id, saved }),
    dismissLink: (id, url) => act('link.dismiss', { id, url }),
    interact: (id, elementId) => act('message.interact', { id, elementId }),
    subscribe: (id, subscribed) => act('thread.subscribe', { id, subscribed }),
    markDelivered(id) {
      const message = core.tables.get('messages', id);
      if (!message) return Promise.resolve();
      const params = { target: targetOfMessage(message), messageId: id };
      return quiet(
        core
          .command('receipt.delivered', params, { lane: `receipts:${message.conversationId}` })
          .then(() => undefined),
      );
    },
    async get(id) {
      await core.query('message.get', { id });
      const message = core.tables.get('messages', id);
      if (message) return message;
      throw new ChatError('not-found', `There is no message ${id}, or you may not see it.`, {
        detail: 'ERR_MESSAGE_ID_NOT_FOUND',
      });
    },
    flagReasons: async () => (await core.query('flag.reasons', {})).reasons,
    flag: (id, reason, remark) =>
      quiet(
        core
          .command(
            'message.flag',
            { id, reason, ...(remark !== undefined && { remark }) },
            laneOf(id),
          )
          .then(() => undefined),
      ),
  };

  function targetOfMessage(message: Message): Target {
    if (message.receiverType === 'group') return { guid: message.receiver };
    return { uid: message.sender === core.me() ? message.receiver : message.sender };
  }
}
