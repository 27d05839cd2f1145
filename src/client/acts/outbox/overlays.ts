import { conversationId, conversationTarget, mentionsIn } from '../../../protocol/ids.js';
import { memberId, receiverOf } from '../../../protocol/record-ids.js';
import type { Target } from '../../../protocol/ids.js';
import type { OperationName, Params } from '../../../protocol/operations.js';
import { messageActions, rankOf } from '../../../protocol/permissions.js';
import type {
  Attachment,
  Changes,
  Conversation,
  Message,
  ReactionCount,
  TableName,
  Tables,
} from '../../../protocol/records.js';
import type { CommandNamed, Upload } from '../../command.js';
import { without } from '../../stores/without.js';
import { aboutOf } from './uploads.js';

/** What an overlay may look at: the records as the commands before it leave them. */
export interface View {
  readonly me: string;
  get<T extends TableName>(table: T, id: string): Tables[T] | undefined;
  /** A local address of bytes that are still to be uploaded. */
  preview(upload: Upload): string;
}

/** What one command would change if it went through: a pure function, undone by forgetting it. */
type Overlay<N extends OperationName> = (
  params: Params<N>,
  view: View,
  command: CommandNamed<N>,
) => Changes | undefined;
export type Overlays = { readonly [N in OperationName]?: Overlay<N> };

export const overlays: Overlays = {
  'message.send'({ target, message: draft }, view, command) {
    if (view.get('messages', draft.id)) return undefined;
    const group = target.guid === undefined ? undefined : view.get('groups', target.guid);
    const conversation = conversationId(view.me, target);
    const { category = 'message', ...content } = draft;
    const mentions = mentionsIn(draft.text ?? '');
    const message: Message = {
      ...content,
      rev: 0,
      category,
      conversationId: conversation,
      // After everything the server has numbered.
      seq: Number.MAX_SAFE_INTEGER,
      sender: view.me,
      ...receiverOf(target),
      ...(command.uploads && {
        attachments: command.uploads.map((upload) => previewOf(upload, view)),
      }),
      ...(mentions.uids.length > 0 && { mentions: mentions.uids }),
      ...(mentions.all && { mentionsAll: true }),
      sentAt: command.queuedAt,
      can: messageActions({
        category,
        type: draft.type,
        mine: true,
        deleted: false,
        group: target.guid !== undefined,
        rank: group ? rankOf(view.me, group.owner, group.scope) : 'owner',
      }),
    };
    const held = view.get('conversations', conversation);
    // What failed a while ago does not hide what came since.
    if (command.error && held && held.activeAt > command.queuedAt) return { messages: [message] };
    const isAside = draft.parentId !== undefined && !draft.broadcast;
    const stays = isAside || draft.updateConversation === false;
    const moves = !stays || !held;
    return {
      messages: [message, ...(command.error ? [] : parentOf(view, message, 1))],
      ...(moves && {
        conversations: [withLast(held ?? newConversation(view.me, target), message)],
      }),
    };
  },

  'message.edit': ({ id, text, data, metadata }, view, command) =>
    onMessage(view, id, (message) => ({
      ...message,
      ...(text !== undefined && { text }),
      ...(data !== undefined && { data }),
      ...(metadata !== undefined && { metadata }),
      editedAt: command.queuedAt,
      editedBy: view.me,
    })),

  'message.delete'({ id }, view, command) {
    const message = view.get('messages', id);
    if (!message || message.deletedAt !== undefined) return undefined;
    const rest = without(
      message,
      'text',
      'attachments',
      'links',
      'data',
      'reactions',
      'metadata',
      'mentions',
    );
    const deleted = { ...rest, deletedAt: command.queuedAt, deletedBy: view.me, can: [] };
    return { messages: [deleted, ...parentOf(view, message, -1)] };
  },

  'link.dismiss': ({ id, url }, view) =>
    onMessage(view, id, (message) => ({
      ...message,
      links: (message.links ?? []).filter((link) => link.url !== url),
    })),

  'message.pin': ({ id, pinned }, view, command) =>
    onMessage(view, id, (message) => ({
      ...without(message, 'pinnedAt', 'pinnedBy'),
      ...(pinned && { pinnedAt: command.queuedAt, pinnedBy: view.me }),
    })),

  'message.save': ({ id, saved }, view, command) =>
    onMessage(view, id, (message) => ({
      ...without(message, 'savedAt'),
      ...(saved && { savedAt: command.queuedAt }),
    })),

  'message.interact': ({ id, elementId }, view, command) =>
    onMessage(view, id, (message) => {
      const held = message.interactions ?? [];
      if (held.some((one) => one.elementId === elementId)) return message;
      return { ...message, interactions: [...held, { elementId, at: command.queuedAt }] };
    }),
  'thread.subscribe': ({ id, subscribed }, view) =>
    onMessage(view, id, (message) => ({ ...message, threadSubscribed: subscribed })),

  'message.unread'({ id }, view) {
    const message = view.get('messages', id);
    const conversation = message && view.get('conversations', message.conversationId);
    if (!conversation || conversation.unread > 0) return undefined;
    return { conversations: [{ ...conversation, unread: 1, unreadFrom: id }] };
  },

  'reaction.add': ({ id, reaction }, view) =>
    onReactions(view, id, (counts) => withReaction(counts, reaction, view.me)),
  'reaction.remove': ({ id, reaction }, view) =>
    onReactions(view, id, (counts) => withoutReaction(counts, reaction, view.me)),

  'receipt.read'({ target, messageId: given }, view) {
    const conversation = view.get('conversations', conversationId(view.me, target));
    const messageId = given ?? conversation?.lastMessageId;
    const message = messageId === undefined ? undefined : view.get('messages', messageId);
    if (!conversation || !message || messageId === undefined || message.seq <= conversation.readSeq)
      return undefined;
    // How many are left in between, only the server knows.
    const all = conversation.lastMessageId === messageId;
    return {
      conversations: [
        {
          ...without(conversation, 'unreadFrom'),
          readSeq: message.seq,
          lastReadId: messageId,
          ...(all && { unread: 0, unreadMentions: 0 }),
        },
      ],
    };
  },

  'conversation.pin': ({ target, pinned }, view, command) =>
    onConversation(view, target, (conversation) => ({
      ...without(conversation, 'pinnedAt', 'pinnedBy'),
      ...(pinned && { pinnedAt: command.queuedAt, pinnedBy: 'me' }),
    })),
  'conversation.mute': ({ target, until }, view) =>
    onConversation(view, target, (conversation) => ({ ...conversation, mutedUntil: until })),
  'conversation.tag': ({ target, tags }, view) =>
    onConversation(view, target, (conversation) => ({ ...conversation, tags })),
  'conversation.delete': ({ target }, view, command) =>
    onConversation(view, target, (conversation) => ({
      ...conversation,
      removedAt: command.queuedAt,
    })),

  'member.kick': ({ guid, uid }, view, command) =>
    onMember(view, guid, uid, { removedAt: command.queuedAt }),
  'member.ban': ({ guid, uid }, view, command) =>
    onMember(view, guid, uid, { bannedAt: command.queuedAt, bannedBy: view.me, can: [] }),
  'member.unban': ({ guid, uid }, view, command) =>
    onMember(view, guid, uid, { removedAt: command.queuedAt }),
  'member.scope': ({ guid, uid, scope }, view) => onMember(view, guid, uid, { scope }),

  'group.update'({ guid, ...changes }, view) {
    const group = view.get('groups', guid);
    return group && { groups: [{ ...group, ...changes }] };
  },
  'group.leave'({ guid }, view) {
    const group = view.get('groups', guid);
    return group && { groups: [{ ...group, scope: null, can: [] }] };
  },

  'user.update'(changes, view) {
    const me = view.get('users', view.me);
    return me && { users: [{ ...me, ...changes }] };
  },
  'user.block': ({ uids }, view) => ({ users: usersWith(view, uids, true) }),
  'user.unblock': ({ uids }, view) => ({ users: usersWith(view, uids, false) }),
};

