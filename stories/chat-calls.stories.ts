import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import '../src/elements/chat-calls/chat-calls.js';
import type { ChatClient } from '../src/client/types.js';
import type { Demo } from '../src/demo.js';
import { byRole, textOf } from '../test/support/find.js';
import { still } from '../test/support/still.js';
import { personIn } from './calling.js';
import { pane, troubled } from './pane.js';
import { withWorld, worldOf } from './world.js';

/** A morning of calls: missed, declined, taken, and one of a group that goes on. */
async function morning(world: Demo): Promise<void> {
  const [ben, noor, omar] = await Promise.all(
    ['ben', 'noor', 'omar'].map((it) => personIn(world, it)),
  );
  const { calls } = world.client;
  await ben!.calls.end((await ben!.calls.start({ uid: 'ana' }, 'video')).id);
  await noor!.calls.reject((await calls.start({ uid: 'noor' }, 'audio')).id);
  const { id } = await calls.start({ uid: 'ben' }, 'video');
  await ben!.calls.accept(id);
  await calls.end(id);
  await omar!.calls.end((await omar!.calls.start({ uid: 'ana' }, 'audio')).id);
  await omar!.calls.start({ guid: 'kiln' }, 'video');
}

const meta: Meta = {
  title: 'Elements/chat-calls',
  component: 'chat-calls',
  loaders: [withWorld({}, morning)],
  render: (_args, { loaded }) => pane(worldOf(loaded).client, html`<chat-calls></chat-calls>`),
};
export default meta;
type Story = StoryObj;

export const Log: Story = {};

export const Missed: Story = {
  play: async ({ canvasElement }) => {
    const list = canvasElement.querySelector('chat-calls')!;
    await waitFor(() => expect(textOf(list)).toMatch('declined'));
    await userEvent.click(byRole(list, 'button', 'Missed'));
    await waitFor(() => expect(textOf(list)).not.toMatch('declined'));
    await still();
  },
};

export const RightToLeft: Story = { globals: { language: 'ar' } };

export const Narrow: Story = {
  render: (_args, { loaded }) =>
    pane(worldOf(loaded).client, html`<chat-calls></chat-calls>`, '320px'),
};

const asLoaded: NonNullable<Story['render']> = (_args, { loaded }) =>
  pane(loaded['client'] as ChatClient, html`<chat-calls></chat-calls>`);

/** Kwame calls nobody. */
export const Empty: Story = {
  loaders: [
    async () => {
      const { world } = await withWorld()();
      return { world, client: await personIn(world, 'kwame') };
    },
  ],
  render: asLoaded,
};

const inTrouble = (trouble: 'silent' | 'refused'): Story => ({
  loaders: [
    async () => {
      const { world } = await withWorld()();
      return { world, client: await troubled(world, 'call.list', trouble) };
    },
  ],
  render: asLoaded,
});

export const Loading: Story = inTrouble('silent');

export const Failed: Story = inTrouble('refused');
