import type { Aim, Scroller } from './scroller.js';

interface Way {
  readonly scroller: Scroller;
  readonly aim: Aim;
  /** Ended by whoever goes elsewhere. */
  readonly gliding: AbortController;
  done(): void;
}

export type Glide = (way: Way) => void;

/** Milliseconds in which what is left becomes a third of it. */
const pace = 70;

/**
 * Goes somewhere so that the eye can follow, in steps that the scroller owns like every other change of place. At once
 * where that is farther than two views, or motion is not wanted. Whatever the reader does ends it where it is.
 */
export const glide: Glide = ({ scroller, aim, gliding, done }) => {
  const { box } = scroller;
  const { signal } = gliding;
  if (signal.aborted) return;
  const arrive = () => {
    scroller.to(aim);
    gliding.abort();
  };
  signal.addEventListener('abort', done, { once: true });
  const still =
    document.visibilityState === 'hidden' || matchMedia('(prefers-reduced-motion: reduce)').matches;
  if (still || Math.abs(scroller.left(aim)) > 2 * box.clientHeight) {
    arrive();
    return;
  }
  for (const type of ['wheel', 'touchstart', 'pointerdown', 'keydown']) {
    box.addEventListener(type, () => gliding.abort(), { signal, passive: true });
  }
  let last = performance.now();
  const step = (now: number) => {
    if (signal.aborted) return;
    if (aim !== 'end' && !aim.row.isConnected) {
      gliding.abort();
      return;
    }
    const left = scroller.left(aim);
    const part = left * (1 - Math.exp((last - now) / pace));
    last = now;
    if (Math.abs(left) < 2 || !scroller.by(Math.sign(left) * Math.max(1, Math.abs(part)))) arrive();
    else requestAnimationFrame(step);
  };
  requestAnimationFrame(step);
};
