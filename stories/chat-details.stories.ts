import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import { byRole, textOf } from '../test/support/find.js';
import { still } from '../test/support/still.js';
import { pane } from './pane.js';
import { withWorld, worldOf } from './world.js';

const meta: Meta = {
  title: 'Elements/chat-details',
  component: 'chat-details',
  loaders: [withWorld()],
  render: (_args, { loaded }) =>
    pane(worldOf(loaded).client, html`<chat-details guid="kiln"></chat-details>`, '300px'),
};
export default meta;
type Story = StoryObj;

export const Group: Story = {};

export const RightToLeft: Story = { globals: { language: 'ar' } };

export const Person: Story = {
  render: (_args, { loaded }) =>
    pane(worldOf(loaded).client, html`<chat-details uid="ben"></chat-details>`, '300px'),
};

/** Words of their own, where they are to be found, what they are to the app and to oneself. */
export const Friend: Story = {
  ...Person,
  loaders: [
    withWorld({}, async ({ host }) => {
      const server = host.manage();
      await server.request('role.create', { role: 'teacher', name: 'Teacher' });
      await server.request('user.update', {
        uid: 'ben',
        role: 'teacher',
        link: 'https://pots.example/ben',
        tags: ['glaze', 'kiln'],
      });
      await server.request('friend.add', { uid: 'ana', uids: ['ben'] });
    }),
  ],
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(textOf(canvasElement)).toContain('You are friends'));
    await waitFor(() => byRole(canvasElement, 'link', 'pots.example/ben'));
    await still();
  },
};

/** Its name and description change for everyone; its kind is fixed for ever. */
export const Edited: Story = {
  play: async ({ canvasElement }) => {
    await userEvent.click(await waitFor(() => byRole(canvasElement, 'button', 'Edit')));
    const name = await waitFor(() => byRole(canvasElement, 'textbox', ''));
    await waitFor(() => expect(name.matches(':focus')).toBe(true));
    await userEvent.type(name, ' of Lisbon');
    await userEvent.click(byRole(canvasElement, 'button', 'Save'));
    await waitFor(() => expect(textOf(canvasElement)).toContain('Kiln & Makers of Lisbon'));
    await still();
  },
};

/** Above a number of members that the app sets, receipts and unread counts stop, and typing above another. */
export const Large: Story = {
  loaders: [
    withWorld({}, ({ host }) => host.manage().request('settings.update', { receiptMembers: 5 })),
  ],
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(textOf(canvasElement)).toContain('no sign of receipts'));
    await still();
  },
};

export const NotJoined: Story = {
  render: (_args, { loaded }) =>
    pane(worldOf(loaded).client, html`<chat-details guid="cinema"></chat-details>`, '300px'),
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(textOf(canvasElement)).toContain('Kino am Mittwoch'));
    await still();
  },
};
