import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import { allByRole, byRole } from '../test/support/find.js';
import { still } from '../test/support/still.js';
import { pane } from './pane.js';
import { withWorld, worldOf } from './world.js';

const meta: Meta = {
  title: 'Elements/chat-threads',
  component: 'chat-threads',
  loaders: [withWorld()],
  render: (_args, { loaded }) =>
    pane(worldOf(loaded).client, html`<chat-threads guid="kiln"></chat-threads>`, '380px'),
};
export default meta;
type Story = StoryObj;

/** All, then those one takes part in. */
export const OfAGroup: Story = {
  name: 'Of a group',
  play: async ({ canvasElement }) => {
    const threads = () => allByRole(canvasElement, 'listitem').length;
    await waitFor(() => expect(threads()).toBeGreaterThan(1));
    const mine = byRole(canvasElement, 'button', 'Mine');
    await userEvent.click(mine);
    await waitFor(() => expect(mine).toHaveAttribute('aria-pressed', 'true'));
    await waitFor(() => expect(threads()).toBeGreaterThan(0));
    await still();
  },
};

export const Everywhere: Story = {
  render: (_args, { loaded }) =>
    pane(worldOf(loaded).client, html`<chat-threads everywhere></chat-threads>`, '380px'),
};

export const RightToLeft: Story = { globals: { language: 'ar' } };
