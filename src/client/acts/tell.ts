import type { Conversation, Group, GroupActionData, Message } from '../../protocol/records.js';
import type { Facts } from '../facts.js';
import type { Applied, Change } from '../stores/table.js';
import { isSent } from './feed/new-message.js';
import type { ClientEvents } from '../client-events.js';

type Emit = Facts['emit'];
type MemberFact = ClientEvents['member.added'];

/** How many messages are remembered as told: enough for events that come twice. */
const remembered = 1000;

/** What each action message tells about a member. */
const memberFacts = {
  joined: 'member.joined',
  left: 'member.left',
  added: 'member.added',
  kicked: 'member.kicked',
  banned: 'member.banned',
  unbanned: 'member.unbanned',
} as const satisfies { readonly [A in GroupActionData['action']]?: keyof ClientEvents };

/** What befell me, of whom no action message speaks to me any more. */
const losses = {
  'member.kick': 'member.kicked',
  'member.ban': 'member.banned',
  'group.leave': 'member.left',
} as const;

/**
 * What records tell, once each: an event that comes twice changes nothing, so it says nothing. What this device has
 * done itself it knows, except that a message was sent.
 */
export function createTeller(emit: Emit, me: () => string) {
  const told = new Set<string>();

  function isNews(change: Change<Message>): boolean {
    const { id } = change.after;
    if (told.has(id) || !isSent(change)) return false;
    told.add(id);
    const [oldest] = told;
    if (told.size > remembered && oldest !== undefined) told.delete(oldest);
    return true;
  }

  function tellMessage(change: Change<Message>, conversation: Conversation | undefined): void {
    const { before, after: message, arrival } = change;
    const own = arrival.own === true;
    if (message.removedAt !== undefined) {
      const wasThere = before && before.removedAt === undefined && before.deletedAt === undefined;
      if (wasThere) emit('message.deleted', { message });
      return;
    }
    if (isNews(change)) {
      const isMine = message.sender === me() && message.category !== 'action';
      if (isMine) emit('message.sent', { message });
      else if (!own) emit('message.received', { message, ...(conversation && { conversation }) });
      if (message.category === 'action' && !own) tellAction(message);
      return;
    }
    if (own || before === message) return;
    if (message.deletedAt !== undefined) {
      if (before?.deletedAt === undefined) emit('message.deleted', { message });
      return;
    }
    if (message.editedAt !== undefined && message.editedAt !== before?.editedAt)
      emit('message.edited', { message });
    if (!before) return;
    if (message.moderation !== before.moderation) emit('message.moderated', { message });
    if (message.pinnedAt !== before.pinnedAt)
      emit(message.pinnedAt === undefined ? 'message.unpinned' : 'message.pinned', { message });
    if (message.savedAt !== before.savedAt)
      emit(message.savedAt === undefined ? 'message.unsaved' : 'message.saved', { message });
    if (arrival.actor !== undefined) tellReactions(before, message, arrival.actor);
  }

  function tellReactions(before: Message, message: Message, uid: string): void {
    const counts = (of: Message) =>
      new Map(of.reactions?.map(({ reaction, count }) => [reaction, count]));
    const [former, now] = [counts(before), counts(message)];
    for (const reaction of new Set([...former.keys(), ...now.keys()])) {
      const difference = (now.get(reaction) ?? 0) - (former.get(reaction) ?? 0);
      if (difference === 0) continue;
      emit(difference > 0 ? 'reaction.added' : 'reaction.removed', { message, reaction, uid });
    }
  }

  function tellAction(message: Message): void {
    const { action, on, newScope, oldScope } = (message.data ?? {}) as Partial<GroupActionData>;
    const fact = { guid: message.receiver, uid: on ?? message.sender, by: message.sender, message };
    if (action === 'scopeChanged' && newScope && oldScope)
      return emit('member.scopeChanged', { ...fact, newScope, oldScope });
    const name = memberFacts[action as keyof typeof memberFacts] as
      (typeof memberFacts)[keyof typeof memberFacts] | undefined;
    if (name) emit(name, fact);
  }

  function tellGroup({ before, after: group, arrival }: Change<Group>): void {
    if (!before) return;
    const isGone = group.removedAt !== undefined && before.removedAt === undefined;
    const isOut = before.scope !== null && group.scope === null;
    // Told even of one's own doing: whoever shows the group has to leave it.
    if (isGone || isOut) emit('group.removed', { group });
    if (!arrival.live || arrival.own) return;
    if (isOut && arrival.cause !== undefined && arrival.cause in losses) {
      const fact: MemberFact = { guid: group.id, uid: me(), by: arrival.actor ?? me() };
      emit(losses[arrival.cause as keyof typeof losses], fact);
    }
    if (before.scope === null && group.scope !== null) emit('group.joined', { group });
    if (before.owner !== group.owner)
      emit('group.transferred', { group, from: before.owner, to: group.owner });
    else if (arrival.cause === 'group.update' && group.rev > before.rev)
      emit('group.updated', { group });
  }

  function tellConversation({ before, after, arrival }: Change<Conversation>): void {
    if (!arrival.live || before === after) return;
    const conversation = after;
    emit('conversation.changed', { conversation });
    if (arrival.own || !before) return;
    if (before.pinnedAt !== after.pinnedAt)
      emit(after.pinnedAt === undefined ? 'conversation.unpinned' : 'conversation.pinned', {
        conversation,
      });
    if (after.type !== 'group') return;
    if ((after.deliveredSeq ?? 0) > (before.deliveredSeq ?? 0))
      emit('receipt.deliveredToAll', { conversation });
    if ((after.othersReadSeq ?? 0) > (before.othersReadSeq ?? 0))
      emit('receipt.readByAll', { conversation });
  }

  function tellCall({ before, after: call, arrival }: NonNullable<Applied['calls']>[number]): void {
    if (!arrival.live || arrival.own) return;
    if (before && call.status === 'ongoing') {
      const [was, is] = [new Set(before.participants), new Set(call.participants)];
      for (const uid of is) if (!was.has(uid)) emit('call.joined', { call, uid });
      for (const uid of was) if (!is.has(uid)) emit('call.left', { call, uid });
    }
    if (before?.status === call.status) return;
    if (call.status === 'initiated') {
      if (!before && call.initiator !== me()) emit('call.incoming', { call });
    } else if (call.status === 'ongoing') emit('call.accepted', { call });
    else if (call.status === 'busy' || call.status === 'rejected') emit('call.rejected', { call });
    else emit(`call.${call.status}`, { call });
  }

  return (applied: Applied): void => {
    const conversations = new Map(applied.conversations?.map(({ after }) => [after.id, after]));
    for (const change of applied.messages ?? [])
      if (change.arrival.live) tellMessage(change, conversations.get(change.after.conversationId));
    applied.conversations?.forEach(tellConversation);
    for (const { before, after: receipt, arrival } of applied.receipts ?? []) {
      if (!arrival.live || receipt.uid === me()) continue;
      if (receipt.deliveredSeq > (before?.deliveredSeq ?? 0))
        emit('receipt.delivered', { receipt });
      if (receipt.readSeq > (before?.readSeq ?? 0)) emit('receipt.read', { receipt });
    }
    for (const { before, after: user, arrival } of applied.users ?? []) {
      if (!arrival.live || !before || before.status === user.status || user.id === me()) continue;
      emit(user.status === 'online' ? 'user.online' : 'user.offline', { user });
    }
    applied.groups?.forEach(tellGroup);
    applied.calls?.forEach(tellCall);
  };
}
