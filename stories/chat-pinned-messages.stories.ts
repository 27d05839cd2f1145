import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import { allByRole, byRole, textOf } from '../test/support/find.js';
import { still } from '../test/support/still.js';
import { pane } from './pane.js';
import { withWorld, worldOf } from './world.js';

const meta: Meta = {
  title: 'Elements/chat-pinned-messages',
  component: 'chat-pinned-messages',
  loaders: [withWorld()],
  render: (_args, { loaded }) =>
    pane(
      worldOf(loaded).client,
      html`<chat-pinned-messages guid="kiln"></chat-pinned-messages>`,
      '380px',
    ),
};
export default meta;
type Story = StoryObj;

/** One is taken down, for everyone. */
export const Unpinned: Story = {
  play: async ({ canvasElement }) => {
    const [first] = await waitFor(() => {
      const found = allByRole(canvasElement, 'button', /^Actions for/);
      expect(found.length).toBeGreaterThan(1);
      return found;
    });
    const { length } = allByRole(canvasElement, 'listitem');
    await userEvent.click(first!);
    await userEvent.click(await waitFor(() => byRole(canvasElement, 'menuitem', 'Unpin message')));
    await waitFor(() => expect(allByRole(canvasElement, 'listitem')).toHaveLength(length - 1));
    await still();
  },
};

export const RightToLeft: Story = { globals: { language: 'ar' } };

export const Nothing: Story = {
  render: (_args, { loaded }) =>
    pane(
      worldOf(loaded).client,
      html`<chat-pinned-messages uid="chiara"></chat-pinned-messages>`,
      '320px',
    ),
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(textOf(canvasElement)).toContain('Nothing is pinned'));
    await still();
  },
};
