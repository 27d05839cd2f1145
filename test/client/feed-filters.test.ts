import { expect } from '@open-wc/testing';
import type { FeedState } from '../../src/client/types.js';
import { openFeed, textsOf } from '../support/feeds.js';
import { ana, ben, cyd, kiln, signIn, toAna, toBen, until, useWorld } from '../support/world.js';

describe('a feed with a filter', () => {
  useWorld('ana', 'ben');

  it('of what is unread takes what others write and nothing of one`s own, not even while it waits (M3)', async () => {
    await ben.messages.send(toAna, { text: 'ben 1' });
    const unread = ana.messages.feed(toBen, { filter: { unread: true } });
    const shown: string[][] = [];
    const stop = unread.$feed.subscribe((state) => shown.push(textsOf(state).map(String)));
    await until(unread.$feed, (state) => state.items.length === 1);
    await ana.messages.send(toBen, { text: 'mine' });
    await ben.messages.send(toAna, { text: 'ben 2' });
    await until(unread.$feed, (state) => textsOf(state).at(-1) === 'ben 2');
    expect(shown.flat()).not.to.include('mine');
    stop();
  });

  it('of what was changed takes no new messages', async () => {
    const { id, sentAt } = await ben.messages.send(toAna, { text: 'old' });
    const filter = { updatedAfter: sentAt + 1, updatesOnly: true };
    const changed = await openFeed(ana, toBen, { filter });
    await ben.messages.send(toAna, { text: 'new' });
    await ben.messages.edit(id, 'edited');
    await until(changed.$feed, (state) => state.items.length > 0);
    expect(textsOf(changed.$feed.get())).to.deep.equal(['edited']);
  });

  it('of a group is without the blocked where that is asked for, whatever comes or is unblocked (P5)', async () => {
    await signIn('cyd');
    await ben.messages.send(kiln, { text: 'ben 1' });
    await cyd.messages.send(kiln, { text: 'cyd 1' });
    await ana.users.block('ben');
    const of = (list: FeedState) => textsOf(list).filter((text) => text !== undefined);
    const hiding = ana.messages.feed(kiln, { filter: { hideBlocked: true } });
    const whole = ana.messages.feed(kiln);
    await until(hiding.$feed, (state) => state.ready && state.items.length > 0);
    await until(whole.$feed, (state) => of(state).length === 2);
    expect(of(hiding.$feed.get())).to.deep.equal(['cyd 1']);
    await ben.messages.send(kiln, { text: 'ben 2' });
    await cyd.messages.send(kiln, { text: 'cyd 2' });
    await until(whole.$feed, (state) => of(state).length === 4);
    await until(hiding.$feed, (state) => of(state).at(-1) === 'cyd 2');
    expect(of(hiding.$feed.get())).to.deep.equal(['cyd 1', 'cyd 2']);
    const last = hiding.$feed.get().items.at(-1)!.id;
    hiding.seen(last);
    await until(ana.conversations.$conversation(kiln), (row) => row?.unread === 0);
    await ana.users.unblock('ben');
    await until(hiding.$feed, (state) => of(state).length === 4);
    await ana.users.block('ben');
    await until(hiding.$feed, (state) => of(state).length === 2);
    expect(of(whole.$feed.get()).length).to.equal(4);
  });
});
