/** A frame that does not come: the page is in the background. Milliseconds. */
const longest = 100;
/** So many frames in a row drawn for what comes: more of it than anyone can read. */
const flood = 6;
/** Then one rendering in so many frames. */
const sparse = 3;

/**
 * One rendering a frame of what comes from outside, and one in three frames of what does not cease to come: a hundred
 * messages a second are not drawn a hundred times. The first one of a frame is not kept waiting, and neither is one
 * that must be there before the frame is painted.
 */
export class Pace {
  /** Frames until the next rendering is not kept waiting. */
  #wait = 0;
  /** Frames on end that were drawn. */
  #streak = 0;
  #urgent = false;
  #go: (() => void) | undefined;

  /** Before a rendering: something to wait for, if it is too early. */
  get turn(): Promise<void> | undefined {
    const urgent = this.#urgent;
    this.#urgent = false;
    if (urgent || this.#wait === 0 || document.visibilityState === 'hidden') return undefined;
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.#go?.(), longest);
      this.#go = () => {
        clearTimeout(timer);
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

  /** The next rendering is for the next frame, however much comes: before it, an answer may be there to be drawn with it. */
  soon(): void {
    if (this.#wait === 0) requestAnimationFrame(this.#frame);
    this.#wait = 1;
  }

  drew(): void {
    if (this.#wait > 0) return;
    this.#wait = this.#streak < flood ? 1 : sparse;
    requestAnimationFrame(this.#frame);
  }

  #frame = () => {
    this.#wait--;
    if (this.#wait > 0) return void requestAnimationFrame(this.#frame);
    // Someone waits already: this frame is drawn as well.
    this.#streak = this.#go ? this.#streak + 1 : 0;
    this.#go?.();
  };
}
