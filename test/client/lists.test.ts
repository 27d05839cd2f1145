import { expect } from '@open-wc/testing';
import type { Target } from '../../src/protocol/ids.js';
import { fillChats, uidOf, writeToAna } from '../support/chats.js';
import { textsOf } from '../support/feeds.js';
import { ana, ben, freshSpace, pause, until, useWorld, world } from '../support/world.js';

describe('lists', () => {
  useWorld('ana', 'ben');

  it('load on sight, with the people and groups they name', async () => {
    const users = ana.users.list();
    const { items } = await until(users.$list, (list) => list.ready);
    expect(items.map((user) => user.id)).to.have.members(['ben', 'cyd']);
    const groups = await until(ana.groups.list().$list, (list) => list.ready);
    expect(groups.items.map((group) => group.name)).to.deep.equal(['Kiln']);
  });

  it('put a conversation that moves on top, and count only what others wrote (M1, M3, B40)', async () => {
    const list = ana.conversations.list();
    await until(list.$list, (state) => state.ready);
    const unread = () => list.$list.get().items.map((item) => [item.id, item.conversation.unread]);
    await ana.messages.send({ uid: 'cyd' }, { text: 'Hi Cyd' });
    await ben.messages.send({ uid: 'ana' }, { text: 'Hi Ana' });
    await until(list.$list, (state) => state.items[0]?.id === 'user:ana:ben');
    expect(unread().slice(0, 2)).to.deep.equal([
      ['user:ana:ben', 1],
      ['user:ana:cyd', 0],
    ]);
    expect(list.$list.get().items[0]?.user?.name).to.equal('Ben');
    expect(list.$list.get().items[0]?.last?.message.text).to.equal('Hi Ana');
    expect(ana.conversations.$unread.get()).to.equal(1);
  });

  it('show one`s own message on top at once, even in a new conversation', async () => {
    const list = ana.conversations.list();
    await until(list.$list, (state) => state.ready);
    const sent = ana.messages.send({ uid: 'cyd' }, { text: 'First' });
    expect(list.$list.get().items[0]?.id).to.equal('user:ana:cyd');
    expect(list.$list.get().items[0]?.last?.state).to.equal('pending');
    await sent;
    expect(list.$list.get().items.filter((item) => item.id === 'user:ana:cyd')).to.have.length(1);
  });

  it('keep rows as they are when others change', async () => {
    await ana.messages.send({ uid: 'cyd' }, { text: 'Hi Cyd' });
    const list = ana.conversations.list();
    await until(list.$list, (state) =>
      state.items.some((item) => item.user?.id === 'cyd' && item.last?.state === 'sent'),
    );
    const before = list.$list.get().items.find((item) => item.id === 'user:ana:cyd');
    await ben.messages.send({ uid: 'ana' }, { text: 'Hi' });
    await until(list.$list, (state) => state.items[0]?.id === 'user:ana:ben');
    expect(list.$list.get().items.find((item) => item.id === 'user:ana:cyd')).to.equal(before);
  });

  it('drop a conversation that is deleted, and bring it back when it is refused (M6, C6)', async () => {
    await ana.messages.send({ uid: 'ben' }, { text: 'Hi' });
    const list = ana.conversations.list();
    const has = () => list.$list.get().items.some((item) => item.id === 'user:ana:ben');
    await until(list.$list, (state) => state.ready);
    ana.line.refuse('conversation.delete', 'forbidden');
    const refused = ana.conversations.delete({ uid: 'ben' });
    expect(has()).to.be.false;
    await refused.catch(() => undefined);
    expect(has()).to.be.true;
    await ana.conversations.delete({ uid: 'ben' });
    expect(has()).to.be.false;
    await ben.messages.send({ uid: 'ana' }, { text: 'New' });
    await until(list.$list, (state) => state.items.some((item) => item.id === 'user:ana:ben'));
    const feed = ana.messages.feed({ uid: 'ben' });
    const { items } = await until(feed.$feed, (state) => state.ready);
    expect(textsOf({ items })).to.deep.equal(['New']);
  });

  it('show all that is above where their pages end, also once the last of a page has moved or is gone', async () => {
    await fillChats(40);
    const list = ana.conversations.list();
    const { items } = await until(list.$list, (state) => state.ready);
    const has = (uid: string) => list.$list.get().items.some(({ target }) => target.uid === uid);
    list.$list.listen(() => undefined);
    expect(has(uidOf(39)), 'one of a later page').to.be.false;
    await writeToAna(39);
    await until(list.$list, () => has(uidOf(39)));
    const last = items.at(-1)!.target;
    await writeToAna(Number(last.uid?.replace('person-', '')));
    await until(list.$list, (state) => state.items[0]?.target.uid === last.uid);
    expect(has(uidOf(39)), 'once the last has moved').to.be.true;
    await ana.conversations.delete(last);
    expect(has(uidOf(39)), 'once it is gone').to.be.true;
  });

  it('show what moves while they are asked for again', async () => {
    await fillChats(40);
    const list = ana.conversations.list();
    list.$list.listen(() => undefined);
    await until(list.$list, (state) => state.ready && !state.loading);
    // Its first request has ended, too.
    await pause(0);
    const answer = ana.line.withhold('conversation.list');
    const asked = list.reload();
    // By now the server has looked, and its answer is on its way.
    await pause(50);
    await writeToAna(39);
    const moved = ({ target }: { readonly target: Target }) => target.uid === uidOf(39);
    await until(list.$list, ({ items }) => items.some(moved));
    answer();
    await asked;
    expect(list.$list.get().items.findIndex(moved)).to.equal(0);
  });

  it('are as long as before when they are asked for again', async () => {
    await fillChats(40);
    const list = ana.conversations.list();
    const counts: number[] = [];
    await until(list.$list, (state) => state.ready && !state.loading);
    list.$list.listen(({ items }) => counts.push(items.length));
    await pause(0);
    await list.more();
    await pause(0);
    const loaded = list.$list.get().items.length;
    counts.length = 0;
    await list.reload();
    expect(loaded).to.be.greaterThan(30);
    expect(Math.min(...counts)).to.equal(loaded);
  });

  it('of what was searched show nothing that merely moves', async () => {
    await ben.messages.send({ uid: 'ana' }, { text: 'Hi' });
    const list = ana.conversations.list({ search: 'ben' });
    const names = () => list.$list.get().items.map(({ user }) => user?.name);
    list.$list.listen(() => undefined);
    await until(list.$list, (state) => state.ready);
    await ben.messages.send({ guid: 'kiln' }, { text: 'Hi all' });
    await ben.messages.send({ uid: 'ana' }, { text: 'Hi again' });
    await until(list.$list, ({ items }) => items[0]?.last?.message.text === 'Hi again');
    expect(names()).to.deep.equal(['Ben']);
  });

  it('of members follow kicks and bans (P2)', async () => {
    const members = ana.members.list('kiln');
    const banned = ana.members.banned('kiln');
    await until(members.$list, (state) => state.items.length === 3);
    await until(banned.$list, (state) => state.ready);
    expect(members.$list.get().items.map((item) => item.user?.name)).to.have.members([
      'Ana',
      'Ben',
      'Cyd',
    ]);
    const kicked = ana.members.kick('kiln', 'ben');
    expect(members.$list.get().items).to.have.length(2);
    await kicked;
    await ana.members.ban('kiln', 'cyd');
    expect(members.$list.get().items.map((item) => item.member.uid)).to.deep.equal(['ana']);
    expect(banned.$list.get().items.map((item) => item.member.uid)).to.deep.equal(['cyd']);
    await until(ben.groups.$group('kiln'), (group) => group?.scope === null);
  });

  it('say why they did not come, and come when the line is back', async () => {
    const line = await world.client('ana', { appId: freshSpace() });
    line.line.cut();
    const users = line.users.list();
    const { error } = await until(users.$list, (state) => state.error !== undefined);
    expect(error?.code).to.equal('offline');
    line.line.mend();
    await until(users.$list, (state) => state.ready && state.items.length === 2);
  });

  it('of another session wait for their own first page, whenever that of the last one comes', async () => {
    const held = ana.line.hold('conversation.list');
    const list = ana.conversations.list();
    const stop = list.$list.listen(() => undefined);
    await ana.signOut();
    const release = ana.line.hold('conversation.list');
    await world.signIn(ana, 'ben');
    held();
    await pause(20);
    let ready: boolean | undefined;
    const more = list.more().then(() => (ready = list.$list.get().ready));
    await pause(20);
    release();
    await more;
    expect(ready).to.equal(true);
    stop();
  });

  it('show who types, never oneself, until the message comes (B76)', async () => {
    await ana.messages.send({ uid: 'ben' }, { text: 'Hi' });
    const $typing = ana.typing.$typing({ uid: 'ben' });
    const own: number[] = [];
    ben.typing.$typing({ uid: 'ana' }).subscribe((users) => own.push(users.length));
    const seen = until($typing, (users) => users.length === 1);
    ben.typing.touch({ uid: 'ana' });
    ben.typing.touch({ uid: 'ana' });
    expect((await seen)[0]?.name).to.equal('Ben');
    await ben.messages.send({ uid: 'ana' }, { text: 'Done' });
    await until($typing, (users) => users.length === 0);
    expect(own.every((count) => count === 0)).to.be.true;
    expect(ben.line.asked.filter(({ name }) => name === 'typing.set')).to.have.length(1);
  });

  it('keep drafts over a reload, in memory at once (B63)', async () => {
    const space = freshSpace();
    const before = await world.client('ana', { appId: space });
    const ben = { uid: 'ben' };
    before.drafts.write(ben, { text: 'Half a thou', caret: 4 });
    expect(before.drafts.$draft(ben).get().text).to.equal('Half a thou');
    await before.close();
    const after = await world.client('ana', { appId: space });
    const draft = await until(after.drafts.$draft(ben), (it) => it.text !== '');
    expect(draft).to.include({ text: 'Half a thou', caret: 4 });
  });

  it('keep drafts in two tabs the same: what was written last is in both', async () => {
    const shared = { appId: freshSpace() };
    const [first, second] = [await world.client('ana', shared), await world.client('ana', shared)];
    const apart = await world.client('ana', { ...shared, keep: false });
    const other = await world.client('ben', shared);
    const ben = { uid: 'ben' };
    first.drafts.write(ben, { text: 'Half', caret: 4 });
    await until(second.drafts.$draft(ben), (draft) => draft.text === 'Half');
    second.drafts.write(ben, { text: 'Half a thought', caret: 14 });
    await until(first.drafts.$draft(ben), (draft) => draft.text === 'Half a thought');
    await pause(350);
    const third = await world.client('ana', shared);
    await until(third.drafts.$draft(ben), (draft) => draft.text === 'Half a thought');
    first.drafts.clear(ben);
    await until(second.drafts.$draft(ben), (draft) => draft.text === '');
    for (const client of [apart, other]) expect(client.drafts.$draft(ben).get().text).to.equal('');
  });

  it('keep nothing in storage where that is wished, and still lose nothing by signing out', async () => {
    const appId = freshSpace();
    const client = await world.client('ana', { appId, keep: false });
    const cyd = { uid: 'cyd' };
    client.drafts.write(cyd, { text: 'here' });
    await client.signOut();
    await world.signIn(client, 'ana');
    await until(client.drafts.$draft(cyd), (draft) => draft.text === 'here');
    const databases = await indexedDB.databases();
    expect(databases.map(({ name }) => name)).not.to.include(`chat-elements/${appId}`);
  });

  it('give the former draft back after an edit (B72)', async () => {
    const target = { uid: 'ben' };
    const message = await ana.messages.send(target, { text: 'Sent' });
    const $draft = ana.drafts.$draft(target);
    const stop = $draft.listen(() => undefined);
    ana.drafts.write(target, { text: 'unfinished' });
    ana.drafts.edit(target, message);
    expect($draft.get()).to.include({ text: 'Sent', editing: message.id });
    ana.drafts.cancel(target);
    expect($draft.get().text).to.equal('unfinished');
    ana.drafts.reply(target, message.id);
    expect($draft.get()).to.include({ text: 'unfinished', replyTo: message.id });
    ana.drafts.clear(target);
    expect($draft.get()).to.deep.equal({ text: '', files: [] });
    stop();
  });
});
