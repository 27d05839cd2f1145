/** A tone that rings, by Web Audio alone: nothing to load, and silent until somebody has touched the page. */
export interface Ring {
  stop(): void;
}

/** Two soft notes for who is called, one low note for who calls, again and again. */
export function startRing(kind: 'incoming' | 'outgoing'): Ring {
  if (!('AudioContext' in globalThis) || !navigator.userActivation?.hasBeenActive)
    return { stop: () => undefined };
  const context = new AudioContext();
  const notes = kind === 'incoming' ? [659, 880] : [440];
  const pause = kind === 'incoming' ? 2000 : 3500;

  function sound(): void {
    notes.forEach((frequency, i) => {
      const at = context.currentTime + i * 0.22;
      const tone = new OscillatorNode(context, { type: 'sine', frequency });
      const volume = new GainNode(context, { gain: 0 });
      volume.gain.setValueAtTime(0, at);
      volume.gain.linearRampToValueAtTime(0.12, at + 0.03);
      volume.gain.exponentialRampToValueAtTime(0.0001, at + 0.7);
      tone.connect(volume).connect(context.destination);
      tone.start(at);
      tone.stop(at + 0.75);
    });
  }

  sound();
  const timer = setInterval(sound, pause);
  return {
    stop() {
      clearInterval(timer);
      void context.close();
    },
  };
}
