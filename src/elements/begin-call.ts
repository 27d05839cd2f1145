import type { ChatClient } from '../client/types.js';
import { emit } from '../lit/events.js';
import { ChatError } from '../protocol/errors.js';
import type { Target } from '../protocol/ids.js';
import type { Call } from '../protocol/records.js';

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
