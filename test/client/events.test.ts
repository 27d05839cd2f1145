import { expect } from '@open-wc/testing';
import { openFeed, textsOf } from '../support/feeds.js';
import { listen } from '../support/told.js';
import { waitUntil } from '../support/wait.js';
import {
  ana,
  ben,
  cyd,
  kiln,
  pause,
  signIn,
  toAna,
  toBen,
  until,
  useWorld,
  world,
  type TestClient,
} from '../support/world.js';

describe('events', () => {
  useWorld('ana', 'ben');

  it('tell the other side of each act on a message, and its author only that it was sent', async () => {
    const [mine, theirs] = [listen(ana), listen(ben)];
    const { id } = await ana.messages.send(toBen, { text: 'One' });
    await theirs.until('message.received');
    await ana.messages.edit(id, 'Two');
    await theirs.until('message.edited');
    await ana.messages.react(id, '👍', true);
    await theirs.until('reaction.added');
    const { reaction, uid, message } = theirs.detail('reaction.added');
    expect([reaction, uid, message.text]).to.deep.equal(['👍', 'ana', 'Two']);
    await ana.messages.react(id, '👍', false);
    await theirs.until('reaction.removed');
    await ana.messages.delete(id);
    await theirs.until('message.deleted');
    expect(theirs.names).to.deep.equal([
      'message.received',
      'message.edited',
      'reaction.added',
      'reaction.removed',
      'message.deleted',
    ]);
    expect(mine.names).to.deep.equal(['message.sent']);
  });

  it('tell another device of the same user of what was done on this one', async () => {
    const other = await world.client('ana');
    await until(other.$status, (it) => it.phase === 'signedIn' && it.connection === 'online');
    const [mine, theirs] = [listen(ana), listen(other)];
    const { id } = await ana.messages.send(toBen, { text: 'One' });
    await theirs.until('message.sent');
    await ana.messages.edit(id, 'Two');
    await theirs.until('message.edited');
    await ana.conversations.pin(toBen, true);
    await theirs.until('conversation.pinned');
    await ana.conversations.pin(toBen, false);
    await theirs.until('conversation.unpinned');
    expect(mine.names).to.deep.equal(['message.sent']);
  });

  it('tell of a message once, even when a question brought it before its event', async () => {
    const theirs = listen(ben);
    ben.line.deaf = true;
    const message = await ana.messages.send(toBen, { text: 'Asked for' });
    const feed = ben.messages.feed(toAna);
    await until(feed.$feed, (state) => state.items.length === 1);
    expect(theirs.names).to.deep.equal([]);
    const event = {
      type: 'changed',
      changes: { messages: [feed.$feed.get().items[0]!.message] },
      cause: 'message.send',
      actor: 'ana',
    } as const;
    ben.line.deaf = false;
    ben.line.say(event);
    ben.line.say(event);
    await theirs.until('message.received');
    await pause(20);
    expect(theirs.names).to.deep.equal(['message.received']);
    expect(theirs.detail('message.received').message.id).to.equal(message.id);
  });

  it('tell of receipts, one by one and of all in a group (M2)', async () => {
    const told = listen(ana, /^user\./);
    await signIn('cyd');
    const { id } = await ana.messages.send(kiln, { text: 'All' });
    for (const client of [ben, cyd]) {
      const feed = client.messages.feed(kiln);
      await until(feed.$feed, (state) => state.items.some((item) => item.id === id));
      feed.seen(id);
    }
    await told.until('receipt.readByAll');
    expect(told.names.filter((name) => name === 'receipt.read')).to.have.length(2);
    expect(told.detail('receipt.read').receipt.uid).to.be.oneOf(['ben', 'cyd']);
    expect(told.names.filter((name) => name === 'receipt.readByAll')).to.have.length(1);
  });

  it('tell who starts and stops typing', async () => {
    const told = listen(ana);
    await ana.messages.send(toBen, { text: 'Hi' });
    ben.typing.touch(toAna, undefined, { in: 'voice' });
    await told.until('typing.started');
    ben.typing.stop(toAna);
    await told.until('typing.stopped');
    expect(told.detail('typing.started')).to.deep.equal({
      conversationId: 'user:ana:ben',
      uid: 'ben',
      metadata: { in: 'voice' },
    });
  });

  it('tell who types in a thread, apart from the conversation (B75)', async () => {
    const told = listen(ana);
    const { id } = await ana.messages.send(toBen, { text: 'Hi' });
    const inThread = ana.typing.$typing(toBen, id);
    ben.typing.touch(toAna, id);
    await until(inThread, (people) => people[0]?.id === 'ben');
    expect(ana.typing.$typing(toBen).get()).to.deep.equal([]);
    const fact = { conversationId: 'user:ana:ben', uid: 'ben', parentId: id };
    expect(told.detail('typing.started')).to.deep.equal(fact);
    ben.typing.stop(toAna);
    await ben.messages.send(toAna, { text: 'In the conversation' });
    await told.until('message.received');
    expect(inThread.get().length, 'still').to.equal(1);
    await ben.messages.send(toAna, { text: 'In the thread', parentId: id });
    await until(inThread, (people) => people.length === 0);
    expect(told.detail('typing.stopped')).to.deep.equal(fact);
  });

  it('tell that who is removed from a group has stopped typing there', async () => {
    const told = listen(ana);
    await until(ben.groups.$group('kiln'), (group) => group?.scope === 'participant');
    ben.typing.touch(kiln);
    await told.until('typing.started');
    await ana.members.kick('kiln', 'ben');
    await told.until('typing.stopped');
    expect(told.detail('typing.stopped')).to.deep.equal({
      conversationId: 'group:kiln',
      uid: 'ben',
    });
  });

  it('tell who comes and goes', async () => {
    await until(ana.users.list().$list, (list) => list.ready);
    const told = listen(ana, /^receipt\./);
    await signIn('cyd');
    await told.until('user.online');
    await cyd.signOut();
    await told.until('user.offline');
    expect(told.detail('user.offline').user.id).to.equal('cyd');
  });

  it('tell members of what happens in a group, and whoever loses it of that (P6)', async () => {
    await signIn('cyd');
    await until(ben.groups.$group('kiln'), (group) => group?.scope === 'participant');
    await until(cyd.groups.$group('kiln'), (group) => group?.scope === 'participant');
    const [mine, theirs, lost] = [listen(ana), listen(ben), listen(cyd)];
    await ana.members.setScope('kiln', 'cyd', 'moderator');
    await theirs.until('member.scopeChanged');
    const { uid, by, newScope, oldScope } = theirs.detail('member.scopeChanged');
    expect([uid, by, newScope, oldScope]).to.deep.equal([
      ...['cyd', 'ana', 'moderator', 'participant'],
    ]);
    await ana.members.kick('kiln', 'cyd');
    await theirs.until('member.kicked');
    await lost.until('member.kicked');
    await lost.until('group.removed');
    expect(lost.detail('member.kicked')).to.include({ guid: 'kiln', uid: 'cyd', by: 'ana' });
    await cyd.groups.join('kiln');
    await theirs.until('member.joined');
    await ana.members.ban('kiln', 'cyd');
    await theirs.until('member.banned');
    await lost.until('member.banned');
    await ana.members.unban('kiln', 'cyd');
    await theirs.until('member.unbanned');
    await ana.members.add('kiln', { cyd: 'participant' });
    await theirs.until('member.added');
    await lost.until('group.joined');
    await ana.groups.update({ guid: 'kiln', name: 'Oven' });
    await theirs.until('group.updated');
    await ana.groups.transfer('kiln', 'ben');
    await theirs.until('group.transferred');
    await ana.groups.leave('kiln');
    await theirs.until('member.left');
    // Cyd alone acted elsewhere: joining.
    expect(mine.names.filter((name) => name.startsWith('member.'))).to.deep.equal([
      'member.joined',
    ]);
  });

  it('tell each side of a call what the other does', async () => {
    const [mine, theirs] = [listen(ana), listen(ben)];
    const start = async () => {
      const id = `call-${Math.random().toString(36).slice(2)}`;
      await ana.backend.request('call.start', { id, target: toBen, type: 'audio' }, `start-${id}`);
      await theirs.until('call.incoming');
      return id;
    };
    const rejected = await start();
    await ben.backend.request('call.end', { id: rejected, status: 'rejected' }, 'reject');
    await mine.until('call.rejected');
    mine.clear();
    theirs.clear();
    const accepted = await start();
    await ben.backend.request('call.accept', { id: accepted }, 'accept');
    await mine.until('call.accepted');
    await ben.backend.request('call.end', { id: accepted, status: 'ended' }, 'end');
    await mine.until('call.ended');
    mine.clear();
    theirs.clear();
    const cancelled = await start();
    await ana.backend.request('call.end', { id: cancelled, status: 'cancelled' }, 'cancel');
    await theirs.until('call.cancelled');
    theirs.clear();
    const unanswered = await start();
    await ana.backend.request('call.end', { id: unanswered, status: 'unanswered' }, 'give-up');
    await theirs.until('call.unanswered');
  });

  it('tell who comes into a call of a group, and who leaves while it goes on', async () => {
    await signIn('cyd');
    const told = listen(ana);
    const ask = (client: TestClient, name: 'call.accept' | 'call.end', more = {}) =>
      client.backend.request(name, { id: 'round', ...more }, `${name}-${++acts}`);
    let acts = 0;
    const start = { id: 'round', target: kiln, type: 'audio' } as const;
    await ana.backend.request('call.start', start, 'start-round');
    await until(ana.calls.$calls, (calls) => calls.length === 1);
    await ask(ben, 'call.accept');
    await told.until('call.joined');
    expect(told.detail('call.joined').uid).to.equal('ben');
    expect(told.names).to.include('call.accepted');
    told.clear();
    await ask(cyd, 'call.accept');
    await told.until('call.joined');
    expect(told.detail('call.joined').uid).to.equal('cyd');
    expect(told.names).not.to.include('call.accepted');
    await ask(cyd, 'call.end', { status: 'ended' });
    await told.until('call.left');
    expect(told.detail('call.left').uid).to.equal('cyd');
    expect(told.names).not.to.include('call.ended');
  });

  it('tell that a row of the list is other than before', async () => {
    const told = listen(ana, /^(?!conversation\.changed)/);
    await ben.messages.send(toAna, { text: 'Hi' });
    await told.until('conversation.changed');
    expect(told.detail('conversation.changed').conversation.unread).to.equal(1);
  });

  it('tell of the line and of the session', async () => {
    const told: string[] = [];
    for (const name of [
      'connection.online',
      'connection.offline',
      'connection.connecting',
    ] as const)
      ana.on(name, () => told.push(name));
    ana.on('session.left', ({ uid }) => told.push(`left ${uid}`));
    ana.on('session.started', ({ me }) => told.push(`started ${me.id}`));
    ana.on('session.failed', ({ error }) => told.push(`failed ${error.code}`));
    ana.line.cut();
    ana.line.mend();
    await until(ana.$status, (it) => it.phase === 'signedIn' && it.connection === 'online');
    await ana.signOut();
    await ana.signIn({ uid: 'ana', authKey: 'nonsense' }).catch(() => undefined);
    await world.signIn(ana, 'ana');
    expect(told.slice(0, 6)).to.deep.equal([
      'connection.offline',
      'connection.online',
      'connection.offline',
      'left ana',
      'failed wrong-key',
      ...told.filter((one) => one === 'connection.connecting').slice(0, 1),
    ]);
    expect(told).to.include('started ana');
  });

  it('that say a conversation changed in bulk bring its feed again, in place (N4)', async () => {
    const feed = await openFeed(ana, kiln);
    ana.line.deaf = true;
    await ben.messages.send(kiln, { text: 'Unheard' });
    ana.line.deaf = false;
    await pause(20);
    expect(feed.$feed.get().items.some((item) => item.message.text === 'Unheard')).to.be.false;
    ana.line.say({ type: 'refetch', conversationId: 'group:kiln' });
    await until(feed.$feed, (state) => state.items.some((it) => it.message.text === 'Unheard'));
  });

  it('that name no conversation bring everything on screen again, and what the session may (N4)', async () => {
    const request = world.host.manage().request;
    const feed = ana.messages.feed(toBen);
    await ben.messages.send(toAna, { text: 'Hi' });
    const state = await until(feed.$feed, (it) => it.items.length === 1);
    expect(state.items[0]!.message.can).to.include('react');
    expect(ana.$restricted.get()).to.deep.equal([]);
    await request('role.create', { role: 'guest', restricted: ['reaction.add'] }, 'c1');
    await request('user.update', { uid: 'ana', role: 'guest' }, 'c2');
    await until(ana.$restricted, (it) => it.includes('reaction.add'));
    await until(feed.$feed, (it) => !it.items[0]!.message.can.includes('react'));
    expect(ana.$settings.get()?.updateOnReplies).to.equal(false);
    await request('settings.update', { updateOnReplies: true }, 'c3');
    await until(ana.$settings, (it) => it?.updateOnReplies === true);
  });

  it('M12: an edit that is disapproved of is discarded, and the message stays', async () => {
    const request = world.host.manage().request;
    const { id } = await ana.messages.send(toBen, { text: 'kind' });
    await request('settings.update', { moderation: true }, 'c1');
    await ana.messages.edit(id, 'rude');
    await request('message.moderate', { id, status: 'disapproved' }, 'c2');
    const { $feed } = ana.messages.feed(toBen);
    const failed = await until($feed, (it) => it.items.at(-1)?.state === 'failed');
    expect(failed.items.at(-1)!.message.text).to.equal('rude');
    expect((await ben.messages.get(id)).text).to.equal('kind');
    expect(ana.messages.discard(id)).to.equal('rude');
    const back = await until($feed, (it) => it.items.at(-1)?.message.text === 'kind');
    expect(back.items.at(-1)!.state).not.to.equal('failed');
  });

  it('what the app does is told like what people do, and nothing old as if it were new', async () => {
    const { request } = world.host.manage();
    const { id } = await ana.messages.send(kiln, { text: 'Rules' });
    await until(ben.conversations.list().$list, (it) => it.ready);
    await signIn('cyd');
    await until(cyd.$status, (it) => it.phase === 'signedIn' && it.connection === 'online');
    const told = listen(cyd);
    await request('message.pin', { id, pinned: true }, 'a1');
    await request('conversation.setPins', { ids: ['group:kiln'] }, 'a2');
    await request('group.update', { guid: 'kiln', name: 'The kiln' }, 'a3');
    await cyd.groups.get('kiln');
    await request('group.update', { guid: 'kiln', name: 'Kiln' }, 'a4');
    await told.until('group.updated');
    await request('member.kick', { guid: 'kiln', uid: 'cyd' }, 'a5');
    await told.until('member.kicked');
    expect(told.detail('member.kicked')).to.include({ uid: 'cyd', by: 'app_system' });
    const received = told.names.filter((name) => name === 'message.received');
    expect(received.length, 'the acts, and nothing else').to.equal(2);
  });

  it('M12: what the app approves comes, what it disapproves of goes, and its author is told', async () => {
    const request = world.host.manage().request;
    const [mine, theirs] = [ana.messages.feed(toBen), ben.messages.feed(toAna)];
    const told: string[] = [];
    for (const name of ['message.moderated', 'message.received', 'message.deleted'] as const) {
      ana.on(name, ({ message }) => told.push(`ana ${name} ${message.moderation ?? ''}`));
      ben.on(name, ({ message }) => told.push(`ben ${name} ${message.moderation ?? ''}`));
    }
    for (const feed of [mine, theirs]) feed.$feed.listen(() => undefined);
    await ben.messages.send(toAna, { text: 'first' });
    await until(mine.$feed, (it) => it.items.length === 1);
    told.length = 0;
    await request('settings.update', { moderation: true }, 'c1');
    const { id } = await ana.messages.send(toBen, { text: 'second' });
    await request('settings.update', { moderation: false }, 'c2');
    await ben.messages.send(toAna, { text: 'third' });
    await until(mine.$feed, (it) => textsOf(it).join() === 'first,second,third');
    expect(mine.$feed.get().items[1]!.state, 'nobody has got it').to.equal('sent');
    expect(textsOf(theirs.$feed.get()).join()).to.equal('first,third');
    await request('message.moderate', { id, status: 'approved' }, 'c3');
    for (const feed of [mine, theirs])
      await until(feed.$feed, (it) => textsOf(it).join() === 'first,third,second');
    await request('message.moderate', { id, status: 'disapproved' }, 'c4');
    await until(theirs.$feed, (it) => textsOf(it).join() === 'first,third');
    const failed = await until(mine.$feed, (it) => it.items.at(-1)?.state === 'failed');
    expect(failed.items.at(-1)!.error).to.include({
      code: 'moderated',
      detail: 'ERR_BLOCKED_BY_EXTENSION',
    });
    expect(told).to.deep.equal([
      ...['ana message.received ', 'ana message.moderated approved'],
      ...['ben message.received approved', 'ana message.moderated disapproved'],
      'ben message.deleted ',
    ]);
    expect(ana.messages.discard(id)).to.equal('second');
    await until(mine.$feed, (it) => it.items.at(-1)?.message.deletedAt !== undefined);
  });

  it('that a listener fails at go on to the others', async () => {
    const seen: string[] = [];
    const errors: unknown[] = [];
    const former = window.onerror;
    window.onerror = (...args) => void errors.push(args);
    ana.on('message.received', () => {
      throw new Error('mine');
    });
    ana.on('message.received', ({ message }) => seen.push(message.text ?? ''));
    await ben.messages.send(toAna, { text: 'Hi' });
    await waitUntil(() => seen.length > 0, 'nobody was told');
    window.onerror = former;
    expect(seen).to.deep.equal(['Hi']);
  });
});
