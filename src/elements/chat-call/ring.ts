import { openTones } from '../tones.js';

/** A tone that rings until it is stopped. */
export interface Ring {
  stop(): void;
}

/** Two soft notes for who is called, one low note for who calls, again and again. */
export function startRing(kind: 'incoming' | 'outgoing'): Ring {
  const tones = openTones();
  if (!tones) return { stop: () => undefined };
  const notes = kind === 'incoming' ? [659, 880] : [440];
  const ring = () => tones.play(notes);
  ring();
  const timer = setInterval(ring, kind === 'incoming' ? 2000 : 3500);
  return {
    stop() {
      clearInterval(timer);
      tones.close();
    },
  };
}
