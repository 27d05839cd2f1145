import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect, waitFor } from 'storybook/test';
import { openLog } from '../../src/demo.js';
import { textOf } from '../../test/support/find.js';
import { withWorld, worldOf } from '../world.js';
import { messenger } from './scene.js';

const url = new URL('../data/ubuntu-irc-2000.ndjson', import.meta.url).href;

const meta: Meta = {
  title: 'Scenes/A real log',
  tags: ['!autodocs'],
  loaders: [
    withWorld({}, async (world) => {
      await openLog(world, { url, guid: 'ubuntu', name: '#ubuntu' });
    }),
  ],
  render: (_args, { loaded }) => messenger(worldOf(loaded).client, 'ubuntu'),
};
export default meta;

/** Some 2,000 lines of the #ubuntu channel; see stories/data/README.md for whose work this is. */
export const Irc: StoryObj = {
  name: 'IRC, 2,000 lines',
  play: async ({ canvasElement }) => {
    const rows = () =>
      canvasElement
        .querySelector('chat-messenger')
        ?.shadowRoot?.querySelector('chat-messages')
        ?.shadowRoot?.querySelectorAll('[role=article]') ?? [];
    await waitFor(() => expect(rows().length).toBeGreaterThan(10), { timeout: 10_000 });
    await expect(textOf(canvasElement)).toContain('#ubuntu');
  },
};