/** Its thread has one reply more, or one less. */
function parentOf(view: View, { parentId }: Message, by: 1 | -1): Message[] {
  const parent = parentId === undefined ? undefined : view.get('messages', parentId);
  return parent ? [{ ...parent, replyCount: Math.max(0, (parent.replyCount ?? 0) + by) }] : [];
}

function onMessage(
  view: View,
  id: string,
  change: (message: Message) => Message,
): Changes | undefined {
  const message = view.get('messages', id);
  return message && !message.deletedAt ? { messages: [change(message)] } : undefined;
}

function onConversation(
  view: View,
  target: Target,
  change: (it: Conversation) => Conversation,
): Changes | undefined {
  const conversation = view.get('conversations', conversationId(view.me, target));
  return conversation && { conversations: [change(conversation)] };
}

function onMember(
  view: View,
  guid: string,
  uid: string,
  change: Partial<Tables['members']>,
): Changes | undefined {
  const member = view.get('members', memberId(guid, uid));
  return member && { members: [{ ...member, ...change }] };
}

function usersWith(view: View, uids: readonly string[], blockedByMe: boolean): Tables['users'][] {
  return uids.flatMap((uid) => {
    const user = view.get('users', uid);
    return user ? [{ ...user, blockedByMe }] : [];
  });
}

function onReactions(
  view: View,
  id: string,
  change: (counts: readonly ReactionCount[]) => readonly ReactionCount[],
): Changes | undefined {
  return onMessage(view, id, (message) => ({
    ...message,
    reactions: change(message.reactions ?? []),
  }));
}

function withReaction(
  counts: readonly ReactionCount[],
  reaction: string,
  me: string,
): readonly ReactionCount[] {
  const held = counts.find((count) => count.reaction === reaction);
  if (held?.mine) return counts;
  if (!held) return [...counts, { reaction, count: 1, mine: true, uids: [me] }];
  return counts.map((count) =>
    count === held
      ? { ...count, count: count.count + 1, mine: true, uids: [...count.uids, me] }
      : count,
  );
}

function withoutReaction(
  counts: readonly ReactionCount[],
  reaction: string,
  me: string,
): readonly ReactionCount[] {
  return counts.flatMap((count) => {
    if (count.reaction !== reaction || !count.mine) return [count];
    if (count.count === 1) return [];
    return [
      {
        ...count,
        count: count.count - 1,
        mine: false,
        uids: count.uids.filter((uid) => uid !== me),
      },
    ];
  });
}

function previewOf(upload: Upload, view: View): Attachment {
  return {
    url: view.preview(upload),
    name: upload.name,
    mimeType: upload.file.type || 'application/octet-stream',
    size: upload.file.size,
    ...aboutOf(upload),
  };
}

function newConversation(me: string, target: Target): Conversation {
  const id = conversationId(me, target);
  const { receiver, receiverType } = receiverOf(conversationTarget(me, id));
  return {
    id,
    rev: 0,
    type: receiverType,
    with: receiver,
    activeAt: 0,
    unread: 0,
    unreadMentions: 0,
    readSeq: 0,
  };
}

function withLast(conversation: Conversation, message: Message): Conversation {
  return {
    ...without(conversation, 'removedAt'),
    lastMessageId: message.id,
    activeAt: Math.max(conversation.activeAt, message.sentAt),
  };
}
