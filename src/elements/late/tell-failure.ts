import { emit } from '../../lit/events.js';
import { ChatError } from '../../protocol/errors.js';

/** The page is told of what somebody asked this element for and could not be had. */
export function tellFailure(host: HTMLElement, operation: string, work: Promise<unknown>): void {
  work.catch((error: unknown) =>
    emit(host, 'chat-error', { error: ChatError.from(error), operation }),
  );
}
