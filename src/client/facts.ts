import { isNew, type Applied } from './table.js';
import type { ClientEvents } from './types.js';

export interface Facts {
  on<E extends keyof ClientEvents>(
    event: E,
    listener: (detail: ClientEvents[E]) => void,
  ): () => void;
  emit<E extends keyof ClientEvents>(event: E, detail: ClientEvents[E]): void;
}

type Listener = (detail: never) => void;

export function createFacts(): Facts {
  const listeners = new Map<keyof ClientEvents, Set<Listener>>();
  return {
    on(event, listener) {
      const set = listeners.get(event) ?? new Set<Listener>();
      listeners.set(event, set.add(listener));
      return () => set.delete(listener);
    },
    emit(event, detail) {
      for (const listener of [...(listeners.get(event) ?? [])]) {
        try {
          (listener as (detail: unknown) => void)(detail);
        } catch (error) {
          // A listener's mistake is its own: it reaches the page, not the client.
          queueMicrotask(() => {
            throw error;
          });
        }
      }
    },
  };
}

/** What records tell, once each: an event that comes twice changes nothing, so it says nothing. */
export function tellFacts(applied: Applied, me: string, emit: Facts['emit']): void {
  const conversations = new Map(applied.conversations?.map(({ after }) => [after.id, after]));
  for (const change of applied.messages ?? []) {
    const { before, after: message, arrival } = change;
    if (!arrival.live || before === message) continue;
    const conversation = conversations.get(message.conversationId);
    if (message.deletedAt !== undefined && before?.deletedAt === undefined)
      emit('message.deleted', { message });
    else if (message.editedAt !== undefined && message.editedAt !== before?.editedAt)
      emit('message.edited', { message });
    else if (!isNew(change)) continue;
    else if (message.sender === me && message.category !== 'action')
      emit('message.sent', { message });
    else emit('message.received', { message, ...(conversation && { conversation }) });
  }
  for (const { before, after: conversation, arrival } of applied.conversations ?? []) {
    if (arrival.live && before !== conversation) emit('conversation.changed', { conversation });
  }
  for (const { before, after: user, arrival } of applied.users ?? []) {
    if (!arrival.live || !before || before.status === user.status || user.id === me) continue;
    emit(user.status === 'online' ? 'user.online' : 'user.offline', { user });
  }
  for (const { before, after: group } of applied.groups ?? []) {
    const gone =
      (group.removedAt !== undefined && before?.removedAt === undefined) ||
      (before?.scope != null && group.scope === null);
    if (before && gone) emit('group.removed', { group });
  }
}
