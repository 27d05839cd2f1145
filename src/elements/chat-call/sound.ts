import { tellFailure } from '../late/tell-failure.js';

type Kind = 'incoming' | 'outgoing';

/** What is to be heard of a call, loaded when it is first to be heard; the page is told of what cannot be had. */
export interface Sound {
  /** @param id the call that rings; undefined for silence */
  play(kind: Kind, id: string | undefined): void;
}

export function createSound(host: HTMLElement): Sound {
  let playing: string | undefined;
  let stop: () => void = () => undefined;

  return {
    play(kind, id) {
      const key = id && `${kind} ${id}`;
      if (key === playing) return;
      playing = key;
      stop();
      stop = () => undefined;
      if (key === undefined) return;
      const ringing = import('./ring.js').then(({ startRing }) => {
        if (playing === key) stop = startRing(kind).stop;
      });
      tellFailure(host, 'chat-call', ringing);
    },
  };
}
