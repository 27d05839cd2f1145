import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import '../src/elements/chat-report/chat-report.js';
import { textOf } from '../test/support/find.js';
import { still } from '../test/support/still.js';
import { pane } from './pane.js';
import { withWorld, worldOf } from './world.js';

/** The app's own reasons; what needs a word of explanation has one. */
const meta: Meta = {
  title: 'Elements/chat-report',
  component: 'chat-report',
  loaders: [
    withWorld({}, ({ host }) =>
      host.manage().request('reason.create', {
        id: 'unsafe',
        name: 'Unsafe glaze',
        description: 'Lead, cadmium or barium, without a word of warning',
      }),
    ),
  ],
  render: (_args, { loaded }) =>
    pane(
      worldOf(loaded).client,
      html`<chat-report .client=${worldOf(loaded).client} .messageId=${'none'}></chat-report>`,
    ),
  play: async ({ canvasElement }) => {
    void canvasElement.querySelector('chat-report')?.show();
    await waitFor(() => expect(textOf(canvasElement)).toContain('without a word of warning'));
    await still();
  },
};
export default meta;
type Story = StoryObj;

export const Reasons: Story = {};

export const RightToLeft: Story = { globals: { language: 'ar' } };
