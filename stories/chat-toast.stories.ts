import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import '../src/elements/chat-messages/chat-messages.js';
import '../src/elements/chat-toast/chat-toast.js';
import { byRole, below } from '../test/support/find.js';
import { still } from '../test/support/still.js';
import { pane } from './pane.js';
import { withWorld, worldOf } from './world.js';

function says(text: string, label?: string): Partial<Story> {
  return {
    play: async ({ canvasElement }) => {
      const found = () => [...below(canvasElement)].find((one) => one.matches('chat-toast'));
      await waitFor(() => expect(found()).toBeTruthy());
      const toast = found() as HTMLElementTagNameMap['chat-toast'];
      await toast.say(text, label === undefined ? undefined : { label, run: () => undefined });
      if (label !== undefined) byRole(toast, 'button', label);
      await still();
    },
  };
}

const meta: Meta = {
  title: 'Elements/chat-toast',
  component: 'chat-toast',
  loaders: [withWorld()],
  render: (_args, { loaded }) =>
    pane(worldOf(loaded).client, html`<chat-messages guid="kiln"></chat-messages>`),
};
export default meta;
type Story = StoryObj;

export const Says: Story = says('Thank you. The message was reported.');

export const Undo: Story = says('Removed from saved messages', 'Undo');

export const Long: Story = says(
  `${'A long sentence that goes on and on. '.repeat(4)}`,
  'Try again',
);

export const RightToLeft: Story = {
  ...says('أُزيلت من الرسائل المحفوظة', 'تراجع'),
  globals: { language: 'ar' },
};
