import { aTimeout, expect, fixtureSync } from '@open-wc/testing';
import type { MessageItem } from '../../src/client/types.js';
import type { MessageRow } from '../../src/elements/chat-message/message-row.js';
import { isSlow } from '../../src/elements/chat-message/below/waiting.js';
import { within } from '../support/clock.js';
import { waitUntil } from '../support/wait.js';

/** A row whose message has waited for so many milliseconds, and what has it drawn again. */
function waiting(since: number, more: Partial<MessageItem> = {}) {
  const seen = { draws: 0 };
  const row = Object.assign(fixtureSync<MessageRow & { item: unknown }>('<p></p>'), {
    item: { state: 'pending', queuedAt: Date.now() - since, ...more },
    requestUpdate: () => seen.draws++,
  });
  return { row, seen };
}

describe('a message that waits (B54)', () => {
  it('is slow after ten seconds, and drawn again then', async () => {
    const { row, seen } = waiting(9_700);
    expect(isSlow(row)).to.equal(false);
    await waitUntil(() => seen.draws > 0, 'not drawn');
    expect(isSlow(row)).to.equal(true);
    await aTimeout(100);
    expect(seen.draws, 'nothing more to wait for').to.equal(1);
  });

  it('is drawn every second while it counts them', async () => {
    const { row, seen } = waiting(20_000, { resumesAt: Date.now() + 2_900 });
    const giveBack = within(900);
    isSlow(row);
    await aTimeout(900);
    giveBack();
    expect(seen.draws).to.equal(1);
  });

  it('is left alone once it is sent, or its row has gone', async () => {
    const [sent, gone] = [waiting(9_950), waiting(9_950)];
    isSlow(sent.row);
    isSlow(gone.row);
    Object.assign(sent.row, { item: { state: 'sent' } });
    isSlow(sent.row);
    gone.row.remove();
    await aTimeout(150);
    expect([sent.seen.draws, gone.seen.draws]).to.deep.equal([0, 0]);
  });
});
