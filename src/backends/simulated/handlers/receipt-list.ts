import { readableMessage } from '../rules/access.js';
import { query, type Handlers } from '../context.js';
import { mintedId } from '../checks/input.js';
import { demandMessageAction } from '../rules/policy.js';
import type { Mark } from '../storage/rows.js';

export const receiptList: Pick<Handlers, 'receipt.list'> = {
  'receipt.list': query(async (context, params) => {
    const { row, place } = await readableMessage(context, mintedId(params.messageId, 'message id'));
    demandMessageAction(place, context.me, row, 'receipts');
    const rows = place.large
      ? []
      : await context.work.range('receipts', 'key', { prefix: [row.conversationId] });
    const found = rows
      .filter(({ uid, deliveredSeq }) => uid !== row.sender && deliveredSeq >= row.seq)
      .map(({ uid, deliveries, reads }) => {
        const [deliveredAt, readAt] = [timeOf(deliveries, row.seq), timeOf(reads, row.seq)];
        return {
          uid,
          ...(deliveredAt !== undefined && { deliveredAt }),
          ...(readAt !== undefined && { readAt }),
        };
      });
    for (const { uid } of found) context.show.user(uid);
    return { receipts: found };
  }),
};

/** M2: when the first mark at or after this message was set. */
function timeOf(marks: readonly Mark[], seq: number): number | undefined {
  return marks.find(([reached]) => reached >= seq)?.[1];
}
