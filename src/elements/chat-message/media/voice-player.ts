import type { ChatClient } from '../../../client/types.js';
import type { Attachment } from '../../../protocol/records.js';
import { hearAlone } from '../../one-sound.js';
import type { MessageHost } from '../message-host.js';

const speeds: readonly number[] = [1, 1.5, 2];

/**
 * Plays one recording at a time. The sound belongs to the list, not to a row, so it goes on when its row is scrolled
 * away or rendered anew. Fires `change`.
 */
export class VoicePlayer extends EventTarget {
  /** Id of the message whose recording is loaded. */
  id: string | undefined;

  /** Of all recordings, until it is changed. */
  speed = 1;

  #audio: HTMLAudioElement | undefined;
  #release: (() => void) | undefined;
  #timer: ReturnType<typeof setInterval> | undefined;

  get playing(): boolean {
    return this.#audio !== undefined && !this.#audio.paused;
  }
  /** Seconds. */
  get position(): number {
    return this.#audio?.currentTime ?? 0;
  }

  toggle(client: ChatClient, id: string, attachment: Attachment, at = 0): void {
    if (this.id !== id) {
      this.stop();
      this.#load(client, id, attachment, at);
    } else if (this.playing) this.#audio?.pause();
    else this.#play();
  }

  seek(seconds: number): void {
    if (this.#audio) this.#audio.currentTime = seconds;
    this.#changed();
  }

  /** The next speed, and after the last the first. */
  faster(): void {
    this.speed = speeds[(speeds.indexOf(this.speed) + 1) % speeds.length] ?? 1;
    if (this.#audio) this.#audio.playbackRate = this.speed;
    this.#changed();
  }

  stop(): void {
    this.#audio?.pause();
    this.#audio = undefined;
    this.#release?.();
    this.#release = undefined;
    this.id = undefined;
    this.#changed();
  }

  #load(client: ChatClient, id: string, attachment: Attachment, at: number): void {
    const audio = new Audio();
    this.#audio = audio;
    this.id = id;
    for (const event of ['play', 'pause', 'ended', 'error']) {
      audio.addEventListener(event, () => this.#changed());
    }
    audio.addEventListener('play', () => hearAlone(audio));
    audio.addEventListener('loadedmetadata', () => {
      audio.playbackRate = this.speed;
      if (at > 0) audio.currentTime = at;
    });
    this.#release = client.files.$url(attachment).subscribe((url) => {
      if (!url || audio.src) return;
      audio.src = url;
      this.#play();
    });
  }

  #play(): void {
    // Refused until the reader has touched the page; the button then still says "play".
    this.#audio?.play().catch(() => this.#changed());
  }

  #changed(): void {
    clearInterval(this.#timer);
    if (this.playing) this.#timer = setInterval(() => this.#tell(), 100);
    this.#tell();
  }

  #tell(): void {
    this.dispatchEvent(new Event('change'));
  }
}

const players = new WeakMap<MessageHost, VoicePlayer>();

/** One for all rows of a list. */
export function playerOf(host: MessageHost): VoicePlayer {
  let player = players.get(host);
  if (!player) players.set(host, (player = new VoicePlayer()));
  return player;
}
