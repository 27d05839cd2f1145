import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { waitFor } from 'storybook/test';
import { byRole } from '../test/support/find.js';
import { still } from '../test/support/still.js';
import { pane } from './pane.js';
import { withWorld, worldOf } from './world.js';

const meta: Meta = {
  title: 'Elements/chat-status',
  component: 'chat-status',
  loaders: [withWorld({}, ({ weather }) => weather.set({ offline: true }))],
  render: (_args, { loaded }) =>
    pane(
      worldOf(loaded).client,
      html`<chat-status></chat-status><chat-conversations></chat-conversations>`,
    ),
  play: async ({ canvasElement }) => {
    // Not before the third second without a connection.
    await waitFor(() => byRole(canvasElement, 'status', /./));
    await still();
  },
};
export default meta;
type Story = StoryObj;

export const Offline: Story = {};
