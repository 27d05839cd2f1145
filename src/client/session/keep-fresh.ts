import { ChatError } from '../../protocol/errors.js';
import type { OperationName } from '../../protocol/operations.js';
import type { Refresh } from './connection.js';
import type { Core } from '../core.js';

/** A refusal changes nothing: what may not be seen stays unknown. What may pass is thrown, to be tried again. */
export async function unlessRefused(asking: Promise<unknown>): Promise<void> {
  try {
    await asking;
  } catch (thrown) {
    const error = ChatError.from(thrown);
    if (error.retryable) throw error;
  }
}

/**
 * Asks now, with each session, whenever the connection has been away, and when records do not tell what became of this
 * conversation (N4); until the returned function is called.
 */
export function keepFresh(
  core: Core,
  operation: OperationName,
  refresh: Refresh,
  conversationId?: string,
): () => void {
  let asking: Promise<void> | undefined;
  // A session and its line begin one after the other, and each asks.
  const ask: Refresh = (missed) => {
    if (asking && !missed) return asking;
    const mine = unlessRefused(refresh(missed)).finally(() => {
      if (asking === mine) asking = undefined;
    });
    return (asking = mine);
  };
  const askAlone = (missed: boolean) => {
    ask(missed).catch((error: ChatError) => {
      // Without a line it is asked again as soon as there is one.
      if (core.connection.isOpen()) core.report(error, operation);
    });
  };
  const leave = [
    core.connection.onRefresh(ask),
    core.onSession(() => askAlone(false)),
    core.onRefetch((changed) => changed === conversationId && askAlone(true)),
  ];
  askAlone(false);
  return () => leave.forEach((stop) => stop());
}
