import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import { createChatClient, ChatError } from '../../src/index.js';
import type { Backend } from '../../src/protocol/backend.js';
import type { Demo } from '../../src/demo.js';
import { byRole, textOf } from '../../test/support/find.js';
import { withWorld, worldOf } from '../world.js';

const meta: Meta = {
  title: 'Scenes/Weather',
  tags: ['!autodocs'],
  loaders: [withWorld()],
};
export default meta;
type Story = StoryObj;

function talk(world: Demo, uid: string) {
  return html`
    <style>
      .talk {
        display: flex;
        flex-direction: column;
        block-size: 100vh;
      }
      .talk chat-messages {
        flex: 1;
        min-block-size: 0;
      }
      .talk nav {
        padding: 8px 16px;
      }
    </style>
    <chat-provider .client=${world.client}>
      <div class="talk">
        <nav>
          <button @click=${() => world.weather.set({ offline: true })}>Go offline</button>
          <button @click=${() => world.weather.set({ offline: false })}>Come back</button>
        </nav>
        <chat-messages uid=${uid}></chat-messages>
        <chat-composer uid=${uid}></chat-composer>
      </div>
    </chat-provider>
  `;
}

async function write(canvas: HTMLElement, text: string): Promise<void> {
  await userEvent.click(await waitFor(() => byRole(canvas, 'textbox', /^Message /)));
  // userEvent does not see that a field in a shadow tree was emptied, and would go on from what it typed before.
  await userEvent.keyboard(`{Control>}a{/Control}${text}{Enter}`);
  // What was accepted stands above what was refused.
  await waitFor(() => expect(textOf(canvas)).toContain(text));
}

function lastRow(canvas: HTMLElement): string {
  const rows = canvas
    .querySelector('chat-messages')
    ?.shadowRoot?.querySelectorAll('[role=article]');
  const last = rows?.[rows.length - 1];
  return last ? `${textOf(last)} ${marksOf(last)}` : '';
}
function marksOf(row: Element): string {
  const mark = (row.shadowRoot ?? row).querySelector('[part=state]');
  return mark?.getAttribute('aria-label') ?? '';
}

/** What has not reached the server is told by the story's clock, too. */
const halfPastTwo = /(?<!\d)2:3\d\sPM/;

/** What is written without a connection waits in its place, and goes out in order when it is back. */
export const OfflineAndBack: Story = {
  name: 'Offline and back (B54, B56, B112)',
  render: (_args, { loaded }) => talk(worldOf(loaded), 'ben'),
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(lastRow(canvasElement)).not.toBe(''));
    await userEvent.click(byRole(canvasElement, 'button', 'Go offline'));
    await write(canvasElement, 'First, from the tunnel');
    await write(canvasElement, 'Second, from the tunnel');
    await expect(lastRow(canvasElement)).toContain('Sending');
    await expect(lastRow(canvasElement)).toMatch(halfPastTwo);
    await userEvent.click(byRole(canvasElement, 'button', 'Come back'));
    await waitFor(() => expect(lastRow(canvasElement)).toMatch(/Second.*(Sent|Delivered|Read)/), {
      timeout: 15_000,
    });
  },
};

/** A server that refuses what it does not like. */
function strict(backend: Backend): Backend {
  return {
    ...backend,
    name: `strict ${backend.name}`,
    request(name, params, commandId) {
      const refused = name === 'message.send' && JSON.stringify(params).includes('rude');
      if (refused) {
        return Promise.reject(
          new ChatError('invalid', 'This message was refused. Change its words.'),
        );
      }
      return backend.request(name, params, commandId);
    },
  };
}

/** A refused message keeps its place and its words, says why, and can be changed, copied or discarded. */
export const FailingSends: Story = {
  name: 'Failing sends (B55, B56, B58)',
  loaders: [
    async () => {
      const { world } = await withWorld()();
      const { backend, credentials } = world.device('ana');
      const client = createChatClient({ backend: strict(backend), appId: crypto.randomUUID() });
      await client.signIn(credentials);
      return { world: { ...world, client } };
    },
  ],
  render: (_args, { loaded }) => talk(worldOf(loaded), 'ben'),
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(lastRow(canvasElement)).not.toBe(''));
    await write(canvasElement, 'Something rude');
    await waitFor(() => byRole(canvasElement, 'button', /^edit$/i));
    await write(canvasElement, 'Something kind');
    await waitFor(() => expect(textOf(canvasElement)).toMatch(/Something kind/));
    await expect(textOf(canvasElement)).not.toContain('Something rudeSomething');
    await expect(textOf(canvasElement)).toContain('Something rude');
    await expect(lastRow(canvasElement)).toMatch(halfPastTwo);
  },
};
