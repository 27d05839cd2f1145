import { ChatError } from '../protocol/errors.js';
import type { Target } from '../protocol/ids.js';
import type { Message } from '../protocol/records.js';
import type { Core } from './core.js';
import type { StandIns } from './stand-ins.js';

export interface Receipts {
  /** Everything up to this message has been seen. */
  read(target: Target, message: Message): void;
  /** What waits for its turn goes now. */
  flush(): void;
  /** The furthest this client has said. */
  said(conversation: string): number;
}

/** That something was read is said as soon as what acts is there. */
export function createReceipts(core: Core, { late, act }: StandIns): Receipts {
  return {
    read(target, message) {
      if (!core.can('receipts')) return;
      act(({ receipts }) => receipts.read(target, message)).catch((error: unknown) =>
        core.report(ChatError.from(error), 'receipt.read'),
      );
    },
    flush: () => late.now?.receipts.flush(),
    said: (conversation) => late.now?.receipts.said(conversation) ?? -1,
  };
}
