import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import type { Demo } from '../src/demo.js';
import { byRole, textOf } from '../test/support/find.js';
import { still } from '../test/support/still.js';
import { pane } from './pane.js';
import { withWorld, worldOf } from './world.js';

async function save({ client: { messages } }: Demo): Promise<void> {
  for (const target of [{ guid: 'kiln' }, { uid: 'omar' }, { uid: 'ben' }] as const) {
    const page = await messages.query({ target, categories: ['message'] }).previous();
    for (const { id } of page.slice(-2)) await messages.save(id, true);
  }
}

const meta: Meta = {
  title: 'Elements/chat-saved-messages',
  component: 'chat-saved-messages',
  loaders: [withWorld({}, save)],
  render: (_args, { loaded }) =>
    pane(worldOf(loaded).client, html`<chat-saved-messages></chat-saved-messages>`, '380px'),
};
export default meta;
type Story = StoryObj;

/** Of every conversation; each says which. */
export const OfAllChats: Story = {
  play: async ({ canvasElement }) => {
    await waitFor(() => byRole(canvasElement, 'button', /Kiln & Makers/));
    await waitFor(() => byRole(canvasElement, 'button', /عمر/));
    await still();
  },
};

export const RightToLeft: Story = { globals: { language: 'ar' } };

export const Nothing: Story = {
  loaders: [withWorld({ uid: 'lena' })],
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(textOf(canvasElement)).toContain('Nothing is saved'));
    await still();
  },
};
