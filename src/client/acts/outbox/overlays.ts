import { conversationId, type Target } from '../../../protocol/ids.js';
import { memberId } from '../../../protocol/record-ids.js';
import type {
  Changes,
  Conversation,
  Message,
  ReactionCount,
  Tables,
} from '../../../protocol/records.js';
import { without } from '../../stores/without.js';
import type { Overlays, View } from './overlay-types.js';
import { withoutReaction, withReaction } from './reaction-counts.js';
import { parentOf, sendOverlay } from './send-overlay.js';

export const overlays: Overlays = {
  'message.send': sendOverlay,

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
