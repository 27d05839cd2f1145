import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { userEvent, waitFor } from 'storybook/test';
import '../src/elements/chat-call/chat-call.js';
import { byRole } from '../test/support/find.js';
import { still } from '../test/support/still.js';
import { calling, personIn, ringing } from './calling.js';
import { pane } from './pane.js';
import { withWorld, worldOf } from './world.js';

const meta: Meta = {
  title: 'Elements/chat-call',
  component: 'chat-call',
  loaders: [withWorld({}, (made) => ringing(made))],
  render: (_args, { loaded }) =>
    pane(
      worldOf(loaded).client,
      html`<chat-call></chat-call><chat-header uid="lena"></chat-header>`,
      '900px',
    ),
  play: async ({ canvasElement }) => {
    await waitFor(() => byRole(canvasElement, 'button', /Accept|قبول/));
    await still();
  },
};
export default meta;
type Story = StoryObj;

const sees = (name: string | RegExp): NonNullable<Story['play']> => {
  return async ({ canvasElement }) => {
    await waitFor(() => byRole(canvasElement, 'button', name), { timeout: 5000 });
    await still();
  };
};

export const Incoming: Story = {};

export const IncomingVideo: Story = {
  loaders: [withWorld({}, (made) => ringing(made, 'video'))],
};

export const IncomingRightToLeft: Story = { globals: { language: 'ar' } };

export const Outgoing: Story = {
  loaders: [withWorld({}, (made) => calling(made, 'audio'))],
  play: sees('Cancel'),
};

export const Declined: Story = {
  loaders: [withWorld({}, (made) => calling(made, 'audio', 'reject'))],
  play: sees('Call again'),
};

export const Failed: Story = {
  loaders: [
    withWorld({}, async ({ client }) => {
      client.disconnect();
      // That it fails is what is shown.
      await client.calls.start({ uid: 'lena' }, 'video').catch(() => undefined);
    }),
  ],
  play: sees('Call again'),
};

export const Ongoing: Story = {
  loaders: [withWorld({}, (made) => calling(made, 'audio', 'accept'))],
  play: sees('End'),
};

/** The page's own pictures and buttons. */
export const OngoingWithPictures: Story = {
  loaders: [withWorld({}, (made) => calling(made, 'video', 'accept'))],
  render: (_args, { loaded }) =>
    pane(
      worldOf(loaded).client,
      html`<chat-call>
        <svg slot="media" viewBox="0 0 16 9" role="img" aria-label="Lena">
          <rect width="16" height="9" fill="#23304a" />
          <circle cx="8" cy="3.6" r="1.6" fill="#f6d3bb" />
          <path d="M4.5 9q.3-3.4 3.5-3.4T11.5 9" fill="#21506e" />
        </svg>
        <button slot="action" type="button">Mute</button>
      </chat-call>`,
      '900px',
    ),
  play: sees('End'),
};

export const Minimised: Story = {
  ...Ongoing,
  play: async ({ canvasElement }) => {
    await userEvent.click(
      await waitFor(() => byRole(canvasElement, 'button', 'Minimise the call'), { timeout: 5000 }),
    );
    await waitFor(() => byRole(canvasElement, 'button', 'Show the call'));
    await still();
  },
};

/** On another device, or after a reload. */
export const Away: Story = {
  loaders: [
    withWorld({}, async (made) => {
      const { id } = await (await personIn(made, 'ana')).calls.start({ uid: 'lena' }, 'audio');
      await (await personIn(made, 'lena')).calls.accept(id);
    }),
  ],
  play: sees('Return'),
};

/** A group rings nobody: whoever wants joins. */
export const GroupJoin: Story = {
  loaders: [
    withWorld({}, async (made) => {
      await (await personIn(made, 'ben')).calls.start({ guid: 'kiln' }, 'video');
    }),
  ],
  render: (_args, { loaded }) =>
    pane(worldOf(loaded).client, html`<chat-header guid="kiln"></chat-header>`, '640px'),
  play: sees('Join'),
};

export const GroupWaiting: Story = {
  loaders: [
    withWorld({}, ({ client }) =>
      client.calls.start({ guid: 'kiln' }, 'audio').then(() => undefined),
    ),
  ],
  play: sees('End'),
};
