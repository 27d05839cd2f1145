/** Notes by Web Audio alone: nothing to load, and silent until somebody has touched the page. */
export interface Tones {
  /** @param notes frequencies, one after the other */
  play(notes: readonly number[]): void;
  close(): void;
}

/** Seconds from note to note, and until one has faded. */
const step = 0.22;
const fade = 0.7;

/** Undefined where nothing may be heard. */
export function openTones(): Tones | undefined {
  if (!('AudioContext' in globalThis) || !navigator.userActivation?.hasBeenActive) return undefined;
  const context = new AudioContext();
  return {
    play(notes) {
      notes.forEach((frequency, i) => {
        const at = context.currentTime + i * step;
        const tone = new OscillatorNode(context, { type: 'sine', frequency });
        const volume = new GainNode(context, { gain: 0 });
        volume.gain.setValueAtTime(0, at);
        volume.gain.linearRampToValueAtTime(0.12, at + 0.03);
        volume.gain.exponentialRampToValueAtTime(0.0001, at + fade);
        tone.connect(volume).connect(context.destination);
        tone.start(at);
        tone.stop(at + fade + 0.05);
      });
    },
    close: () => void context.close(),
  };
}

/** Once, and done. */
export function chime(notes: readonly number[]): void {
  const tones = openTones();
  if (!tones) return;
  tones.play(notes);
  setTimeout(tones.close, (notes.length * step + fade + 0.1) * 1000);
}
