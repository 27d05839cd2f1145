import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import { below, byRole, textOf } from '../test/support/find.js';
import { still } from '../test/support/still.js';
import { pane } from './pane.js';
import { withWorld, worldOf } from './world.js';

const meta: Meta = {
  title: 'Elements/chat-search',
  component: 'chat-search',
  loaders: [withWorld()],
  render: (_args, { loaded }) =>
    pane(worldOf(loaded).client, html`<chat-search guid="kiln"></chat-search>`, '380px'),
};
export default meta;
type Story = StoryObj;

/** What is searched for is marked where it was found. */
export const Found: Story = {
  play: async ({ canvasElement }) => {
    await userEvent.click(await waitFor(() => byRole(canvasElement, 'textbox', /^Search/)));
    await userEvent.keyboard('glaze');
    const marks = () => [...below(canvasElement)].filter((one) => one.matches('mark'));
    await waitFor(() => expect(marks().length).toBeGreaterThan(2));
    await expect(new Set(marks().map((mark) => mark.textContent.toLowerCase()))).toEqual(
      new Set(['glaze']),
    );
    await still();
  },
};

/** Without a word: what carries an address. */
export const Links: Story = {
  render: (_args, { loaded }) =>
    pane(worldOf(loaded).client, html`<chat-search everywhere kind="link"></chat-search>`, '380px'),
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(textOf(canvasElement)).toContain('https://'));
    await still();
  },
};

export const Idle: Story = {};

export const Nothing: Story = {
  render: (_args, { loaded }) =>
    pane(
      worldOf(loaded).client,
      html`<chat-search guid="kiln" search="unobtainium"></chat-search>`,
      '320px',
    ),
};

export const RightToLeft: Story = { ...Links, globals: { language: 'ar' } };
