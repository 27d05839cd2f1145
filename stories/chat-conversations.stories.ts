import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import type { ChatClient } from '../src/client/types.js';
import { allByRole, byRole } from '../test/support/find.js';
import { pane, troubled } from './pane.js';
import { still } from '../test/support/still.js';
import { withWorld, worldOf } from './world.js';

const list = (client: ChatClient | undefined, width?: string) =>
  pane(client, html`<chat-conversations></chat-conversations>`, width);
const clientOf = (loaded: Record<string, unknown>) => loaded['client'] as ChatClient;
function withTrouble(trouble: 'silent' | 'refused') {
  return async () => {
    const { world } = await withWorld()();
    return { world, client: await troubled(world, 'conversation.list', trouble) };
  };
}

const meta: Meta = {
  title: 'Elements/chat-conversations',
  component: 'chat-conversations',
  loaders: [withWorld()],
  render: (_args, { loaded }) => list(worldOf(loaded).client),
};
export default meta;
type Story = StoryObj;

export const Default: Story = {};

export const Dark: Story = { globals: { theme: 'dark' } };

export const RightToLeft: Story = { globals: { language: 'ar' } };

export const Narrow: Story = {
  render: (_args, { loaded }) => list(worldOf(loaded).client, '280px'),
};

export const Selected: Story = {
  play: async ({ canvasElement }) => {
    const row = await waitFor(() => byRole(canvasElement, 'button', /^Lena/));
    await userEvent.click(row);
    await waitFor(() => expect(row).toHaveAttribute('aria-current', 'true'));
    await still();
  },
};

export const DraftAndTyping: Story = {
  loaders: [
    withWorld({}, ({ client }) => {
      client.drafts.write({ uid: 'lena' }, { text: 'I could bring the' });
    }),
  ],
  play: async ({ canvasElement }) => {
    await waitFor(() => byRole(canvasElement, 'button', /Draft:/));
    await still();
  },
};

/** One's own tags: a chip each above the rows, and the form that gives them. */
export const Tags: Story = {
  loaders: [
    withWorld({}, async ({ client }) => {
      await client.conversations.tag({ guid: 'kiln' }, ['clay', 'studio']);
      await client.conversations.tag({ uid: 'ben' }, ['clay']);
    }),
  ],
  play: async ({ canvasElement }) => {
    await waitFor(() => byRole(canvasElement, 'button', '#clay'));
    await userEvent.click(
      await waitFor(() => byRole(canvasElement, 'button', 'Actions for Ben Okafor')),
    );
    await userEvent.click(await waitFor(() => byRole(canvasElement, 'menuitem', 'Tags')));
    await waitFor(() => byRole(canvasElement, 'button', 'Save'));
    await still();
  },
};

export const RowMenu: Story = {
  name: 'The menu of a row (B82, B83)',
  play: async ({ canvasElement }) => {
    const row = await waitFor(() => byRole(canvasElement, 'button', /^Ben/));
    // The menu comes a moment after the rows.
    await waitFor(() => byRole(canvasElement, 'button', 'Actions for Ben Okafor'));
    row.focus();
    await userEvent.keyboard('{Shift>}{F10}{/Shift}');
    await waitFor(() => byRole(canvasElement, 'menuitem', /Pin|Unpin/));
    await still();
  },
};

export const NewChat: Story = {
  play: async ({ canvasElement }) => {
    await userEvent.click(await waitFor(() => byRole(canvasElement, 'button', 'New chat')));
    await waitFor(() => byRole(canvasElement, 'button', /^Chiara/));
    await still();
  },
};

export const NothingFound: Story = {
  play: async ({ canvasElement }) => {
    const field = await waitFor(() => byRole(canvasElement, 'textbox', /^Search/));
    await userEvent.type(field, 'zzz');
    await waitFor(
      () => expect(allByRole(canvasElement, 'button', 'Clear search')).toHaveLength(2),
      {
        timeout: 3000,
      },
    );
    await still();
  },
};

export const Empty: Story = {
  loaders: [
    async () => {
      const { world } = await withWorld()();
      await world.host.manage().request('user.create', { uid: 'new', name: 'New here' });
      const { backend, credentials } = world.device('new');
      const { createChatClient } = await import('../src/index.js');
      const client = createChatClient({ backend, appId: 'story-empty' });
      await client.signIn(credentials);
      return { world, client };
    },
  ],
  render: (_args, { loaded }) => list(clientOf(loaded)),
};

export const Loading: Story = {
  loaders: [withTrouble('silent')],
  render: (_args, { loaded }) => list(clientOf(loaded)),
};

export const Failed: Story = {
  loaders: [withTrouble('refused')],
  render: (_args, { loaded }) => list(clientOf(loaded)),
  play: async ({ canvasElement }) => {
    await waitFor(() => byRole(canvasElement, 'button', 'Try again'));
    await still();
  },
};

export const NoClient: Story = { render: () => list(undefined) };
