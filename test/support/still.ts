import { below } from './find.js';

/** Waits until nothing moves or fades, in any shadow root: half-faded text has half its contrast. */
export async function still(): Promise<void> {
  const roots = [...below(document)].flatMap(({ shadowRoot }) => shadowRoot ?? []);
  const ending = [document, ...roots]
    .flatMap((root) => root.getAnimations())
    .filter((animation) => animation.effect?.getComputedTiming().endTime !== Infinity);
  await Promise.allSettled(ending.map((animation) => animation.finished));
}
