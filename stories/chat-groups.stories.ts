import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import { allByRole, byRole, textOf } from '../test/support/find.js';
import { pane } from './pane.js';
import { still } from '../test/support/still.js';
import { withWorld, worldOf } from './world.js';

const meta: Meta = {
  title: 'Elements/chat-groups',
  component: 'chat-groups',
  loaders: [withWorld()],
  render: (_args, { loaded }) => pane(worldOf(loaded).client, html`<chat-groups></chat-groups>`),
};
export default meta;
type Story = StoryObj;

export const Default: Story = {};

export const RightToLeft: Story = { globals: { language: 'ar' } };

export const Joined: Story = {
  render: (_args, { loaded }) =>
    pane(worldOf(loaded).client, html`<chat-groups joined></chat-groups>`),
};

export const WrongPassword: Story = {
  name: 'Joining with a wrong password',
  play: async ({ canvasElement }) => {
    await userEvent.click(
      await waitFor(() => byRole(canvasElement, 'button', 'Join Darkroom club')),
    );
    await waitFor(() => expect(allByRole(canvasElement, 'textbox').length).toBe(2));
    await userEvent.keyboard('gold{Enter}');
    await waitFor(() =>
      expect(allByRole(canvasElement, 'alert').some((alert) => textOf(alert) !== '')).toBe(true),
    );
    await still();
  },
};

export const NewGroup: Story = {
  play: async ({ canvasElement }) => {
    await userEvent.click(await waitFor(() => byRole(canvasElement, 'button', 'New group')));
    await waitFor(() => byRole(canvasElement, 'checkbox', /^Ben/));
    await still();
  },
};
