import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import { allByRole, below, byRole, textOf } from '../../test/support/find.js';
import { still } from '../../test/support/still.js';
import { answer, withWorld, worldOf } from '../world.js';
import { messenger, press } from './scene.js';

const meta: Meta = {
  title: 'Scenes/Finding messages',
  tags: ['!autodocs'],
  loaders: [withWorld()],
};
export default meta;
type Story = StoryObj;

/** What has the focus, through every shadow root. */
function focused(): Element | null {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active;
}

/** In a messenger the search stands beside the conversation, and one goes from hit to hit. */
export const Search: Story = {
  name: 'From a search to the messages',
  render: (_args, { loaded }) => messenger(worldOf(loaded).client, 'kiln'),
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'button', 'More');
    await press(canvasElement, 'menuitem', 'Search messages');
    await waitFor(() => expect(focused()).toBeInstanceOf(HTMLInputElement));
    await userEvent.keyboard('shelves');
    await press(canvasElement, 'button', /shelves/i);
    await waitFor(() => expect(focused()?.localName).toBe('chat-message'));
    await expect(focused()?.textContent.toLowerCase()).toContain('shelves');
    await still();
  },
};

/** Tags beside each other: the header opens what is saved in a dialog, and every tag follows to another conversation. */
export const Saved: Story = {
  name: 'From what is saved to another conversation',
  render: (_args, { loaded }) => html`
    <style>
      .alone {
        display: grid;
        grid-template-rows: auto minmax(0, 1fr) auto;
        block-size: 100vh;
      }
    </style>
    <div @chat-connect=${answer(worldOf(loaded))}>
      <chat-provider uid="ana">
        <div class="alone">
          <chat-header></chat-header>
          <chat-messages></chat-messages>
          <chat-composer></chat-composer>
        </div>
      </chat-provider>
    </div>
  `,
  play: async ({ canvasElement, loaded }) => {
    const { messages } = worldOf(loaded).client;
    const page = await messages.query({ target: { uid: 'omar' } }).previous();
    await messages.save(page.at(-1)!.id, true);
    const provider = canvasElement.querySelector('chat-provider')!;
    const detail = { target: { guid: 'kiln' } };
    provider.dispatchEvent(new CustomEvent('chat-select', { detail, bubbles: true }));
    await press(canvasElement, 'button', 'More');
    await press(canvasElement, 'menuitem', 'Saved messages');
    const dialog = await waitFor(() => {
      const found = [...below(canvasElement)].find((one) => one.matches('chat-saved-messages'));
      expect(found).toBeTruthy();
      return found as HTMLElement;
    });
    await press(dialog, 'button', /عمر/);
    await waitFor(() => byRole(canvasElement, 'textbox', /عمر/));
    await waitFor(() => expect(focused()?.localName).toBe('chat-message'));
    await still();
  },
};

/** The app ends a session: each tag alone says so, and why. */
export const Ended: Story = {
  name: 'A session that was ended',
  ...Saved,
  play: async ({ canvasElement, loaded }) => {
    const provider = canvasElement.querySelector('chat-provider')!;
    const detail = { target: { guid: 'kiln' } };
    provider.dispatchEvent(new CustomEvent('chat-select', { detail, bubbles: true }));
    await waitFor(() => byRole(canvasElement, 'textbox', /Kiln/));
    await worldOf(loaded).host.manage().request('token.delete', { uid: 'ana' });
    for (const tag of ['chat-header', 'chat-messages', 'chat-composer']) {
      const element = canvasElement.querySelector<HTMLElement>(tag)!;
      await waitFor(() => expect(textOf(element)).toContain('This session was ended.'));
    }
    await expect(allByRole(canvasElement, 'textbox')).toHaveLength(0);
    await still();
  },
};
