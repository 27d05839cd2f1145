import { expect } from '@open-wc/testing';
import { createStorage } from '../../src/client/acts/keep/storage.js';
import { createChatClient } from '../../src/client/client.js';
import type { ChatClient } from '../../src/client/types.js';
import { waitUntil } from '../support/wait.js';
import { ana, freshSpace, toBen, until, useWorld, world } from '../support/world.js';

const stored = 'Half a thought';

describe('what is typed before the stored draft comes', () => {
  let ana: ChatClient;
  let appId: string;

  /** A new page, whose acts are not loaded yet. */
  async function reload(): Promise<void> {
    await ana?.close();
    ana = createChatClient({ backend: world.host.backend(), appId });
    await world.signIn(ana, 'ana');
  }
  const now = () => ana.drafts.$draft(toBen).get();
  const draft = (text: string) => until(ana.drafts.$draft(toBen), (it) => it.text === text);
  /** What was stored by then is read. */
  const read = () => until(ana.drafts.$draft({ uid: 'cyd' }), (it) => it.text === 'other');

  useWorld();
  beforeEach(async () => {
    appId = freshSpace();
    ana = await world.client('ana', { appId });
    ana.drafts.write(toBen, { text: stored, caret: 4 });
    ana.drafts.write({ uid: 'cyd' }, { text: 'other' });
    await reload();
  });
  afterEach(() => ana.close());

  it('B63: goes on undisturbed, and what was stored comes back once it is sent', async () => {
    ana.drafts.write(toBen, { text: 'Hi' });
    await read();
    expect(now().text).to.equal('Hi');
    ana.drafts.clear(toBen);
    expect(now()).to.include({ text: stored, caret: 4 });
  });

  it('B63: outlives the next page together with it', async () => {
    ana.drafts.write(toBen, { text: 'Hi' });
    await read();
    await reload();
    await draft('Hi');
    ana.drafts.clear(toBen);
    await reload();
    await draft(stored);
    ana.drafts.clear(toBen);
    await reload();
    await read();
    expect(now().text).to.equal('');
  });

  it('B63: taken back, leaves what was stored where it was', async () => {
    await ana.messages.send(toBen, { text: 'Sent' });
    await reload();
    const leave = ana.drafts.$draft(toBen).listen(() => undefined);
    ana.drafts.write(toBen, { text: 'Hi' });
    await read();
    ana.drafts.write(toBen, { text: '' });
    expect(now().text).to.equal('');
    leave();
    const { $list } = ana.conversations.list();
    await until($list, ({ items }) => items[0]?.draft === stored);
    expect(now().text).to.equal(stored);
  });

  it('B72: an edit gives both back, one after the other', async () => {
    const message = await ana.messages.send(toBen, { text: 'Sent' });
    await reload();
    ana.drafts.write(toBen, { text: 'Hi' });
    ana.drafts.edit(toBen, message);
    await read();
    expect(now()).to.include({ text: 'Sent', editing: message.id });
    ana.drafts.cancel(toBen);
    expect(now().text).to.equal('Hi');
    ana.drafts.clear(toBen);
    expect(now().text).to.equal(stored);
  });

  it('B63: in another tab while storage is read, is all there is', async () => {
    const tab = createChatClient({ backend: world.host.backend(), appId });
    await world.signIn(tab, 'ana');
    await read();
    // With the first act, storage is asked.
    await tab.messages.markDelivered('');
    ana.drafts.write(toBen, { text: 'Hi' });
    await until(tab.drafts.$draft({ uid: 'cyd' }), (it) => it.text === 'other');
    const $draft = tab.drafts.$draft(toBen);
    // On a busy machine it comes after storage has answered.
    await until($draft, ({ text }) => text === 'Hi');
    tab.drafts.clear(toBen);
    expect($draft.get().text).to.equal('');
    await tab.close();
  });
});

describe('a tab that is opened while another writes', () => {
  useWorld();

  it('B63: shows what is written there, and not stored yet', async () => {
    const appId = freshSpace();
    // Its words are not stored while the test lasts.
    const never = () => () => undefined;
    const writing = await world.client('ana', { appId, environment: { after: never } });
    writing.drafts.write(toBen, { text: 'Half a thought' });
    const opened = await world.client('ana', { appId });
    await until(opened.drafts.$draft(toBen), ({ text }) => text === 'Half a thought');
  });
});

