import type { ChatClient } from '../../client/types.js';
import { emit } from '../../lit/events.js';
import { ChatError } from '../../protocol/errors.js';
import { conversationTarget, type Target } from '../../protocol/ids.js';
import type { Call, Message } from '../../protocol/records.js';

/** Calls somebody, unless the page does so itself. What becomes of it is shown by `<chat-call>`. */
export function beginCall(
  host: HTMLElement,
  client: ChatClient | undefined,
  target: Target,
  type: Call['type'],
): void {
  if (!client || !emit(host, 'chat-call', { target, type })) return;
  client.calls.start(target, type).catch((caught: unknown) => {
    const error = ChatError.from(caught);
    // The page shows it in its own way.
    if (!emit(host, 'chat-error', { error, operation: 'call.start' })) client.calls.dismiss();
  });
}

/** From the message a call has left: calls the person again, or joins while the group still talks. */
export function resume(host: HTMLElement, client: ChatClient, message: Message): void {
  const target = conversationTarget(client.$me.get()?.id ?? '', message.conversationId);
  if (target.guid === undefined)
    return beginCall(host, client, target, message.type === 'video' ? 'video' : 'audio');
  client.calls
    .get(message.id)
    .then((call) => joinCall(host, client, call))
    .catch((caught: unknown) => {
      emit(host, 'chat-error', { error: ChatError.from(caught), operation: 'call.get' });
    });
}

/** Takes part in a call, unless the page does so itself. */
export function joinCall(host: HTMLElement, client: ChatClient | undefined, call: Call): void {
  if (!client || !emit(host, 'chat-answer', { call })) return;
  // What it fails with is shown by `<chat-call>`.
  client.calls.accept(call.id).catch(() => undefined);
}
