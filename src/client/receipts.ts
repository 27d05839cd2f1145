import { ChatError } from '../protocol/errors.js';
import type { Receipts } from './acts/receipts.js';
import type { Core } from './core.js';
import type { StandIns } from './stand-ins.js';

/** That something was read is said as soon as what acts is there. */
export function createReceipts(core: Core, { late, act }: StandIns, inThread = false): Receipts {
  return {
    read(target, message) {
      if (!core.can('receipts')) return;
      act(({ receipts }) => receipts.read(target, message, inThread)).catch((error: unknown) =>
        core.report(ChatError.from(error), 'receipt.read'),
      );
    },
    flush: () => late.now?.receipts.flush(),
    said: (conversation) => late.now?.receipts.said(conversation) ?? -1,
  };
}
