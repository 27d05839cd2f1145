import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import type { ChatEmojiPicker } from '../src/elements/chat-emoji-picker/chat-emoji-picker.js';
import '../src/elements/chat-emoji-picker/chat-emoji-picker.js';
import { byRole } from '../test/support/find.js';
import { settled } from './world.js';

function open(event: Event & { currentTarget: HTMLElement }): void {
  const picker =
    event.currentTarget.parentElement?.querySelector<ChatEmojiPicker>('chat-emoji-picker');
  void picker?.openAt(event.currentTarget, 'bottom-start');
}

const meta: Meta = {
  title: 'Elements/chat-emoji-picker',
  component: 'chat-emoji-picker',
  render: () => html`
    <div style="padding: 16px; min-block-size: 480px">
      <button @click=${open}>React</button> <output aria-label="Chosen"></output>
      <chat-emoji-picker
        @chat-emoji=${(
          event: HTMLElementEventMap['chat-emoji'] & { currentTarget: HTMLElement },
        ) => {
          event.currentTarget.previousElementSibling!.textContent = event.detail.emoji;
        }}
      ></chat-emoji-picker>
    </div>
  `,
};
export default meta;
type Story = StoryObj;

export const Closed: Story = {};

export const Open: Story = {
  play: async ({ canvasElement }) => {
    await userEvent.click(byRole(canvasElement, 'button', 'React'));
    await waitFor(() => byRole(canvasElement, 'tab', 'Food and drink'), { timeout: 5000 });
    await settled();
  },
};

export const Search: Story = {
  name: 'Search, Enter takes the first',
  play: async ({ canvasElement }) => {
    await userEvent.click(byRole(canvasElement, 'button', 'React'));
    const field = await waitFor(() => byRole(canvasElement, 'textbox', 'Search emoji'), {
      timeout: 5000,
    });
    await userEvent.type(field, 'rocket');
    await waitFor(() => byRole(canvasElement, 'button', 'rocket'), { timeout: 5000 });
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(canvasElement.querySelector('output')).toHaveTextContent('🚀'));
  },
};

export const Dark: Story = { ...Open, globals: { theme: 'dark' } };

export const RightToLeft: Story = {
  globals: { language: 'ar' },
  play: async ({ canvasElement }) => {
    await userEvent.click(byRole(canvasElement, 'button', 'React'));
    await waitFor(() => byRole(canvasElement, 'tab', 'الطعام والشراب'), { timeout: 5000 });
    await settled();
  },
};
