import { expect } from '@open-wc/testing';
import {
  area,
  arrived,
  compose,
  composer,
  press,
  push,
  settle,
  type,
} from '../support/composer.js';
import { allByRole, byRole } from '../support/find.js';
import { hear, hearThrough, stopHearing } from '../support/microphone.js';
import { ana, kiln, toBen, useWorld } from '../support/world.js';
import { waitUntil } from '../support/wait.js';

const mic = 'Record a voice message';
const shows = (name: string) => allByRole(composer, 'button', name).length > 0;
const shown = (name: string) => waitUntil(() => shows(name), `no button "${name}"`);
const panel = () => byRole(composer, 'group', 'Voice message');
/** How many bars show how loud it is. */
const bars = () =>
  [...panel().querySelectorAll('.wave path')].flatMap(
    (path) => path.getAttribute('d')?.match(/M/g) ?? [],
  ).length;
const stopIsReady = () =>
  waitUntil(
    () => shows('Stop recording') && panel().ariaBusy === 'false',
    'the microphone did not open',
  );

/** Begins as the keyboard does. */
async function speak(): Promise<void> {
  byRole(composer, 'button', mic).focus();
  await press('Enter');
  await stopIsReady();
}

useWorld('ana');
afterEach(stopHearing);

describe('chat-voice-recorder', () => {
  it('B81: records, lets one hear it first, and sends it with its length and loudness', async () => {
    const tracks = hear();
    await compose();
    await speak();
    expect(allByRole(composer, 'textbox')).to.have.length(0);
    await waitUntil(() => bars() > 5, 'no live level');
    await waitUntil(() => panel().textContent?.includes('0:01'), 'time stands still');
    await expect(composer).to.be.accessible();
    push('Stop recording');
    await shown('Play voice message');
    expect(tracks.every(({ readyState }) => readyState === 'ended')).to.be.true;
    await expect(composer).to.be.accessible();
    // The focus is on Send.
    await press('Enter');
    await settle();
    const [message] = await arrived(toBen, 1);
    expect(message?.type).to.equal('audio');
    expect(message?.metadata?.['audioType']).to.equal('voice_note');
    expect(message?.metadata?.['waveform']).to.have.length.greaterThan(5);
    const [attachment] = message?.attachments ?? [];
    expect(attachment?.duration).to.be.within(0.5, 8);
    expect(attachment?.mimeType).to.match(/^audio\//);
    expect(attachment?.size).to.be.greaterThan(0);
    expect(area.matches(':focus')).to.be.true;
  });

  it('closes the microphone again where the browser cannot record after all', async () => {
    const tracks = hear();
    await compose();
    const able = globalThis.MediaRecorder;
    globalThis.MediaRecorder = class {
      static isTypeSupported = () => false;
      constructor() {
        throw new DOMException('Not here.', 'NotSupportedError');
      }
    } as unknown as typeof MediaRecorder;
    try {
      byRole(composer, 'button', mic).focus();
      await press('Enter');
      await waitUntil(() => allByRole(composer, 'alert').length > 0, 'nothing is said');
    } finally {
      globalThis.MediaRecorder = able;
    }
    expect(tracks.map(({ readyState }) => readyState)).to.deep.equal(['ended']);
  });

  it('B81: Escape throws it away, closes the microphone and gives the text back', async () => {
    const tracks = hear();
    await compose();
    await speak();
    await press('Escape');
    await settle();
    await waitUntil(() => area.matches(':focus'), 'no focus');
    await waitUntil(() => tracks.every(({ readyState }) => readyState === 'ended'), 'still open');
    expect(ana.line.asked.filter(({ name }) => name === 'message.send')).to.have.length(0);
    expect(ana.drafts.$draft(toBen).get().files).to.have.length(0);
  });

  it('B81: a microphone that is refused is explained, with a way back', async () => {
    hearThrough(() => Promise.reject(new DOMException('Permission denied', 'NotAllowedError')));
    await compose();
    push(mic);
    await waitUntil(() => allByRole(composer, 'alert').length > 0, 'nothing is said');
    expect(byRole(composer, 'alert').textContent).to.contain('microphone');
    push('Close');
    await settle();
    expect(shows(mic)).to.be.true;
  });

  it('B81: a recording left for another conversation waits as a file where it was spoken', async () => {
    const tracks = hear();
    await compose();
    await speak();
    await waitUntil(() => panel().textContent?.includes('0:01'), 'time stands still');
    composer.uid = undefined;
    composer.guid = kiln.guid;
    await waitUntil(() => ana.drafts.$draft(toBen).get().files.length === 1, 'nothing was kept');
    expect(tracks.every(({ readyState }) => readyState === 'ended')).to.be.true;
    expect(ana.drafts.$draft(kiln).get().files).to.have.length(0);
    await settle();
    const { litIssuedWarnings = [] } = globalThis as { litIssuedWarnings?: Iterable<string> };
    const twice = [...litIssuedWarnings].filter((text) => /composer scheduled/.test(text));
    expect(twice, 'drawn twice').to.deep.equal([]);
  });

  it('B81: held, it ends when let go; slid to the side, it is cancelled', async () => {
    hear();
    await compose();
    const pointer = (name: string, clientX = 300) =>
      new PointerEvent(name, { pointerId: 7, clientX, bubbles: true, composed: true });
    byRole(composer, 'button', mic).dispatchEvent(pointer('pointerdown'));
    await stopIsReady();
    expect(panel().textContent).to.contain('Slide to cancel');
    dispatchEvent(pointer('pointermove', 200));
    await settle();
    byRole(composer, 'button', mic).dispatchEvent(pointer('pointerdown'));
    await stopIsReady();
    await waitUntil(() => panel().textContent?.includes('0:01'), 'time stands still');
    dispatchEvent(pointer('pointerup'));
    await shown('Play voice message');
    push('Discard recording');
    await settle();
  });

  it('B81: the button makes room once something is written', async () => {
    hear();
    await compose();
    expect(shows(mic)).to.be.true;
    area.focus();
    await type('a');
    await composer.updateComplete;
    expect(shows(mic)).to.be.false;
  });
});
