import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import type { Demo } from '../src/demo.js';
import type { Target } from '../src/protocol/ids.js';
import type { MessageItem } from '../src/client/types.js';
import { allByRole, byRole } from '../test/support/find.js';
import { withWorld, worldOf } from './world.js';

/** The composer at the foot of its pane. */
function pane(world: Demo, { uid, guid }: { uid?: string; guid?: string }) {
  return html`
    <chat-provider .client=${world.client}>
      <div style="display: flex; flex-direction: column; justify-content: end; block-size: 420px">
        <div></div>
        <chat-composer uid=${uid ?? ''} guid=${guid ?? ''}></chat-composer>
      </div>
    </chat-provider>
  `;
}

const kiln: Target = { guid: 'kiln' };

async function lastFrom(world: Demo, target: Target, mine: boolean): Promise<MessageItem> {
  const { $feed } = world.client.messages.feed(target);
  return new Promise((resolve) => {
    $feed.subscribe(({ items }) => {
      const item = items.findLast((each) => each.mine === mine && each.message.text);
      if (item) resolve(item);
    });
  });
}

function picture(): Promise<File> {
  const canvas = new OffscreenCanvas(160, 160);
  const pen = canvas.getContext('2d');
  if (pen) {
    const fill = pen.createLinearGradient(0, 0, 160, 160);
    fill.addColorStop(0, 'oklch(0.8 0.1 60)');
    fill.addColorStop(1, 'oklch(0.4 0.1 300)');
    pen.fillStyle = fill;
    pen.fillRect(0, 0, 160, 160);
  }
  return canvas.convertToBlob().then((blob) => new File([blob], 'tile.png', { type: 'image/png' }));
}

const meta: Meta = {
  title: 'Elements/chat-composer',
  component: 'chat-composer',
  loaders: [withWorld()],
  render: (_args, { loaded }) => pane(worldOf(loaded), { guid: 'kiln' }),
};
export default meta;
type Story = StoryObj;

export const Default: Story = {};

export const NoConversation: Story = {
  render: (_args, { loaded }) => pane(worldOf(loaded), {}),
};

export const Loading: Story = {
  render: () => html`<chat-provider><chat-composer uid="ben"></chat-composer></chat-provider>`,
};

export const SendsWithEnter: Story = {
  name: 'Sends with Enter and keeps the focus (B47, B53)',
  play: async ({ canvasElement, loaded }) => {
    const area = await waitFor(() => byRole(canvasElement, 'textbox', /Kiln/));
    await userEvent.click(area);
    await userEvent.keyboard('Tea is ready{Enter}');
    await expect(area).toHaveValue('');
    const { message } = await lastFrom(worldOf(loaded), kiln, true);
    await expect(message.text).toBe('Tea is ready');
  },
};

export const Draft: Story = {
  loaders: [
    withWorld({}, ({ client }) =>
      client.drafts.write(kiln, { text: 'Shall we fire the **blue** batch,\n<@uid:ben>?' }),
    ),
  ],
};

export const Reply: Story = {
  loaders: [
    withWorld({}, async (world) => {
      world.client.drafts.reply(kiln, (await lastFrom(world, kiln, false)).id);
      world.client.drafts.write(kiln, { text: 'Yes, I am in' });
    }),
  ],
};

export const Edit: Story = {
  loaders: [
    withWorld({}, async (world) =>
      world.client.drafts.edit(kiln, (await lastFrom(world, kiln, true)).message),
    ),
  ],
};

export const Files: Story = {
  loaders: [
    withWorld({}, async ({ client }) => {
      const plan = new File(['x'.repeat(44_000)], 'Firing schedule, blue batch.pdf');
      client.drafts.write(kiln, {
        text: 'First test tile',
        files: [
          { id: '1', file: await picture(), alt: 'A tile, glazed from orange to violet' },
          { id: '2', file: plan },
        ],
      });
    }),
  ],
};

export const FilesRefused: Story = {
  name: 'Files that are not taken (B67)',
  play: async ({ canvasElement }) => {
    const composer = canvasElement.querySelector('chat-composer')!;
    await waitFor(() => byRole(canvasElement, 'textbox', /Kiln/));
    composer.addFiles([await picture(), new File([], 'empty.txt')]);
    const alert = await waitFor(() => byRole(canvasElement, 'alert'));
    await expect(alert.textContent).toContain('empty.txt');
  },
};

export const TooLong: Story = {
  name: 'Too long, with a way out (B60)',
  render: (_args, { loaded }) => html`
    <chat-provider .client=${worldOf(loaded).client}>
      <chat-composer guid="kiln" maxlength="40"></chat-composer>
    </chat-provider>
  `,
  loaders: [
    withWorld({}, ({ client }) =>
      client.drafts.write(kiln, { text: 'This is more than forty characters, by a little.' }),
    ),
  ],
};

export const Mentions: Story = {
  name: 'Mention somebody (B68)',
  play: async ({ canvasElement }) => {
    await userEvent.click(await waitFor(() => byRole(canvasElement, 'textbox', /Kiln/)));
    await userEvent.keyboard('Ask @');
    await waitFor(() => expect(allByRole(canvasElement, 'option')).toHaveLength(8));
  },
};

export const Mentioned: Story = {
  name: 'Somebody mentioned (B68)',
  play: async ({ canvasElement }) => {
    const area = await waitFor(() => byRole(canvasElement, 'textbox', /Kiln/));
    await userEvent.click(area);
    await userEvent.keyboard('Ask @mat');
    await waitFor(() => expect(allByRole(canvasElement, 'option')).toHaveLength(1));
    await userEvent.keyboard('{Enter}');
    await expect(area).toHaveValue('Ask @Mateo Álvarez ');
  },
};

export const LongText: Story = {
  name: 'Long text scrolls inside (B61)',
  loaders: [
    withWorld({}, ({ client }) =>
      client.drafts.write(kiln, { text: 'One line and another.\n'.repeat(30) }),
    ),
  ],
};

export const Blocked: Story = {
  render: (_args, { loaded }) => pane(worldOf(loaded), { uid: 'lena' }),
  loaders: [withWorld({}, ({ client }) => client.users.block('lena'))],
};

export const NotAMember: Story = {
  render: (_args, { loaded }) => pane(worldOf(loaded), { guid: 'cinema' }),
};

export const Password: Story = {
  render: (_args, { loaded }) => pane(worldOf(loaded), { guid: 'darkroom' }),
};

export const SignedOut: Story = {
  loaders: [withWorld({}, ({ client }) => client.signOut())],
};

export const Dark: Story = { ...Reply, globals: { theme: 'dark' } };

export const RightToLeft: Story = { ...Reply, globals: { language: 'ar' } };

export const Narrow: Story = { ...Files, globals: { viewport: { value: 'small' } } };
