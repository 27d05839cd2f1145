import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import { allByRole, byRole, textOf } from '../../test/support/find.js';
import { answer, withWorld, worldOf } from '../world.js';

const meta: Meta = {
  title: 'Scenes/Two people',
  tags: ['!autodocs'],
  loaders: [withWorld()],
  render: (_args, { loaded }) => html`
    <style>
      .two {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 320px), 1fr));
        gap: 1px;
        block-size: 100vh;
        background: light-dark(#ddd, #333);
      }
      .two section {
        display: flex;
        flex-direction: column;
        min-block-size: 0;
        background: Canvas;
      }
      .two chat-messages {
        flex: 1;
        min-block-size: 0;
      }
    </style>
    <div class="two" @chat-connect=${answer(worldOf(loaded))}>
      <chat-provider uid="ana">
        <section aria-label="Ana">
          <chat-header uid="ben"></chat-header>
          <chat-messages uid="ben"></chat-messages>
          <chat-composer uid="ben"></chat-composer>
        </section>
      </chat-provider>
      <chat-provider uid="ben">
        <section aria-label="Ben">
          <chat-header uid="ana"></chat-header>
          <chat-messages uid="ana"></chat-messages>
          <chat-composer uid="ana"></chat-composer>
        </section>
      </chat-provider>
    </div>
  `,
};
export default meta;

/** Two providers on one page are two people, live: typing, messages, receipts. */
export const SideBySide: StoryObj = {
  play: async ({ canvasElement }) => {
    const [ana, ben] = [...canvasElement.querySelectorAll('section')];
    if (!ana || !ben) throw new Error('two people are missing');
    const area = await waitFor(() => byRole(ana, 'textbox', 'Message Ben Okafor'));
    await waitFor(() => expect(allByRole(ben, 'article').length).toBeGreaterThan(0));
    await userEvent.click(area);
    await userEvent.keyboard('Is the kiln');
    await waitFor(() => expect(textOf(ben)).toMatch(/Ana.* typing/));
    await userEvent.keyboard(' still warm?{Enter}');
    await waitFor(() =>
      expect(textOf(ben.querySelector('chat-messages')!)).toContain('Is the kiln still warm?'),
    );
    await waitFor(() => expect(textOf(ben)).not.toMatch(/typing/));
  },
};
