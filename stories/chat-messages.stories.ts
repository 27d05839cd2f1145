import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import type { Demo } from '../src/demo.js';
import { createId } from '../src/protocol/create-id.js';
import type { Target } from '../src/protocol/ids.js';
import { byRole } from '../test/support/find.js';
import { still } from '../test/support/still.js';
import { kinds } from './message-kinds.js';
import { withWorld, worldOf } from './world.js';

function pane(world: Demo, { uid, guid }: Partial<Target>, width = '780px') {
  return html`
    <chat-provider .client=${world.client}>
      <div style="block-size: 640px; max-inline-size: ${width}">
        <chat-messages uid=${uid ?? ''} guid=${guid ?? ''}></chat-messages>
      </div>
    </chat-provider>
  `;
}

const messages = (canvas: HTMLElement) => {
  const list = canvas.querySelector('chat-messages');
  return [...(list?.shadowRoot?.querySelectorAll('[part="message"]') ?? [])];
};

const meta: Meta = {
  title: 'Elements/chat-messages',
  component: 'chat-messages',
  loaders: [withWorld()],
};
export default meta;
type Story = StoryObj;

export const Group: Story = {
  render: (_args, { loaded }) => pane(worldOf(loaded), { guid: 'kiln' }),
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(messages(canvasElement).length).toBeGreaterThan(5));
  },
};

export const TwoPeople: Story = {
  render: (_args, { loaded }) => pane(worldOf(loaded), { uid: 'ben' }),
};

/** Messages of every kind, and in every state. */
export const Kinds: Story = {
  loaders: [withWorld({}, kinds)],
  render: (_args, { loaded }) => pane(worldOf(loaded), { uid: 'lena' }),
};

/** The app looks at each message before the others have it: two wait, the third was not approved. */
export const Held: Story = {
  loaders: [
    withWorld({}, async ({ host, client }) => {
      const management = host.manage();
      await management.request('settings.update', { moderation: true }, createId());
      const say = (text: string) => client.messages.send({ uid: 'ben' }, { text });
      await say('Is the kiln free on Friday?');
      await say('🔥');
      const { id } = await say('Buy cheap clay at clay.example!');
      await management.request('message.moderate', { id, status: 'disapproved' }, createId());
    }),
  ],
  render: (_args, { loaded }) => pane(worldOf(loaded), { uid: 'ben' }),
};

export const RightToLeft: Story = {
  globals: { language: 'ar' },
  render: (_args, { loaded }) => pane(worldOf(loaded), { uid: 'omar' }),
};

export const Narrow: Story = {
  render: (_args, { loaded }) => pane(worldOf(loaded), { guid: 'kiln' }, '320px'),
};

export const NoConversation: Story = {
  render: (_args, { loaded }) => pane(worldOf(loaded), {}),
};

export const Empty: Story = {
  loaders: [
    withWorld({}, (world) =>
      world.host.manage().request('user.create', { uid: 'new', name: 'Nia New' }, 'story-new'),
    ),
  ],
  render: (_args, { loaded }) => pane(worldOf(loaded), { uid: 'new' }),
};

/** Nobody answers: shapes stand where messages will be. */
export const Loading: Story = {
  loaders: [withWorld({}, (world) => world.weather.set({ latency: 1_000_000 }))],
  render: (_args, { loaded }) => pane(worldOf(loaded), { guid: 'kiln' }),
};

/** A conversation that may not be seen. */
export const Failed: Story = {
  render: (_args, { loaded }) => pane(worldOf(loaded), { guid: 'no-such-group' }),
};

export const Offline: Story = {
  loaders: [
    withWorld({}, async (world) => {
      await new Promise<void>((resolve) => {
        world.client.messages.feed({ uid: 'ben' }).$feed.subscribe(({ ready }) => {
          if (ready) resolve();
        });
      });
      world.weather.set({ offline: true });
      // It waits for the line, and is given up when the story is left.
      world.client.messages.send({ uid: 'ben' }, { text: 'On my way' }).catch(() => undefined);
    }),
  ],
  render: (_args, { loaded }) => pane(worldOf(loaded), { uid: 'ben' }),
};

/** What is behind links; the one of one's own message can be dismissed. */
export const LinkCards: Story = {
  loaders: [
    withWorld({}, async ({ client }) => {
      await client.messages.send(
        { uid: 'omar' },
        { text: 'https://tracks.example/ridge-16km\nhttps://studio.example/kiln' },
      );
    }),
  ],
  render: (_args, { loaded }) => pane(worldOf(loaded), { uid: 'omar' }),
  play: async ({ canvasElement }) => {
    const list = canvasElement.querySelector('chat-messages')!;
    const cards = () => list.renderRoot.querySelectorAll('[part=link-card]').length;
    await waitFor(() => expect(cards()).toBeGreaterThan(2), { timeout: 5000 });
    list.showLatest();
    await waitFor(() => byRole(canvasElement, 'button', /preview/i));
    await still();
  },
};
