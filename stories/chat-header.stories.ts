import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { userEvent, waitFor } from 'storybook/test';
import { byRole } from '../test/support/find.js';
import { pane } from './pane.js';
import { still } from '../test/support/still.js';
import { withWorld, worldOf } from './world.js';

const meta: Meta = {
  title: 'Elements/chat-header',
  component: 'chat-header',
  loaders: [withWorld()],
  render: (_args, { loaded }) =>
    pane(worldOf(loaded).client, html`<chat-header guid="kiln"></chat-header>`, '640px'),
};
export default meta;
type Story = StoryObj;

export const Group: Story = {};

export const Person: Story = {
  render: (_args, { loaded }) =>
    pane(worldOf(loaded).client, html`<chat-header uid="lena"></chat-header>`, '640px'),
};

export const Narrow: Story = {
  render: (_args, { loaded }) =>
    pane(worldOf(loaded).client, html`<chat-header guid="kiln" narrow></chat-header>`, '320px'),
};

export const RightToLeft: Story = { ...Narrow, globals: { language: 'ar' } };

export const Menu: Story = {
  play: async ({ canvasElement }) => {
    await userEvent.click(await waitFor(() => byRole(canvasElement, 'button', 'More')));
    await waitFor(() => byRole(canvasElement, 'menuitem', 'Details'));
    await still();
  },
};

/** A page's own button, here for a call service of its own. */
export const OwnButton: Story = {
  render: (_args, { loaded }) =>
    pane(
      worldOf(loaded).client,
      html`<style>
          .own {
            inline-size: 36px;
            block-size: 36px;
            border: 0;
            border-radius: 10px;
            background: none;
            font-size: 20px;
          }
        </style>
        <chat-header uid="lena">
          <button class="own" slot="action" type="button" aria-label="To the calendar">📅</button>
        </chat-header>`,
      '360px',
    ),
};

export const Nobody: Story = {
  render: (_args, { loaded }) => pane(worldOf(loaded).client, html`<chat-header></chat-header>`),
};