describe('what was sent', () => {
  useWorld();

  it('B63: is not there again on the next page, however soon that comes', async () => {
    const appId = freshSpace();
    const writing = await world.client('ana', { appId });
    writing.drafts.write(toBen, { text: 'Is the kiln' });
    const storage = createStorage({
      name: `chat-elements/${appId}`,
      owner: 'reader',
      onError: () => undefined,
    });
    await waitUntil(async () => (await storage.drafts('ana')).size === 1, 'never stored');
    writing.drafts.write(toBen, { text: 'Is the kiln still warm?' });
    writing.drafts.clear(toBen);
    expect((await storage.drafts('ana')).size).to.equal(0);
    await storage.close();
  });
});

describe('a reply or an edit that is begun while another is being written (B72)', () => {
  const now = () => ana.drafts.$draft(toBen).get();
  const send = (text: string) => ana.messages.send(toBen, { text });

  useWorld('ana');

  it('gives the words of the edit back once the reply is sent, then those from before', async () => {
    const message = await send('Clay');
    ana.drafts.write(toBen, { text: 'Half a thought' });
    ana.drafts.edit(toBen, message);
    ana.drafts.write(toBen, { text: 'Red clay' });
    ana.drafts.reply(toBen, message.id);
    expect(now()).to.include({ text: 'Half a thought', replyTo: message.id });
    ana.drafts.clear(toBen);
    expect(now()).to.include({ text: 'Red clay', editing: message.id });
    ana.drafts.cancel(toBen);
    expect(now().text).to.equal('');
  });

  it('gives them back where the reply is cancelled before a word of it', async () => {
    const message = await send('Clay');
    ana.drafts.edit(toBen, message);
    ana.drafts.write(toBen, { text: 'Red clay' });
    ana.drafts.reply(toBen, message.id);
    expect(now()).to.include({ text: '', replyTo: message.id });
    ana.drafts.cancel(toBen);
    expect(now()).to.include({ text: 'Red clay', editing: message.id });
  });

  it('gives back each edit, and goes on with one that is begun again', async () => {
    const [clay, glaze] = [await send('Clay'), await send('Glaze')];
    ana.drafts.edit(toBen, clay);
    ana.drafts.write(toBen, { text: 'Red clay' });
    ana.drafts.edit(toBen, glaze);
    ana.drafts.write(toBen, { text: 'Blue glaze' });
    ana.drafts.edit(toBen, glaze);
    expect(now().text).to.equal('Blue glaze');
    ana.drafts.edit(toBen, clay);
    expect(now()).to.include({ text: 'Red clay', editing: clay.id });
    ana.drafts.cancel(toBen);
    expect(now()).to.include({ text: 'Blue glaze', editing: glaze.id });
    ana.drafts.cancel(toBen);
    expect(now()).to.deep.equal({ text: '', files: [] });
  });

  it('leaves no edit behind that has changed nothing', async () => {
    const [clay, glaze] = [await send('Clay'), await send('Glaze')];
    ana.drafts.edit(toBen, clay);
    ana.drafts.edit(toBen, glaze);
    ana.drafts.reply(toBen, clay.id);
    ana.drafts.cancel(toBen);
    expect(now()).to.deep.equal({ text: '', files: [] });
  });

  it('takes files for what comes back after the edit', async () => {
    const file = new File(['clay'], 'clay.txt');
    ana.drafts.edit(toBen, await send('Clay'));
    ana.drafts.add(toBen, [{ id: 'f1', file }]);
    expect(now().files).to.deep.equal([]);
    ana.drafts.cancel(toBen);
    expect(now().files.map(({ id }) => id)).to.deep.equal(['f1']);
  });

  it('shows in a list what is written besides edits', async () => {
    const [clay, glaze] = [await send('Clay'), await send('Glaze')];
    ana.drafts.write(toBen, { text: 'Half a thought' });
    for (const message of [clay, glaze]) {
      ana.drafts.edit(toBen, message);
      ana.drafts.write(toBen, { text: 'Changed' });
    }
    const { $list } = ana.conversations.list();
    await until($list, ({ items }) => items[0]?.draft === 'Half a thought');
  });
});
