// Whoever's list it is in, a page is heard as one.
let heard: HTMLMediaElement | undefined;

/** What was heard before stops (B91). */
export function hearAlone(media: HTMLMediaElement): void {
  if (heard !== media) heard?.pause();
  heard = media;
}

/** For a player that a template draws. */
export function onPlay({ currentTarget }: Event): void {
  hearAlone(currentTarget as HTMLMediaElement);
}
