import { hearAlone } from '../one-sound.js';

/** Plays one recording that is not sent yet. */
export class Playback {
  #changed: () => void;
  #audio: HTMLAudioElement | undefined;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  get playing(): boolean {
    return this.#audio !== undefined && !this.#audio.paused;
  }
  /** Seconds. */
  get position(): number {
    return this.#audio?.currentTime ?? 0;
  }

  toggle(file: File): void {
    if (this.playing) return this.#audio?.pause();
    this.#audio ??= this.#open(file);
    // Refused, or not playable here: the button goes on saying "play".
    this.#audio.play().catch(this.#changed);
  }

  stop(): void {
    if (!this.#audio) return;
    this.#audio.pause();
    URL.revokeObjectURL(this.#audio.src);
    this.#audio = undefined;
  }

  #open(file: File): HTMLAudioElement {
    const audio = new Audio(URL.createObjectURL(file));
    for (const type of ['play', 'pause', 'timeupdate', 'error'])
      audio.addEventListener(type, this.#changed);
    audio.addEventListener('play', () => hearAlone(audio));
    audio.addEventListener('ended', () => {
      audio.currentTime = 0;
      this.#changed();
    });
    return audio;
  }
}
