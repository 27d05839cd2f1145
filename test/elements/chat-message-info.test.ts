import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import '../../src/elements/chat-message-info/chat-message-info.js';
import type { ChatMessageInfo } from '../../src/elements/chat-message-info/chat-message-info.js';
import { allByRole, textOf } from '../support/find.js';
import { ana, toBen, until, useWorld } from '../support/world.js';

useWorld('ana', 'ben');

it('who has read a message: what was refused for another one is not said of it', async () => {
  const { id: first } = await ana.messages.send(toBen, { text: 'One' });
  const { id: second } = await ana.messages.send(toBen, { text: 'Two' });
  const { $feed } = ana.messages.feed(toBen);
  await until($feed, ({ items }) => items.some(({ id }) => id === second));
  const item = (id: string) => $feed.get().items.find((one) => one.id === id);
  const info = await fixture<ChatMessageInfo>(
    html`<chat-message-info .client=${ana} .item=${item(first)}></chat-message-info>`,
  );
  const release = ana.line.hold('receipt.list');
  ana.line.refuse('receipt.list', 'forbidden');
  void info.show();
  info.item = item(second);
  void info.show();
  release();
  await aTimeout(200);
  expect(allByRole(info, 'alert').map(textOf)).to.deep.equal([]);
});
