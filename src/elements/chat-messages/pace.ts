/** A frame that does not come: the page is in the background. */
const longest = 100;

/**
 * One rendering a frame of what comes from outside: a hundred messages a second are not drawn a hundred times. The
 * first one of a frame is not kept waiting, and neither is one that must be there before the frame is painted.
 */
export class Pace {
  #drawn = false;
  #urgent = false;
  #go: (() => void) | undefined;

  /** Before a rendering: something to wait for, if this frame was drawn already. */
  get turn(): Promise<void> | undefined {
    const urgent = this.#urgent;
    this.#urgent = false;
    if (urgent || !this.#drawn || document.visibilityState === 'hidden') return undefined;
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, longest);
      const frame = requestAnimationFrame(() => this.#go?.());
      this.#go = () => {
        clearTimeout(timer);
        cancelAnimationFrame(frame);
        this.#go = undefined;
        resolve();
      };
    });
  }

  /** The next rendering is for this frame; one that waits goes on. */
  hurry(): void {
    if (this.#go) this.#go();
    else this.#urgent = true;
  }

  drew(): void {
    if (this.#drawn) return;
    this.#drawn = true;
    requestAnimationFrame(() => (this.#drawn = false));
  }
}
