import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { waitFor } from 'storybook/test';
import '../src/index.js';
import { byRole } from '../test/support/find.js';
import { still } from '../test/support/still.js';
import { answer, withWorld, worldOf } from './world.js';

const list = html`<chat-conversations style="block-size: 480px"></chat-conversations>`;

const meta: Meta = {
  title: 'Elements/chat-provider',
  component: 'chat-provider',
  loaders: [withWorld()],
  render: (_args, { loaded }) =>
    html`<div @chat-connect=${answer(worldOf(loaded))}>
      <chat-provider uid="ben">${list}</chat-provider>
    </div>`,
  play: async ({ canvasElement }) => {
    await waitFor(() => byRole(canvasElement, 'button', /^Ana/));
    await still();
  },
};
export default meta;
type Story = StoryObj;

/** Its attributes say who it is; the page answers `chat-connect` with a backend. */
export const Attributes: Story = {};

/** A client of the page's own. */
export const Client: Story = {
  render: (_args, { loaded }) =>
    html`<chat-provider .client=${worldOf(loaded).client}>${list}</chat-provider>`,
  play: async ({ canvasElement }) => {
    await waitFor(() => byRole(canvasElement, 'button', /^Ben/));
    await still();
  },
};

/** Custom properties reach all that is inside. */
export const Tokens: Story = {
  render: (_args, { loaded }) =>
    html`<chat-provider
      .client=${worldOf(loaded).client}
      style="--chat-color-accent: light-dark(#0a6b4f, #5cc9a7); --chat-color-accent-soft: light-dark(#e2f3ec, #17382d); --chat-color-accent-text: light-dark(#0a6b4f, #7fdcbd); --chat-font: Georgia, serif"
      >${list}</chat-provider
    >`,
  play: Client.play!,
};
