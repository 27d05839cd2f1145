import { expect } from '@open-wc/testing';
import type { Page } from '../../../src/protocol/queries.js';
import { useWorld, type Person } from '../../support/simulated.js';

const log = { guid: 'log' } as const;
const line = (from: string, text: string, second: number) =>
  JSON.stringify({
    at: new Date(Date.UTC(2004, 0, 1) + second * 1000).toISOString(),
    kind: 'message',
    from,
    text,
  });

describe('large groups', () => {
  const { world, ana } = useWorld({ signedIn: ['ana'], groups: { log: { ben: 'participant' } } });

  const fill = (people: number) =>
    world.management.request('message.import', {
      guid: 'log',
      firstLine: 1,
      lines: Array.from({ length: people * 2 }, (_, i) =>
        line(`nick${i % people}`, `line ${i}`, i),
      ),
    });
  /** All pages of the list of members. */
  async function members(query: { readonly search?: string }) {
    const pages: Page[] = [];
    do {
      const after = pages.at(-1)?.after;
      const params = { ...log, ...query, limit: 100, ...(after && { after }) };
      pages.push(await ana.ask('member.list', params));
    } while (pages.at(-1)?.after !== null);
    return { ids: pages.flatMap(({ ids }) => ids), totals: pages.map(({ total }) => total) };
  }
  const row = async (person: Person) =>
    (await person.ask('conversation.get', { target: log })).changes.conversations![0]!;

  it('receipts and unread counts work up to 300 members, and stop above', async () => {
    const ben = await world.person('ben');
    await fill(298);
    const id = await ana.send('#log', 'hello');
    expect(await row(ben)).to.deep.include({ unread: 597 });
    await ben.ask('receipt.read', { target: log, messageId: id });
    expect((await ana.ask('receipt.list', { messageId: id })).receipts.length).to.equal(1);
    expect((await row(ana)).othersReadSeq).to.be.lessThan(300);

    const cleo = await world.person('cleo');
    await cleo.ask('group.join', log);
    await ana.drain();
    const late = await ana.send('#log', 'more');
    const { unread, deliveredSeq, othersReadSeq, lastMessageId } = await row(ben);
    expect([unread, deliveredSeq, othersReadSeq]).to.deep.equal([0, undefined, undefined]);
    expect(lastMessageId).to.equal(late);
    await ana.drain();
    await ben.ask('receipt.read', { target: log, messageId: late });
    expect(await ana.drain()).to.deep.equal([]);
    expect((await row(ben)).readSeq).to.be.greaterThan(0);
    await ben.ask('message.unread', { id: late });
    expect((await row(ben)).unreadFrom).to.equal(late);
  });

  it('M4: every message and every member is met once, page by page', async () => {
    await fill(350);
    const seen: string[] = [];
    let before: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof older>> = await older(before);
      seen.unshift(...page.ids);
      before = page.before;
    } while (before !== null);
    expect([seen.length, new Set(seen).size]).to.deep.equal([701, 701]);

    const { ids } = await members({});
    expect([ids.length, new Set(ids).size]).to.deep.equal([352, 352]);
    const found = await ana.ask('member.list', { ...log, search: 'nick34' });
    expect(found.total).to.equal(11);
    expect((await ana.ask('member.list', { ...log, status: 'online' })).ids).to.deep.equal([
      'log:ana',
    ]);

    function older(cursor: string | null) {
      const position = cursor === null ? 'end' : { before: cursor };
      return ana.ask('message.list', { target: log, position, limit: 100 });
    }
  });

  it('M4: what is looked for among thousands is met once, page by page, and counted at the end', async () => {
    await fill(2100);
    const { ids, totals } = await members({ search: 'nick20' });
    expect([ids.length, new Set(ids).size]).to.deep.equal([111, 111]);
    expect(totals).to.deep.equal([undefined, 111]);
    expect((await members({ search: 'nick2099' })).totals).to.deep.equal([1]);
  });

  it('an import says which lines it cannot take, and is not repeated', async () => {
    const lines = [
      ...['nonsense', '42', '{}', '{"text":7}', line('', 'x', 0)],
      JSON.stringify({ at: 'yesterday', kind: 'message', from: 'x', text: 'x' }),
      JSON.stringify({ at: '2004-01-01T00:00:00Z', kind: 'song', from: 'x', text: 'x' }),
      line('<b>|trey|</b>', '<script>', 1),
    ];
    const params = { guid: 'log', firstLine: 10, lines };
    const result = await world.management.request('message.import', params, 'i-1');
    expect([result.accepted, result.rejected.map(({ line }) => line)]).to.deep.equal([
      ...[1, [10, 11, 12, 13, 14, 15, 16]],
    ]);
    expect(await world.management.request('message.import', params, 'i-1')).to.deep.equal(result);
    const page = await ana.ask('message.list', { target: log, position: 'end' });
    expect(page.ids.length).to.equal(2);
    const { sender } = page.changes.messages!.at(-1)!;
    const user = page.changes.users!.find(({ id }) => id === sender)!;
    expect(user.name).to.equal('<b>|trey|</b>');
  });
});
