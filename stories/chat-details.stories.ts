import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
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

export const NotJoined: Story = {
  render: (_args, { loaded }) =>
    pane(worldOf(loaded).client, html`<chat-details guid="kino"></chat-details>`, '300px'),
};
