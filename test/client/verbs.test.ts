import { expect } from '@open-wc/testing';
import type { ChatError } from '../../src/protocol/errors.js';
import { textsOf } from '../support/feeds.js';
import { waitUntil } from '../support/wait.js';
import { ana, ben, kiln, pause, toAna, toBen, until, useWorld, world } from '../support/world.js';

const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'fine',
    (error: ChatError) => error.detail ?? error.code,
  );

describe('verbs', () => {
  useWorld('ana', 'ben');

  it('pin and save show at once, and their lists follow', async () => {
    const { id } = await ana.messages.send(toBen, { text: 'Keep' });
    const [pinned, saved] = [ana.messages.pinned(toBen), ana.messages.saved()];
    await until(pinned.$list, (list) => list.ready);
    await until(saved.$list, (list) => list.ready);
    const done = [ana.messages.pin(id, true), ana.messages.save(id, true)];
    expect(pinned.$list.get().items.map((item) => item.id)).to.deep.equal([id]);
    expect(saved.$list.get().items.map((item) => item.id)).to.deep.equal([id]);
    await Promise.all(done);
    const theirs = await until(ben.messages.pinned(toAna).$list, (list) => list.ready);
    expect(textsOf(theirs)).to.deep.equal(['Keep']);
    await ana.messages.pin(id, false);
    await ana.messages.save(id, false);
    expect(pinned.$list.get().items).to.deep.equal([]);
    expect(saved.$list.get().items).to.deep.equal([]);
  });

  it('a search finds newest first, keeps what it found current, and lets nothing in by itself', async () => {
    await ana.messages.send(toBen, { text: 'red kiln' });
    const { id } = await ana.messages.send(kiln, { text: 'blue kiln' });
    const found = ana.messages.search({ search: 'kiln' });
    const texts = () => textsOf(found.$list.get());
    await until(found.$list, (list) => list.ready);
    expect(texts()).to.deep.equal(['blue kiln', 'red kiln']);
    await ana.messages.edit(id, 'green kiln');
    await ana.messages.send(kiln, { text: 'another kiln' });
    expect(texts()).to.deep.equal(['green kiln', 'red kiln']);
  });

  it('custom messages are edited, too, and say whether they move their conversation', async () => {
    await ana.messages.send(toBen, { text: 'Hello' });
    const row = ana.conversations.$conversation(toBen);
    const stop = row.listen(() => undefined);
    await until(row, (conversation) => conversation !== undefined);
    const before = row.get()!.lastMessageId;
    const custom = { type: 'poll', data: { open: true }, updateConversation: false };
    const sending = ana.messages.send(toBen, custom);
    expect(row.get()!.lastMessageId).to.equal(before);
    const { id } = await sending;
    expect(row.get()!.lastMessageId).to.equal(before);
    const edited = ana.messages.edit(id, { data: { open: false }, metadata: { votes: 3 } });
    await edited;
    const { data, metadata, text } = await ben.messages.get(id);
    expect({ data, metadata, text }).to.deep.equal({
      data: { open: false },
      metadata: { votes: 3 },
      text: undefined,
    });
    stop();
  });

  it('threads are listed by their newest reply, and can be followed or not', async () => {
    const parents = [];
    for (const text of ['One', 'Two']) {
      const parent = await ana.messages.send(toBen, { text });
      await ana.messages.send(toBen, { text: `On ${text}`, parentId: parent.id });
      parents.push(parent);
    }
    const threads = ana.messages.threads();
    const texts = () => textsOf(threads.$list.get());
    await until(threads.$list, (list) => list.items.length === 2);
    expect(texts()).to.deep.equal(['Two', 'One']);
    await ben.messages.send(toAna, { text: 'More', parentId: parents[0]!.id });
    await until(threads.$list, () => texts()[0] === 'One');
    const { id } = parents[0]!;
    const subscribed = () => ana.messages.$message(id).get()?.message.threadSubscribed;
    const stop = ana.messages.$message(id).listen(() => undefined);
    await ana.messages.subscribe(id, false);
    expect(subscribed()).to.be.false;
    await ana.messages.edit(id, 'First');
    expect(subscribed()).to.be.false;
    await ana.messages.subscribe(id, true);
    expect(subscribed()).to.be.true;
    stop();
  });

  it('interacting with a message shows at once, and both learn when its goal is met (M8)', async () => {
    const completed: string[] = [];
    ana.on('interaction.completed', ({ uid }) => completed.push(`ana hears ${uid}`));
    ben.on('interaction.completed', ({ uid }) => completed.push(`ben hears ${uid}`));
    const { id } = await ana.messages.send(toBen, {
      type: 'form',
      category: 'interactive',
      data: { title: 'Firing' },
      interactionGoal: { type: 'allOf', elementIds: ['yes'] },
    });
    const $message = ben.messages.$message(id);
    await until($message, (item) => item !== undefined);
    const done = ben.messages.interact(id, 'yes');
    expect($message.get()?.message.interactions?.map((one) => one.elementId)).to.deep.equal([
      'yes',
    ]);
    await done;
    await waitUntil(() => completed.length === 2, 'not both were told');
    expect(completed).to.have.members(['ana hears ben', 'ben hears ben']);
  });

  it('unread messages are counted by person and group', async () => {
    await ben.messages.send(toAna, { text: 'One' });
    await ben.messages.send(toAna, { text: 'Two' });
    await ben.messages.send(kiln, { text: 'Three <@all:all>' });
    const all = await ana.conversations.unreadCounts();
    expect(all).to.deep.equal({
      users: { ben: 2 },
      groups: { kiln: 1 },
      mentions: { users: {}, groups: { kiln: 1 } },
    });
    const group = await ana.conversations.unreadCounts({ target: toBen });
    expect(group).to.deep.equal({
      users: { ben: 2 },
      groups: {},
      mentions: { users: {}, groups: {} },
    });
  });

  it('a conversation that is on no screen is marked as read, too', async () => {
    await ben.messages.send(toAna, { text: 'One' });
    await ben.messages.send(toAna, { text: 'Two' });
    await ana.conversations.markRead(toBen);
    expect((await ana.conversations.unreadCounts()).users).to.deep.equal({});
    const error = await ana.conversations.markRead({ uid: 'cyd' }).catch((it: unknown) => it);
    expect((error as { detail?: string }).detail).to.equal('ERR_CONVERSATION_NOT_ACCESSIBLE');
  });

  it('delivery can be said by hand', async () => {
    ben.line.deaf = true;
    const { id } = await ana.messages.send(toBen, { text: 'Slow' });
    ben.line.deaf = false;
    await ben.messages.get(id);
    const $message = ana.messages.$message(id);
    await until($message, (item) => item?.state === 'sent');
    await ben.messages.markDelivered(id);
    await until($message, (item) => item?.state === 'delivered');
  });

  it('one record is got by its id, and what is not there is said', async () => {
    const message = await ana.messages.send(toBen, { text: 'Hi' });
    expect((await ana.messages.get(message.id)).text).to.equal('Hi');
    expect((await ana.users.get('BEN')).name).to.equal('Ben');
    expect((await ana.groups.get('Kiln')).name).to.equal('Kiln');
    expect((await ana.conversations.get(toBen)).id).to.equal('user:ana:ben');
    expect(await codeOf(ana.conversations.get({ uid: 'cyd' }))).to.equal(
      'ERR_CONVERSATION_NOT_ACCESSIBLE',
    );
    expect(await codeOf(ana.users.get('nobody'))).to.equal('ERR_UID_NOT_FOUND');
    expect(await codeOf(ana.groups.get('nothing'))).to.equal('ERR_GUID_NOT_FOUND');
    expect(await codeOf(ana.messages.get('nothing'))).to.equal('ERR_MESSAGE_ID_NOT_FOUND');
    const blocked = await ana.users.block('nobody').catch((error: unknown) => error);
    expect(blocked).to.include({ code: 'not-found', detail: 'ERR_UID_NOT_FOUND' });
  });

  it('several are blocked at once, a result each', async () => {
    const { results } = await ana.users.blockAll(['ben', 'nobody']);
    expect(results['ben']?.ok).to.be.true;
    expect(results['nobody']).to.include({ ok: false, detail: 'ERR_UID_NOT_FOUND' });
    const blocked = await ana.users.queryBlocked({ direction: 'blockedByMe' }).next();
    expect(blocked.map((user) => user.id)).to.deep.equal(['ben']);
    expect((await ana.users.unblockAll(['ben'])).results['ben']?.ok).to.be.true;
  });

  it('those online are counted, in groups too', async () => {
    const counts = await ana.users.onlineCounts(['kiln']);
    expect(counts.online).to.be.at.least(1);
    expect(counts.groups['kiln']).to.equal(2);
  });

  it('a client learns of those it asked for: presence none', async () => {
    const cyd = await world.client('cyd', { presence: 'none' });
    const seen: string[] = [];
    await until(cyd.users.list().$list, (list) => list.ready);
    cyd.on('user.offline', ({ user }) => seen.push(user.id));
    const heard: string[] = [];
    ana.on('user.offline', ({ user }) => heard.push(user.id));
    await until(ana.users.list().$list, (list) => list.items.some((it) => it.id === 'ben'));
    await ben.signOut();
    await waitUntil(() => heard.length > 0, 'nobody was told');
    expect(heard).to.deep.equal(['ben']);
    expect(seen).to.deep.equal([]);
  });

  it('transient messages reach who is there, and are never kept', async () => {
    const got: unknown[] = [];
    await ana.messages.send(toBen, { text: 'Hi' });
    ben.on('transient.received', ({ uid, data }) => got.push([uid, data]));
    ana.transient.send(toBen, { confetti: true });
    await waitUntil(() => got.length > 0, 'nobody was told');
    expect(got).to.deep.equal([['ana', { confetti: true }]]);
  });

  describe('of calls', () => {
    it('start, accept, end', async () => {
      const call = await ana.calls.start(toBen, 'video');
      expect(call).to.include({ type: 'video', status: 'initiated', initiator: 'ana' });
      const [ringing] = await until(ben.calls.$calls, (calls) => calls.length === 1);
      expect(ben.calls.$active.get()).to.be.undefined;
      await ben.calls.accept(ringing!.id);
      await until(ana.calls.$active, (active) => active?.status === 'ongoing');
      expect(ben.calls.$active.get()?.id).to.equal(call.id);
      await ben.calls.end(call.id);
      await until(ana.calls.$active, (active) => active === undefined);
      expect((await ana.calls.get(call.id)).status).to.equal('ended');
    });

    it('reject, and cancel what nobody has answered', async () => {
      const first = await ana.calls.start(toBen, 'audio');
      await until(ben.calls.$calls, (calls) => calls.length === 1);
      await ben.calls.reject(first.id);
      await until(ana.calls.$active, (active) => active === undefined);
      const second = await ana.calls.start(toBen, 'audio');
      await ana.calls.end(second.id);
      expect((await ana.calls.get(second.id)).status).to.equal('cancelled');
    });

    it('one at a time, and whoever rings meanwhile is told so', async () => {
      const call = await ana.calls.start(toBen, 'audio');
      expect(await codeOf(ana.calls.start({ uid: 'cyd' }, 'audio'))).to.equal(
        'CALL_ALREADY_INITIATED',
      );
      await until(ben.calls.$calls, (calls) => calls.length === 1);
      ben.line.say({
        type: 'changed',
        changes: {
          calls: [{ ...call, participants: ['ana', 'ben'], status: 'ongoing', rev: call.rev + 1 }],
        },
      });
      await until(ben.calls.$active, (active) => active?.id === call.id);
      ben.line.say({
        type: 'changed',
        cause: 'call.start',
        actor: 'cyd',
        changes: {
          calls: [
            {
              ...call,
              id: 'second',
              initiator: 'cyd',
              conversationId: 'user:ben:cyd',
              participants: ['cyd'],
            },
          ],
        },
      });
      const asked = () => ben.line.asked.filter(({ name }) => name === 'call.end');
      await waitUntil(() => asked().length > 0, 'not answered');
      await pause(30);
      expect(asked().map(({ params }) => params)).to.deep.equal([{ id: 'second', status: 'busy' }]);
    });
  });
});
