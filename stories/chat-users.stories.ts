import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import { allByRole, byRole, textOf } from '../test/support/find.js';
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

/** Those one has blocked; each can be let go. */
export const Blocked: Story = {
  loaders: [withWorld({}, ({ client }) => client.users.blockAll(['mateo', 'kwame']))],
  render: (_args, { loaded }) =>
    pane(worldOf(loaded).client, html`<chat-users blocked></chat-users>`),
  play: async ({ canvasElement }) => {
    await userEvent.click(
      await waitFor(() => byRole(canvasElement, 'button', /^Actions for Mateo/)),
    );
    await userEvent.click(await waitFor(() => byRole(canvasElement, 'menuitem', 'Unblock')));
    await waitFor(() => expect(textOf(canvasElement)).not.toContain('Mateo'));
    await expect(textOf(canvasElement)).toContain('Kwame');
    await still();
  },
};

/** People of a role that the app has given. */
export const OfARole: Story = {
  name: 'Of a role',
  loaders: [
    withWorld({}, async ({ host }) => {
      const server = host.manage();
      await server.request('role.create', { role: 'teacher', name: 'Teacher' });
      for (const uid of ['ben', 'noor'])
        await server.request('user.update', { uid, role: 'teacher' });
    }),
  ],
  render: (_args, { loaded }) =>
    pane(worldOf(loaded).client, html`<chat-users roles="teacher"></chat-users>`),
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(allByRole(canvasElement, 'listitem')).toHaveLength(2));
    await still();
  },
};
