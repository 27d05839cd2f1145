import type { ChatMessage } from '../../chat-message/chat-message.js';

/** The row that an event is about. */
export function rowOf(event: Event): ChatMessage | undefined {
  const [target] = event.composedPath();
  return target instanceof Element
    ? (target.closest<ChatMessage>('chat-message') ?? undefined)
    : undefined;
}
