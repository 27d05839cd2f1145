import type { Attachment } from '../../../protocol/records.js';
import { pictures } from './pictures.js';

/** A file that somebody sends: what the message says of it, and its bytes. */
export interface SeedFile {
  readonly type: 'image' | 'file' | 'audio';
  readonly attachment: Omit<Attachment, 'url'>;
  readonly data: ArrayBuffer;
}

const texts: Readonly<
  Record<string, { readonly name: string; readonly mimeType: string; readonly text: string }>
> = {
  prices: {
    name: 'open-studio-prices.csv',
    mimeType: 'text/csv',
    text: 'piece,maker,price\nbig plate,Ana,180\nblue bowl no. 11,優,64\npotato mug,Chiara,38\ntall vase,Ben,95\nfirst bowl,Noor,30\n',
  },
  invoice: {
    name: 'invoice-2031.txt',
    mimeType: 'text/plain',
    text: 'Invoice 2031\n\nTwelve bowls, glazed, number 11   768.00\nPacking                            24.00\n\nThank you!\n',
  },
};

/** How loud the recording is in each of forty parts, 0 to 1. */
export function loudness(sound: ArrayBuffer): number[] {
  const samples = new Uint8Array(sound, 44);
  const part = Math.max(1, Math.floor(samples.length / 40));
  return Array.from({ length: 40 }, (_, i) => {
    const peak = samples
      .subarray(i * part, (i + 1) * part)
      .reduce((most, sample) => Math.max(most, Math.abs(sample - 128)), 0);
    return Math.round((peak / 54) * 100) / 100;
  });
}

export function seedFile(kind: 'image' | 'file' | 'voice', what: string): SeedFile {
  if (kind === 'image') {
    const picture = pictures[what];
    if (!picture) throw new TypeError(`There is no picture "${what}".`);
    const { name, alt, width, height, svg } = picture;
    return file('image', { name, mimeType: 'image/svg+xml', alt, width, height }, encode(svg));
  }
  if (kind === 'voice') {
    const duration = Number(what);
    return file(
      'audio',
      { name: 'voice-message.wav', mimeType: 'audio/wav', duration },
      drawVoice(duration),
    );
  }
  const text = texts[what];
  if (!text) throw new TypeError(`There is no file "${what}".`);
  return file('file', { name: text.name, mimeType: text.mimeType }, encode(text.text));
}

function file(
  type: SeedFile['type'],
  about: Omit<Attachment, 'url' | 'size'>,
  data: ArrayBuffer,
): SeedFile {
  return { type, attachment: { ...about, size: data.byteLength }, data };
}

function encode(text: string): ArrayBuffer {
  const bytes = new TextEncoder().encode(text);
  return bytes.buffer;
}

/** Not words, but the melody of someone who tells a story: 8 bits, 6 kHz, so that it stays small. */
function drawVoice(seconds: number): ArrayBuffer {
  const rate = 6000;
  const length = rate * seconds;
  const data = new ArrayBuffer(44 + length);
  const view = new DataView(data);
  const write = (at: number, text: string) => {
    for (let i = 0; i < text.length; i++) view.setUint8(at + i, text.charCodeAt(i));
  };
  write(0, 'RIFF');
  view.setUint32(4, 36 + length, true);
  write(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, rate, true);
  view.setUint32(28, rate, true);
  view.setUint16(32, 1, true);
  view.setUint16(34, 8, true);
  write(36, 'data');
  view.setUint32(40, length, true);
  let phase = 0;
  for (let i = 0; i < length; i++) {
    const time = i / rate;
    const syllable = Math.max(0, Math.sin(time * 19 + 2 * Math.sin(time * 1.7)));
    const sentence = Math.sin(time * 1.15) > -0.75 ? 1 : 0;
    const zeal = 0.25 + 0.75 * Math.abs(Math.sin(time * 0.47 + 0.6) * Math.cos(time * 0.83));
    phase += (2 * Math.PI * (185 + 35 * Math.sin(time * 2.3) + 12 * Math.sin(time * 7.1))) / rate;
    const tone = Math.sin(phase) + 0.5 * Math.sin(2 * phase) + 0.3 * Math.sin(5 * phase);
    view.setUint8(44 + i, 128 + Math.round(30 * tone * zeal * syllable * sentence));
  }
  return data;
}
