import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import { allByRole, byRole, textOf } from '../../test/support/find.js';
import { withWorld, worldOf } from '../world.js';
import { conversation, section, side } from './scene.js';

const meta: Meta = {
  title: 'Scenes/Two people',
  tags: ['!autodocs'],
  loaders: [withWorld()],
  render: (_args, { loaded }) =>
    side(
      worldOf(loaded),
      html`<chat-provider uid="ana">
        <section aria-label="Ana">${conversation({ uid: 'ben' })}</section>
      </chat-provider>`,
      html`<chat-provider uid="ben">
        <section aria-label="Ben">${conversation({ uid: 'ana' })}</section>
      </chat-provider>`,
    ),
};
export default meta;

/** Two providers on one page are two people, live: typing, messages, receipts. */
export const SideBySide: StoryObj = {
  play: async ({ canvasElement }) => {
    const [ana, ben] = [section(canvasElement, 'Ana'), section(canvasElement, 'Ben')];
    const area = await waitFor(() => byRole(ana, 'textbox', 'Message Ben Okafor'));
    await waitFor(() => expect(allByRole(ben, 'article').length).toBeGreaterThan(0));
    await userEvent.click(area);
    await userEvent.keyboard('Is the kiln');
    await waitFor(() => expect(textOf(ben)).toMatch(/Ana.* typing/));
    await userEvent.keyboard(' still warm?{Enter}');
    await waitFor(() =>
      expect(textOf(ben.querySelector('chat-messages'))).toContain('Is the kiln still warm?'),
    );
    await waitFor(() => expect(textOf(ben)).not.toMatch(/typing/));
  },
};
