import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import type { ChatClient } from '../src/client/types.js';
import type { Demo } from '../src/demo.js';
import { byRole } from '../test/support/find.js';
import { still } from '../test/support/still.js';
import { pane, troubled } from './pane.js';
import { withWorld, worldOf } from './world.js';

const hikes = { guid: 'hikes' };

/** The hike of a Sunday that everybody wanted a seat for. */
async function parentOf(client: ChatClient): Promise<string> {
  const feed = client.messages.feed(hikes);
  const stop = feed.$feed.listen(() => undefined);
  for (;;) {
    const { items, ready, older } = feed.$feed.get();
    const found = items.find(({ message }) => (message.replyCount ?? 0) > 2);
    if (found) {
      stop();
      return found.id;
    }
    if (ready && older === 'end') throw new Error('There is no thread among the hikes.');
    if (ready) await feed.older();
    else await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const withThread = (prepare?: (world: Demo, id: string) => unknown) => {
  let id = '';
  const load = withWorld({}, async (world) => {
    id = await parentOf(world.client);
    await prepare?.(world, id);
  });
  return async () => ({ ...(await load()), id });
};

const thread = (loaded: Record<string, unknown>, width = '380px', narrow = false) =>
  pane(
    worldOf(loaded).client,
    html`<chat-thread
      guid="hikes"
      parent-id=${String(loaded['id'])}
      ?narrow=${narrow}
    ></chat-thread>`,
    width,
  );

const meta: Meta = {
  title: 'Elements/chat-thread',
  component: 'chat-thread',
  loaders: [withThread()],
  render: (_args, { loaded }) => thread(loaded),
};
export default meta;
type Story = StoryObj;

export const Replies: Story = {};

export const Page: Story = {
  render: (_args, { loaded }) => thread(loaded, '320px', true),
};

export const RightToLeft: Story = { ...Page, globals: { language: 'ar' } };

export const NoReplies: Story = {
  loaders: [
    async () => {
      let id = '';
      const loaded = await withWorld({}, async ({ client }) => {
        ({ id } = await client.messages.send(hikes, { text: 'Who brings the map on Sunday?' }));
      })();
      return { ...loaded, id };
    },
  ],
};

export const Deleted: Story = {
  loaders: [
    withThread((world, id) =>
      world.host.manage().request('message.delete', { id }, 'story-delete'),
    ),
  ],
};

export const NotThere: Story = {
  render: (_args, { loaded }) =>
    pane(
      worldOf(loaded).client,
      html`<chat-thread guid="hikes" parent-id="01hzzzzzzzzzzzzzzzzzzzzzzz"></chat-thread>`,
      '380px',
    ),
};

export const Loading: Story = {
  loaders: [
    async () => {
      const loaded = await withThread()();
      return { ...loaded, client: await troubled(loaded.world, 'message.list', 'silent') };
    },
  ],
  render: (_args, { loaded }) =>
    pane(
      loaded['client'] as ChatClient,
      html`<chat-thread guid="hikes" parent-id=${String(loaded['id'])}></chat-thread>`,
      '380px',
    ),
};

/** Beside the details' place: the list stays where it is. */
export const InMessenger: Story = {
  render: (_args, { loaded }) =>
    pane(worldOf(loaded).client, html`<chat-messenger guid="hikes"></chat-messenger>`, '100%'),
  play: async ({ canvasElement, loaded }) => {
    const messenger = canvasElement.querySelector('chat-messenger');
    const messages = await waitFor(() => {
      const found = messenger?.shadowRoot?.querySelector('chat-messages');
      if (!found) throw new Error('not there yet');
      return found;
    });
    await waitFor(async () => expect(await messages.show(String(loaded['id']))).toBe(true));
    await userEvent.click(await waitFor(() => byRole(messages, 'button', /replies/)));
    await waitFor(() => byRole(canvasElement, 'textbox', 'Reply in thread'));
    await still();
  },
};

/** One reply for everyone: it stands in the conversation, and leads into the thread. */
export const AlsoInTheChat: Story = {
  loaders: [
    withThread((world, id) =>
      world.client.messages.send(hikes, {
        text: 'Everybody, the first car leaves at seven.',
        parentId: id,
        broadcast: true,
      }),
    ),
  ],
  render: (_args, { loaded }) =>
    pane(worldOf(loaded).client, html`<chat-messages guid="hikes"></chat-messages>`),
};
