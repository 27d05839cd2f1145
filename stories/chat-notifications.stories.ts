import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import '../src/elements/chat-conversations/chat-conversations.js';
import '../src/elements/chat-notifications/chat-notifications.js';
import { byRole } from '../test/support/find.js';
import { still } from '../test/support/still.js';
import { pane } from './pane.js';
import { withWorld, worldOf } from './world.js';

/** The browser's own answer, whatever this one's is. */
function given(permission: NotificationPermission): () => void {
  const before = Object.getOwnPropertyDescriptor(Notification, 'permission')!;
  Object.defineProperty(Notification, 'permission', { configurable: true, value: permission });
  return () => Object.defineProperty(Notification, 'permission', before);
}

function asks(permission: NotificationPermission, button: string): Partial<Story> {
  return {
    beforeEach: () => given(permission),
    play: async ({ canvasElement }) => {
      const element = canvasElement.querySelector('chat-notifications')!;
      await waitFor(() => expect(document.title).toMatch(/^\(\d+\+?\) /));
      element.ask();
      await waitFor(() => byRole(element, 'button', button));
      await still();
    },
  };
}

const meta: Meta = {
  title: 'Elements/chat-notifications',
  component: 'chat-notifications',
  loaders: [withWorld()],
  render: (_args, { loaded }) =>
    pane(
      worldOf(loaded).client,
      html`<chat-notifications audible desktop></chat-notifications>
        <chat-conversations></chat-conversations>`,
    ),
};
export default meta;
type Story = StoryObj;

/** In the title of the page, until it is read. */
export const Counts: Story = {
  play: async () => {
    await waitFor(() => expect(document.title).toMatch(/^\(\d+\+?\) /));
  },
};

export const Asks: Story = asks('default', 'Turn on');

export const Blocked: Story = asks('denied', 'All right');

export const RightToLeft: Story = { ...asks('default', 'تفعيل'), globals: { language: 'ar' } };
