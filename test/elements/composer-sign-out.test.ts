import { expect } from '@open-wc/testing';
import { ChatError } from '../../src/protocol/errors.js';
import { area, compose, composer, press, settle, type, undo } from '../support/composer.js';
import { allByRole, byRole, textOf } from '../support/find.js';
import { hear, stopHearing } from '../support/microphone.js';
import { waitUntil } from '../support/wait.js';
import { ana, kiln, toBen, useWorld, world } from '../support/world.js';

useWorld('ana');
afterEach(stopHearing);

/** Somebody else at the same page, at once or after a while. */
const ways: Readonly<Record<string, () => Promise<void>>> = {
  'who signs in': () => world.signIn(ana, 'cyd'),
  'who signs in after they have left': async () => {
    await ana.signOut();
    await waitUntil(() => allByRole(composer, 'textbox').length === 0, 'still to be written in');
    await world.signIn(ana, 'cyd');
  },
};

for (const [who, signIn] of Object.entries(ways)) {
  describe(`the composer of somebody else, ${who}`, () => {
    it('hears nothing more of what was being recorded: it waits as a file for who has spoken', async () => {
      const tracks = hear();
      await compose();
      byRole(composer, 'button', 'Record a voice message').focus();
      await press('Enter');
      await waitUntil(() => textOf(composer).includes('0:01'), 'records nothing');
      await signIn();
      await settle();
      await waitUntil(() => tracks.every(({ readyState }) => readyState === 'ended'), 'still open');
      await waitUntil(() => allByRole(composer, 'textbox').length > 0, 'nowhere to write');
      await waitUntil(() => allByRole(composer, 'button', 'Discard recording').length === 0);
      const draft = () => ana.drafts.$draft(toBen).get();
      expect(draft()).to.deep.equal({ text: '', files: [] });
      await ana.signOut();
      await world.signIn(ana, 'ana');
      await waitUntil(() => draft().files.length === 1, 'it is lost');
      expect(draft().files[0]?.file.type).to.match(/^audio/);
    });

    it('says nothing of files that were not taken, and shows no words', async () => {
      await compose();
      composer.accept = 'image/*';
      area.focus();
      await type('Ask <b>');
      composer.addFiles([new File(['x'], 'diary.txt', { type: 'text/plain' })]);
      await waitUntil(() => textOf(composer).includes('diary.txt'), 'not told');
      await signIn();
      await settle();
      expect(area.value).to.equal('');
      expect(textOf(composer)).not.to.include('diary.txt');
      area.focus();
      await undo();
      expect(area.value, 'undone').to.equal('');
    });

    it('has none of the words that could not be given to the outbox', async () => {
      await compose();
      let refuse: (error: ChatError) => void = () => undefined;
      const send = () => new Promise<never>((_, reject) => (refuse = reject));
      const messages = { ...ana.messages, send };
      composer.closest('chat-provider')!.client = { ...ana, messages };
      let told = false;
      composer.addEventListener('chat-error', () => (told = true));
      area.focus();
      await type('From Ana');
      await press('Enter');
      await signIn();
      refuse(new ChatError('offline', 'What this needs could not be loaded.'));
      await waitUntil(() => told, 'not told');
      expect(ana.drafts.$draft(toBen).get()).to.deep.equal({ text: '', files: [] });
    });
  });
}

it('undoing brings nothing of one conversation into another', async () => {
  await compose();
  area.focus();
  await type('For Ben');
  composer.uid = undefined;
  composer.guid = kiln.guid;
  await waitUntil(() => area.placeholder === 'Message Kiln', 'not shown');
  area.focus();
  await undo();
  expect(area.value).to.equal('');
  await type('Kiln');
  await undo();
  await undo();
  expect(area.value).not.to.include('Ben');
  expect(ana.drafts.$draft(kiln).get().text).not.to.include('Ben');
});
