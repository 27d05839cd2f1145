import { expect } from '@open-wc/testing';
import { ChatError } from '../../src/protocol/errors.js';
import { openFeed, textsOf } from '../support/feeds.js';
import { waitUntil } from '../support/wait.js';
import { ana, freshSpace, kiln, pause, signIn, until, useWorld, world } from '../support/world.js';

const ben = { uid: 'ben' };

describe('sending', () => {
  useWorld();

  it('shows the row at once, and keeps it when the server has it (B51, R3)', async () => {
    await signIn('ana');
    const { $feed } = await openFeed(ana, ben);
    const sent = ana.messages.send(ben, { text: 'Hello' });
    const pending = $feed.get().items[0];
    expect(pending?.state).to.equal('pending');
    expect(pending?.message.text).to.equal('Hello');
    const message = await sent;
    const items = $feed.get().items;
    expect(items.map((item) => item.id)).to.deep.equal([pending?.id]);
    expect(message.id).to.equal(pending?.id);
    expect(items[0]?.state).to.equal('sent');
  });

  it('waits as long as the server asks, whatever is done with what waits behind it', async () => {
    await signIn('ana');
    const { $feed } = await openFeed(ana, ben);
    ana.line.refuse('message.send', 'rate-limited', { retryAfter: 60_000 });
    void ana.messages.send(ben, { text: 'Too fast' });
    await until($feed, ({ items }) => items[0]?.resumesAt !== undefined);
    void ana.messages.send(ben, { text: 'Next' });
    const { items } = await until($feed, (state) => state.items.length === 2);
    await ana.messages.edit(items[1]?.id ?? '', 'Next, in other words');
    await pause(50);
    expect(textsOf($feed.get())).to.deep.equal(['Too fast', 'Next, in other words']);
    expect(ana.line.asked.filter(({ name }) => name === 'message.send')).to.have.length(1);
  });

  it('says how much of its files is uploaded, and uploads nothing twice', async () => {
    await signIn('ana');
    const { $feed } = await openFeed(ana, ben);
    const file = (id: string, text: string) => ({
      id,
      file: new File([text], `${id}.txt`, { type: 'text/plain' }),
    });
    const seen: (number | undefined)[] = [];
    $feed.listen((feed) => seen.push(feed.items[0]?.progress?.loaded));
    ana.line.refuse('message.send', 'unavailable');
    const sent = ana.messages.send(ben, { files: [file('one', '1234'), file('two', '12')] });
    expect($feed.get().items[0]?.progress).to.deep.equal({ loaded: 0, total: 6 });
    await sent;
    expect(seen).to.include.members([0, 4, 6]);
    expect($feed.get().items[0]?.progress).to.be.undefined;
    expect(ana.line.asked.filter(({ name }) => name === 'file.upload')).to.have.length(2);
  });

  it('that is discarded while its files are uploaded is not sent', async () => {
    await signIn('ana');
    const { $feed } = await openFeed(ana, ben);
    const release = ana.line.hold('file.upload');
    const file = new File(['bytes'], 'f.txt', { type: 'text/plain' });
    const files = ['one', 'two'].map((id) => ({ id, file }));
    const sent = ana.messages.send(ben, { text: 'No', files });
    while (!ana.line.asked.some(({ name }) => name === 'file.upload')) await pause(5);
    const { id } = $feed.get().items[0]!;
    expect(ana.messages.discard(id)).to.equal('No');
    release();
    await sent.catch(() => undefined);
    await pause(50);
    const asked = ana.line.asked.map(({ name }) => name);
    expect(asked).not.to.include('message.send');
    expect(asked.filter((name) => name === 'file.upload')).to.have.length(1);
    expect($feed.get().items).to.have.length(0);
  });

  it('never shows a row twice, nor none, while reply and event come (C2)', async () => {
    await signIn('ana');
    const { $feed } = await openFeed(ana, ben);
    const counts = new Set<number>();
    const sent = ana.messages.send(ben, { text: 'Once' });
    const stop = $feed.subscribe((feed) => counts.add(feed.items.length));
    await sent;
    await pause(50);
    stop();
    expect([...counts]).to.deep.equal([1]);
  });

  it('is confirmed by its event when the reply is lost (C2)', async () => {
    await signIn('ana');
    const { $feed } = await openFeed(ana, ben);
    ana.line.muted = true;
    const { text } = await ana.messages.send(ben, { text: 'No reply' });
    expect(text).to.equal('No reply');
    expect($feed.get().items[0]?.state).to.equal('sent');
  });

  it('sends the same command again when reply and event are lost, and the server has it once (C1)', async () => {
    const ana = await world.client('ana', { timeout: 60 });
    const { $feed } = await openFeed(ana, ben);
    ana.line.muted = ana.line.deaf = true;
    const sent = ana.messages.send(ben, { text: 'Again' });
    const asked = () => ana.line.asked.filter(({ name }) => name === 'message.send');
    await waitUntil(() => asked().length > 1);
    expect($feed.get().items[0]?.state).to.equal('pending');
    ana.line.muted = ana.line.deaf = false;
    await sent;
    const commands = asked();
    expect(new Set(commands.map(({ commandId }) => commandId)).size).to.equal(1);
    const other = await world.client('ana');
    const { $feed: theirs } = await openFeed(other, ben);
    expect(textsOf(theirs.get())).to.deep.equal(['Again']);
  });

  it('waits while offline, and goes in order when the line is back (B54, B56)', async () => {
    await signIn('ana');
    const { $feed } = await openFeed(ana, ben);
    ana.line.cut();
    const all = ['one', 'two', 'three'].map((text) => ana.messages.send(ben, { text }));
    await pause(50);
    expect($feed.get().items.map((item) => item.state)).to.deep.equal([
      'pending',
      'pending',
      'pending',
    ]);
    ana.line.mend();
    await Promise.all(all);
    expect(textsOf($feed.get())).to.deep.equal(['one', 'two', 'three']);
    const seqs = $feed.get().items.map((item) => item.message.seq);
    expect(seqs).to.deep.equal([...seqs].sort((a, b) => a - b));
  });

  it('keeps what was refused, with its reason, and the rest still goes (B56, C4, C5)', async () => {
    await signIn('ana');
    const { $feed } = await openFeed(ana, ben);
    ana.line.refuse('message.send', 'moderated');
    const refused = ana.messages.send(ben, { text: 'Bad word' });
    const good = ana.messages.send(ben, { text: 'Good word' });
    const error = await refused.catch((reason: unknown) => reason);
    expect(error).to.be.instanceOf(ChatError);
    await good;
    const failed = $feed.get().items.find((item) => item.message.text === 'Bad word');
    expect(failed?.state).to.equal('failed');
    expect(failed?.error?.code).to.equal('moderated');
    ana.messages.retry(failed?.id ?? '');
    await until($feed, (feed) => feed.items.every((item) => item.state === 'sent'));
    expect(textsOf($feed.get())).to.deep.equal(['Good word', 'Bad word']);
  });

  it('gives back the text of what is discarded (B55, C6)', async () => {
    await signIn('ana');
    const { $feed } = await openFeed(ana, ben);
    ana.line.refuse('message.send', 'forbidden');
    const sent = ana.messages.send(ben, { text: 'Take it back' }).catch(() => 'refused');
    expect(await sent).to.equal('refused');
    expect(ana.messages.discard($feed.get().items[0]?.id ?? '')).to.equal('Take it back');
    expect($feed.get().items).to.be.empty;
  });

  it('tries again by itself after an error that may pass (C5)', async () => {
    await signIn('ana');
    ana.line.refuse('message.send', 'unavailable');
    const { text } = await ana.messages.send(ben, { text: 'Second try' });
    expect(text).to.equal('Second try');
  });

  it('shows and sends after a reload what was not sent, in order (B57)', async () => {
    const space = freshSpace();
    const before = await world.client('ana', { appId: space });
    before.line.cut();
    for (const text of ['first', 'second']) void before.messages.send(ben, { text });
    await pause(100);
    before.close();
    const ana = await world.client('ana', { appId: space });
    const { $feed } = ana.messages.feed(ben);
    await until(
      $feed,
      (feed) => feed.items.length === 2 && feed.items.every((item) => item.state === 'sent'),
    );
    expect(textsOf($feed.get())).to.deep.equal(['first', 'second']);
  });

  it('shows and sends what a tab that was opened later leaves behind (B57)', async () => {
    const appId = freshSpace();
    const ana = await world.client('ana', { appId });
    const { $feed } = await openFeed(ana, ben);
    await ana.messages.markDelivered('');
    const later = await world.client('ana', { appId });
    later.line.cut();
    void later.messages.send(ben, { text: 'Last words' });
    await pause(100);
    await later.close();
    const { items } = await until($feed, (feed) => feed.items[0]?.state === 'sent');
    expect(items.map(({ message }) => message.text)).to.deep.equal(['Last words']);
  });

  it('shows all that was not sent in one step, however much (B57)', async () => {
    const appId = freshSpace();
    const before = await world.client('ana', { appId });
    before.line.cut();
    for (let i = 0; i < 300; i++) void before.messages.send(ben, { text: String(i) });
    await before.close();
    const { $feed } = (await world.client('ana', { appId, keep: true })).messages.feed(ben);
    const first = await until($feed, ({ items }) => items.length > 0);
    expect(first.items).to.have.length(300);
  });

  it('to a group one was removed from meanwhile stays in sight after a reload (B56, B57)', async () => {
    const appId = freshSpace();
    const before = await world.client('ben', { appId });
    before.line.cut();
    void before.messages.send(kiln, { text: 'Too late' });
    await before.close();
    await signIn('ana');
    await ana.members.kick('kiln', 'ben');
    const after = await world.client('ben', { appId });
    const { $feed } = after.messages.feed(kiln);
    const feed = await until($feed, ({ error, items }) => error !== undefined && items.length > 0);
    expect(feed).to.include({ ready: true, older: 'failed', newer: 'end' });
    expect(feed.error?.code).to.equal('not-a-member');
    const { items } = await until($feed, (state) => state.items[0]?.state === 'failed');
    expect(after.messages.discard(items[0]!.id)).to.equal('Too late');
    expect((await until($feed, (state) => state.items.length === 0)).ready).to.equal(false);
  });

  it('is kept where the client closes in the same moment (B57)', async () => {
    const appId = freshSpace();
    const before = await world.client('ana', { appId });
    before.line.cut();
    void before.messages.send(ben, { text: 'At the last moment' });
    await before.close();
    const after = await world.client('ana', { appId });
    const { $feed } = after.messages.feed(ben);
    await until($feed, (feed) => textsOf(feed).includes('At the last moment'));
  });

  it('keeps a failed message over a reload, with its reason (B57)', async () => {
    const space = freshSpace();
    const before = await world.client('ana', { appId: space });
    before.line.refuse('message.send', 'moderated');
    await before.messages.send(ben, { text: 'Kept' }).catch(() => undefined);
    await pause(100);
    before.close();
    const ana = await world.client('ana', { appId: space });
    const { $feed } = ana.messages.feed(ben);
    const { items } = await until($feed, (feed) => feed.items.length === 1);
    expect(items[0]?.state).to.equal('failed');
    expect(items[0]?.error?.code).to.equal('moderated');
  });

  it('does not send blank text, and trims blank lines and zero-width characters (B50)', async () => {
    await signIn('ana');
    for (const text of ['', '  \n ', '\u200b\ufeff']) {
      const error: unknown = await ana.messages
        .send(ben, { text })
        .catch((reason: unknown) => reason);
      expect((error as ChatError).code).to.equal('invalid');
    }
    const { text } = await ana.messages.send(ben, { text: '\n \n  indented\u200b\nend \n\n' });
    expect(text).to.equal('  indented\nend');
  });

  it('to nobody, or nothing, says what was tried and what to do', async () => {
    await signIn('ana');
    const nobody = undefined as unknown as typeof ben;
    const { send } = ana.messages;
    for (const [work, why] of [
      [send(nobody, { text: 'Hi' }), /^messages\.send .*without a target\. Give it \{ uid \}/],
      [send({} as typeof ben, { text: 'Hi' }), /^messages\.send .*without a target/],
      [send(ben, undefined as unknown as object), /needs a text, a file or data\. Write/],
      [send(ben, { text: 5 as unknown as string }), /no string\. Make it one/],
      [ana.conversations.pin(nobody, true), /^conversation\.pin .*without a target/],
      [ana.conversations.get(nobody), /^conversations\.get .*without a target/],
      [ana.calls.start(nobody, 'audio'), /^calls\.start .*without a target/],
    ] as const) {
      const error = await Promise.resolve<unknown>(work).catch((reason: unknown) => reason);
      expect((error as ChatError).code).to.equal('invalid');
      expect((error as ChatError).message).to.match(why);
    }
  });

  it('edits, deletes and reacts at once', async () => {
    await signIn('ana');
    const { $feed } = await openFeed(ana, ben);
    const { id } = await ana.messages.send(ben, { text: 'Draft' });
    const item = () => $feed.get().items[0]?.message;
    const edited = ana.messages.edit(id, 'Final');
    expect(item()?.text).to.equal('Final');
    await edited;
    const reacted = ana.messages.react(id, '👍', true);
    expect(
      item()?.reactions?.map(({ reaction, count, mine }) => ({ reaction, count, mine })),
    ).to.deep.equal([{ reaction: '👍', count: 1, mine: true }]);
    await reacted;
    expect(item()?.reactions).to.have.length(1);
    const unreacted = ana.messages.react(id, '👍', false);
    expect(item()?.reactions).to.deep.equal([]);
    await unreacted;
    const deleted = ana.messages.delete(id);
    expect(item()?.deletedAt).to.be.a('number');
    expect(item()?.text).to.be.undefined;
    await deleted;
    expect(item()?.deletedAt).to.be.a('number');
  });

  it('rolls back an edit that is discarded, and offers its words (C6)', async () => {
    await signIn('ana');
    const { $feed } = await openFeed(ana, ben);
    const { id } = await ana.messages.send(ben, { text: 'Before' });
    ana.line.refuse('message.edit', 'forbidden');
    await ana.messages.edit(id, 'After').catch(() => undefined);
    expect($feed.get().items[0]?.state).to.equal('failed');
    expect(ana.messages.discard(id)).to.equal('After');
    expect($feed.get().items[0]?.message.text).to.equal('Before');
  });

  it('sends files of one kind in one message, in the order of kinds, after their bytes', async () => {
    await signIn('ana');
    const { $feed } = await openFeed(ana, ben);
    const file = (id: string, name: string, type: string) => ({
      id,
      file: new File([name], name, { type }),
    });
    const sent = ana.messages.send(ben, {
      text: 'Look',
      files: [
        file('f1', 'a.pdf', 'application/pdf'),
        file('f2', 'b.png', 'image/png'),
        file('f3', 'c.png', 'image/png'),
      ],
    });
    const pending = $feed.get().items;
    expect(pending.map((item) => item.message.type)).to.deep.equal(['image', 'file']);
    expect(pending[0]?.message.attachments?.map(({ url }) => url.slice(0, 5))).to.deep.equal([
      'blob:',
      'blob:',
    ]);
    await sent;
    const [images, files] = $feed.get().items.map((item) => item.message);
    expect(images?.text).to.equal('Look');
    expect(files?.text).to.be.undefined;
    expect(images?.attachments).to.have.length(2);
    expect(images?.metadata?.['batchId']).to.be.a('string').and.equal(files?.metadata?.['batchId']);
    const address = ana.files.$url(images!.attachments![0]!);
    const url = await until(address, (value) => value !== undefined);
    expect(await (await fetch(url!)).text()).to.equal('b.png');
  });

  it('keeps the bytes of an unsent file over a reload (B57)', async () => {
    const space = freshSpace();
    const before = await world.client('ana', { appId: space });
    before.line.cut();
    void before.messages.send(ben, {
      files: [{ id: 'kept', file: new File(['bytes'], 'k.txt', { type: 'text/plain' }) }],
    });
    await pause(100);
    before.close();
    const ana = await world.client('ana', { appId: space });
    const reader = await world.client('ben');
    const { $feed } = ana.messages.feed(ben);
    await until($feed, (feed) => feed.items[0]?.state === 'sent');
    const { items } = await until(
      reader.messages.feed({ uid: 'ana' }).$feed,
      (feed) => feed.items.length === 1,
    );
    const url = await until(
      reader.files.$url(items[0]!.message.attachments![0]!),
      (value) => value !== undefined,
    );
    expect(await (await fetch(url!)).text()).to.equal('bytes');
  });
});
