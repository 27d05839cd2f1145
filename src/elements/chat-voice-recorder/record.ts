import type { DraftFile } from '../../client/draft-types.js';
import { createId } from '../../protocol/create-id.js';

/** A finished recording, and how loud it was over time. */
export interface Recording {
  readonly file: DraftFile & { readonly duration: number };
  /** 0 to 1, oldest first. */
  readonly waveform: readonly number[];
}

/** The microphone while it is open. */
export interface Recorder {
  /** Loudness so far, ten times a second, 0 to 1. */
  readonly levels: readonly number[];
  /** Seconds. */
  readonly seconds: number;
  /** Closes the microphone. Undefined when nothing was recorded. */
  stop(): Promise<Recording | undefined>;
}

// What every browser plays comes first.
const types = ['audio/mp4;codecs=mp4a.40.2', 'audio/webm;codecs=opus', 'audio/ogg;codecs=opus'];
const endings: Readonly<Record<string, string>> = { mp4: 'm4a', webm: 'webm', ogg: 'ogg' };
const interval = 100;
const bars = 40;

/** Asks for the microphone and records; rejects with the browser's `DOMException` where it cannot. */
export async function record(changed: () => void): Promise<Recorder> {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
  try {
    return recordFrom(stream, changed);
  } catch (error) {
    closeMicrophone(stream);
    throw error;
  }
}

function closeMicrophone(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}

function recordFrom(stream: MediaStream, changed: () => void): Recorder {
  const mimeType = types.find((type) => MediaRecorder.isTypeSupported(type));
  const recorder = new MediaRecorder(stream, mimeType ? { mimeType } : {});
  const context = new AudioContext();
  const analyser = context.createAnalyser();
  context.createMediaStreamSource(stream).connect(analyser);

  const samples = new Uint8Array(analyser.fftSize);
  const levels: number[] = [];
  const chunks: Blob[] = [];
  recorder.addEventListener('dataavailable', ({ data }) => chunks.push(data));
  recorder.start();
  const began = performance.now();
  const secondsNow = () => (performance.now() - began) / 1000;
  const timer = setInterval(() => {
    analyser.getByteTimeDomainData(samples);
    levels.push(samples.reduce((most, sample) => Math.max(most, Math.abs(sample - 128)), 0) / 128);
    changed();
  }, interval);

  async function stop(): Promise<Recording | undefined> {
    clearInterval(timer);
    const duration = Math.round(secondsNow() * 10) / 10;
    if (recorder.state !== 'inactive') {
      const ended = new Promise((resolve) => recorder.addEventListener('stop', resolve));
      recorder.stop();
      await ended;
    }
    closeMicrophone(stream);
    void context.close();
    const [type = ''] = recorder.mimeType.split(';');
    const name = `voice-message.${endings[type.replace('audio/', '')] ?? 'audio'}`;
    const file = new File(chunks, name, { type });
    if (file.size === 0) return undefined;
    return { file: { id: createId(), file, duration }, waveform: waveformOf(levels) };
  }

  return {
    levels,
    get seconds() {
      return secondsNow();
    },
    stop,
  };
}

/** The loudest moment of each part. */
function waveformOf(levels: readonly number[]): number[] {
  const count = Math.min(bars, levels.length);
  return Array.from({ length: count }, (_, i) => {
    const from = Math.floor((i / count) * levels.length);
    const to = Math.max(from + 1, Math.floor(((i + 1) / count) * levels.length));
    return Math.round(Math.max(...levels.slice(from, to)) * 100) / 100;
  });
}
