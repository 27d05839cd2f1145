import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { LitElement } from 'lit';
import type { MessageItem } from '../../src/client/types.js';
import { renderAttachments } from '../../src/elements/chat-message/media/attachments.js';
import type { MessageHost } from '../../src/elements/chat-message/message-host.js';
import { VoicePlayer } from '../../src/elements/chat-message/media/voice-player.js';
import { define } from '../../src/lit/define.js';
import { Localize } from '../../src/lit/localize.js';
import type { Attachment } from '../../src/protocol/records.js';
import { ana, useWorld } from '../support/world.js';
import { waitUntil } from '../support/wait.js';

/** Two seconds of silence: 8 bits, 8 kHz. */
function silence(name: string): Attachment {
  const length = 16_000;
  const header = [0x46464952, 36 + length, 0x45564157, 0x20746d66, 16, 0x10001, 8000, 8000];
  const words = new Uint32Array([...header, 0x80001, 0x61746164, length]);
  const bytes = new Uint8Array(44 + length).fill(128);
  bytes.set(new Uint8Array(words.buffer));
  const url = `data:audio/wav;base64,${btoa(String.fromCharCode(...bytes))}`;
  return { url, name, mimeType: 'audio/wav', size: bytes.length, duration: 2 };
}

class SoundHost extends LitElement {
  readonly localize = new Localize(this);
}
define('sound-host', SoundHost);

describe('VoicePlayer', () => {
  let player: VoicePlayer;

  useWorld('ana');
  beforeEach(async () => {
    player = new VoicePlayer();
    // Browsers play only after the reader has touched the page.
    const button = await fixture<HTMLElement>(html`<button>Play</button>`);
    button.focus();
    await sendKeys({ press: 'Enter' });
  });
  afterEach(() => player.stop());

  // Where no sound can come out, Firefox is at the end at once.
  const plays = () => waitUntil(() => player.position > 0, 'it is silent', 5);

  it('B91: one recording plays at a time; the same one pauses and goes on', async () => {
    player.toggle(ana, 'one', silence('one'));
    await plays();
    player.toggle(ana, 'two', silence('two'));
    expect(player.id).to.equal('two');
    await plays();
    player.toggle(ana, 'two', silence('two'));
    expect(player.playing).to.be.false;
    const at = player.position;
    player.toggle(ana, 'two', silence('two'));
    await plays();
    expect(player.position).to.be.at.least(at);
  });

  it('B91: what is heard of a file stops when a recording begins, and the other way round', async () => {
    const item = { message: { type: 'audio', attachments: [silence('song')] } };
    const host = { client: ana, localize: new SoundHost().localize };
    const drawn = renderAttachments(item as unknown as MessageItem, host as unknown as MessageHost);
    const song = (await fixture<HTMLElement>(html`<div>${drawn}</div>`)).querySelector('audio')!;
    await waitUntil(() => song.src, 'no address');
    // Where no sound can come out, Firefox is at the end at once.
    song.loop = true;
    await song.play();
    player.toggle(ana, 'one', silence('one'));
    await plays();
    expect(song.paused).to.be.true;
    await song.play();
    await waitUntil(() => !player.playing, 'both are heard');
    expect(song.paused).to.be.false;
    song.pause();
  });

  it('B91: the speed is kept for the next recording, and comes round', async () => {
    let told = 0;
    player.addEventListener('change', () => told++);
    player.toggle(ana, 'one', silence('one'));
    player.faster();
    expect(player.speed).to.equal(1.5);
    expect(told).to.be.greaterThan(0);
    await plays();
    player.toggle(ana, 'two', silence('two'));
    await plays();
    expect(player.speed).to.equal(1.5);
    player.faster();
    player.faster();
    expect(player.speed).to.equal(1);
  });
});
