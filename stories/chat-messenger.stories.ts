import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { userEvent, waitFor } from 'storybook/test';
import { byRole } from '../test/support/find.js';
import { pane } from './pane.js';
import { still } from '../test/support/still.js';
import { withWorld, worldOf } from './world.js';

const messenger = html`<chat-messenger></chat-messenger>`;

const meta: Meta = {
  title: 'Elements/chat-messenger',
  component: 'chat-messenger',
  loaders: [withWorld()],
  render: (_args, { loaded }) => pane(worldOf(loaded).client, messenger, '100%'),
};
export default meta;
type Story = StoryObj;

export const NothingChosen: Story = {};

export const OnePane: Story = {
  render: (_args, { loaded }) => pane(worldOf(loaded).client, messenger, '320px'),
  play: async ({ canvasElement }) => {
    await userEvent.click(await waitFor(() => byRole(canvasElement, 'button', /^Lena/)));
    await waitFor(() => byRole(canvasElement, 'button', 'Back'));
    await still();
  },
};

export const TwoPanes: Story = {
  render: (_args, { loaded }) =>
    pane(worldOf(loaded).client, html`<chat-messenger guid="kiln"></chat-messenger>`, '900px'),
};

export const ThreePanes: Story = {
  render: (_args, { loaded }) =>
    pane(worldOf(loaded).client, html`<chat-messenger guid="kiln"></chat-messenger>`, '100%'),
};

export const SignedOut: Story = {
  loaders: [withWorld({}, ({ client }) => client.signOut())],
};

/** The kit's own words, and the page's way to sign in. */
export const WayIn: Story = {
  ...SignedOut,
  render: (_args, { loaded }) =>
    pane(
      worldOf(loaded).client,
      html`<chat-messenger
        ><a slot="sign-in" href="#sign-in">Sign in with Example</a></chat-messenger
      >`,
      '100%',
    ),
};

export const SignInSlot: Story = {
  ...SignedOut,
  render: (_args, { loaded }) =>
    pane(
      worldOf(loaded).client,
      html`<chat-messenger>
        <p slot="signed-out"><a href="#sign-in">Sign in with Example</a></p>
      </chat-messenger>`,
      '100%',
    ),
};
