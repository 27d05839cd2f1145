import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import { below, byRole, textOf } from '../test/support/find.js';
import { still } from '../test/support/still.js';
import { createId } from '../src/protocol/create-id.js';
import { personIn } from './calling.js';
import { pane } from './pane.js';
import { withWorld, worldOf } from './world.js';

async function open(canvas: HTMLElement): Promise<void> {
  await userEvent.click(await waitFor(() => byRole(canvas, 'button', 'Your profile')));
  await waitFor(() => byRole(canvas, 'button', 'Sign out'));
  await still();
}

const meta: Meta = {
  title: 'Elements/chat-me',
  component: 'chat-me',
  loaders: [withWorld()],
  render: (_args, { loaded }) =>
    pane(worldOf(loaded).client, html`<chat-me style="margin: 16px"></chat-me>`),
};
export default meta;
type Story = StoryObj;

export const Default: Story = {};

export const Profile: Story = { play: ({ canvasElement }) => open(canvasElement) };

export const RightToLeft: Story = { globals: { language: 'ar' } };

/** What is wrong is said at its field. */
export const Wrong: Story = {
  play: async ({ canvasElement }) => {
    await open(canvasElement);
    const link = [...below(canvasElement)].find((one) => one.matches('[name=link]'));
    await userEvent.type(link as HTMLInputElement, 'nonsense');
    await userEvent.click(byRole(canvasElement, 'button', 'Save'));
    await waitFor(() => expect(textOf(canvasElement)).toContain('not a web address'));
    await still();
  },
};

export const Offline: Story = {
  play: async ({ canvasElement, loaded }) => {
    worldOf(loaded).weather.set({ offline: true });
    await open(canvasElement);
  },
};

/** A role that may not change itself. */
export const Fixed: Story = {
  loaders: [
    async () => {
      const { world } = await withWorld()();
      const management = world.host.manage();
      const restricted = ['user.update'] as const;
      await management.request('role.create', { role: 'guest', restricted }, createId());
      await management.request('user.update', { uid: 'lena', role: 'guest' }, createId());
      return { world: { ...world, client: await personIn(world, 'lena') } };
    },
  ],
  play: async ({ canvasElement }) => {
    await open(canvasElement);
    await waitFor(() => expect(textOf(canvasElement)).toContain('does not allow changes'));
  },
};
