import { expect, html } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import '../../src/elements/chat-notifications/chat-notifications.js';
import type { ChatNotifications } from '../../src/elements/chat-notifications/chat-notifications.js';
import { allByRole, textOf } from '../support/find.js';
import { outside } from '../support/outside.js';
import { inPane } from '../support/pane.js';
import { still } from '../support/still.js';
import { waitUntil } from '../support/wait.js';
import { ana, useWorld } from '../support/world.js';

useWorld('ana');

const undecided = { configurable: true, value: 'default' };
const decided = Object.getOwnPropertyDescriptor(Notification, 'permission')!;
beforeEach(() => Object.defineProperty(Notification, 'permission', undecided));
afterEach(async () => {
  Object.defineProperty(Notification, 'permission', decided);
  await setViewport({ width: 800, height: 600 });
});

describe('what asks for notifications', () => {
  for (const width of [390, 360]) {
    it(`leaves the chats of a phone of ${width} px in sight (B110, B122)`, async () => {
      await setViewport({ width, height: 740 });
      const element = await inPane<ChatNotifications>(
        ana,
        html`<chat-notifications desktop></chat-notifications>`,
      );
      element.ask();
      await waitUntil(() => allByRole(element, 'button', 'Turn on').length > 0, 'does not ask');
      await still();
      const { bottom } = element.renderRoot.querySelector('.prompt')!.getBoundingClientRect();
      // Where a list has its title, its search and its filters.
      expect(bottom).to.be.below(156);
      expect(textOf(element)).to.contain('Never miss a message').contain('in another window');
      expect(outside(element)).to.deep.equal([]);
      await expect(element).to.be.accessible();
    });
  }
});
