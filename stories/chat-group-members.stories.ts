import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { userEvent, waitFor } from 'storybook/test';
import { byRole } from '../test/support/find.js';
import { pane } from './pane.js';
import { still } from '../test/support/still.js';
import { withWorld, worldOf } from './world.js';

const members = html`<chat-group-members guid="kiln"></chat-group-members>`;

const meta: Meta = {
  title: 'Elements/chat-group-members',
  component: 'chat-group-members',
  loaders: [withWorld()],
  render: (_args, { loaded }) => pane(worldOf(loaded).client, members),
};
export default meta;
type Story = StoryObj;

export const Owner: Story = {};

export const RightToLeft: Story = { globals: { language: 'ar' } };

export const Participant: Story = {
  loaders: [withWorld({ uid: 'noor' })],
};

export const MenuOfTheOwner: Story = {
  play: async ({ canvasElement }) => {
    await userEvent.click(
      await waitFor(() => byRole(canvasElement, 'button', 'Actions for Ben Okafor')),
    );
    await waitFor(() => byRole(canvasElement, 'menuitem', 'Make owner'));
    await still();
  },
};

export const AsksBeforeBanning: Story = {
  play: async (context) => {
    await MenuOfTheOwner.play?.(context);
    await userEvent.click(byRole(context.canvasElement, 'menuitem', 'Ban'));
    await waitFor(() => byRole(context.canvasElement, 'button', 'Ban'));
    await still();
  },
};

export const NobodyBanned: Story = {
  play: async ({ canvasElement }) => {
    await userEvent.click(await waitFor(() => byRole(canvasElement, 'button', 'Banned')));
    await still();
  },
};
