import { expect } from '@open-wc/testing';
import { compose, composer, push, settle } from '../support/composer.js';
import { allByRole, byRole, textOf } from '../support/find.js';
import { hear, stopHearing } from '../support/microphone.js';
import { waitUntil } from '../support/wait.js';
import { asksAgain, withhold } from '../support/withhold.js';
import { useWorld } from '../support/world.js';

const parts = {
  Emoji: 'elements/chat-emoji-picker/chat-emoji-picker',
  'Add photos or files': 'elements/chat-menu/chat-menu',
  'Record a voice message': 'elements/chat-voice-recorder/chat-voice-recorder',
} as const;
/** What opens with each of them. */
const opened = {
  Emoji: () => allByRole(composer, 'textbox', 'Search emoji').length > 0,
  'Add photos or files': () => allByRole(composer, 'menuitem').length > 0,
  'Record a voice message': () => allByRole(composer, 'button', 'Stop recording').length > 0,
};
const release = withhold(...Object.values(parts));

useWorld('ana');
afterEach(stopHearing);

/** First in its page: none of it is loaded yet. */
describe('what a button of the composer opens and cannot be had', () => {
  it('is the page’s to tell where it prevents the event', async () => {
    await compose();
    let told = '';
    composer.addEventListener('chat-error', (event) => {
      event.preventDefault();
      told = event.detail.operation;
    });
    push('Emoji');
    await waitUntil(() => told === 'emoji', 'not told');
    await settle();
    expect(allByRole(composer, 'alert')).to.have.length(0);
  });

  for (const name of Object.keys(parts) as (keyof typeof parts)[]) {
    it(`is told to whoever pressed it, who can try again: ${name}`, async () => {
      hear();
      await compose();
      const notes = () => allByRole(composer, 'alert').map(textOf);
      push(name);
      await waitUntil(() => notes().length > 0, 'nothing is said');
      expect(notes()).to.deep.equal([
        'This could not be loaded. If it goes on, reload the page. Try again',
      ]);
      expect(allByRole(composer, 'textbox')).to.have.length(1);
      await expect(composer).to.be.accessible();
      if (!asksAgain) return;
      await release(parts[name]);
      byRole(composer, 'button', 'Try again').click();
      await waitUntil(opened[name], 'never there');
      await waitUntil(() => notes().length === 0, 'it still says so');
    });
  }
});
