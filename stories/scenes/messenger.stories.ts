import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import { byRole, textOf } from '../../test/support/find.js';
import { withWorld, worldOf } from '../world.js';
import { messenger } from './scene.js';

const meta: Meta = {
  title: 'Scenes/Messenger',
  tags: ['!autodocs'],
  loaders: [withWorld()],
  render: (_args, { loaded }) => messenger(worldOf(loaded).client),
};
export default meta;
type Story = StoryObj;

async function choose(canvas: HTMLElement, name: RegExp): Promise<void> {
  await userEvent.click(await waitFor(() => rowOf(canvas, name)));
}
function rowOf(canvas: HTMLElement, name: RegExp): HTMLElement {
  const list =
    canvas.querySelector('chat-conversations') ?? inMessenger(canvas, 'chat-conversations');
  const rows = [...(list?.shadowRoot?.querySelectorAll<HTMLElement>('[part~=row]') ?? [])];
  const row = rows.find((each) => name.test(textOf(each)));
  if (!row) throw new Error(`no row ${String(name)}`);
  return row;
}
function inMessenger(canvas: HTMLElement, tag: string): Element | null | undefined {
  return canvas.querySelector('chat-messenger')?.shadowRoot?.querySelector(tag);
}

/** All of it in one tag. */
export const Wide: Story = {
  play: async ({ canvasElement }) => {
    await choose(canvasElement, /Kiln/);
    await waitFor(() => byRole(canvasElement, 'textbox', /Kiln/));
  },
};

export const Dark: Story = { ...Wide, globals: { theme: 'dark' } };

/** One pane at a time, with Back. */
export const Phone: Story = {
  ...Wide,
  globals: { viewport: { value: 'phone' } },
  render: (_args, { loaded }) => html`
    <div style="max-inline-size: 360px">${messenger(worldOf(loaded).client)}</div>
  `,
};

export const RightToLeft: Story = {
  globals: { language: 'ar' },
  play: async ({ canvasElement }) => {
    await choose(canvasElement, /عمر/);
    await waitFor(() => byRole(canvasElement, 'textbox', /عمر/));
    const area = byRole(canvasElement, 'textbox', /عمر/);
    await expect(getComputedStyle(area).direction).toBe('rtl');
  },
};

/** Three tags, wherever they stand on a page: choosing in one shows it in the others. */
export const ThreeTags: Story = {
  name: 'Three separate tags',
  render: (_args, { loaded }) => html`
    <style>
      .page {
        display: grid;
        grid-template-columns: 320px 1fr;
        gap: 16px;
        padding: 16px;
        block-size: 100vh;
        box-sizing: border-box;
      }
      .page > div {
        display: flex;
        flex-direction: column;
        min-block-size: 0;
        border: 1px solid light-dark(#ddd, #333);
        border-radius: 16px;
        overflow: hidden;
      }
      .page chat-messages,
      .page chat-conversations {
        flex: 1;
        min-block-size: 0;
      }
      @media (max-width: 720px) {
        .page {
          grid-template-columns: 1fr;
          grid-template-rows: 240px 1fr;
        }
      }
    </style>
    <chat-provider .client=${worldOf(loaded).client}>
      <div class="page">
        <div><chat-conversations></chat-conversations></div>
        <div>
          <chat-messages></chat-messages>
          <chat-composer></chat-composer>
        </div>
      </div>
    </chat-provider>
  `,
  play: async ({ canvasElement }) => {
    await waitFor(() => byRole(canvasElement, 'textbox', 'Choose a conversation to write'));
    await choose(canvasElement, /Lena/);
    const area = await waitFor(() => byRole(canvasElement, 'textbox', 'Message Lena Hartmann'));
    await userEvent.click(area);
    await userEvent.keyboard('Bis morgen!{Enter}');
    await waitFor(() =>
      expect(textOf(canvasElement.querySelector('chat-messages'))).toContain('Bis morgen!'),
    );
  },
};
