import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import { byRole } from '../test/support/find.js';
import { pane } from './pane.js';
import { still } from '../test/support/still.js';
import { withWorld, worldOf } from './world.js';

const meta: Meta = {
  title: 'Elements/chat-users',
  component: 'chat-users',
  loaders: [withWorld()],
  render: (_args, { loaded }) => pane(worldOf(loaded).client, html`<chat-users></chat-users>`),
};
export default meta;
type Story = StoryObj;

export const Contacts: Story = {};

export const RightToLeft: Story = { globals: { language: 'ar' } };

export const WhoIsOnline: Story = {
  name: 'Who’s Online',
  loaders: [
    withWorld({}, async (world) => {
      const { createChatClient } = await import('../src/index.js');
      for (const uid of ['ben', 'lena']) {
        const { backend, credentials } = world.device(uid);
        await createChatClient({ backend, appId: `story-${uid}` }).signIn(credentials);
      }
    }),
  ],
  render: (_args, { loaded }) =>
    pane(worldOf(loaded).client, html`<chat-users online></chat-users>`),
};

export const OnlineFirst: Story = {
  ...WhoIsOnline,
  name: 'Online first',
  render: (_args, { loaded }) =>
    pane(worldOf(loaded).client, html`<chat-users sort="status"></chat-users>`),
};

export const Multiple: Story = {
  render: (_args, { loaded }) =>
    pane(worldOf(loaded).client, html`<chat-users multiple></chat-users>`),
  play: async ({ canvasElement }) => {
    const row = await waitFor(() => byRole(canvasElement, 'checkbox', /^Chiara/));
    await userEvent.click(row);
    await waitFor(() => expect(row).toHaveAttribute('aria-checked', 'true'));
    await still();
  },
};

export const Friends: Story = {
  name: 'Friends only',
  render: (_args, { loaded }) =>
    pane(worldOf(loaded).client, html`<chat-users friends></chat-users>`),
};
