import type { ReactiveController, ReactiveControllerHost } from 'lit';

const delay = 450;
const tolerance = 10;

/** A finger that rests: iOS fires no `contextmenu` for it. */
export class LongPress implements ReactiveController {
  #run: (event: PointerEvent) => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #from = { x: 0, y: 0 };
  #fired = false;

  constructor(host: ReactiveControllerHost, run: (event: PointerEvent) => void) {
    this.#run = run;
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }

  down(event: PointerEvent): void {
    this.#fired = false;
    clearTimeout(this.#timer);
    if (event.pointerType !== 'touch') return;
    this.#from = { x: event.clientX, y: event.clientY };
    this.#timer = setTimeout(() => {
      this.#fired = true;
      this.#run(event);
    }, delay);
  }

  move(event: PointerEvent): void {
    const { x, y } = this.#from;
    if (Math.hypot(event.clientX - x, event.clientY - y) > tolerance) this.end();
  }

  end(): void {
    clearTimeout(this.#timer);
  }

  /** What opened has the focus, and keeps it when the finger is lifted. */
  mousedown(event: Event): void {
    if (this.#fired) event.preventDefault();
  }

  /** Whether the click that just came ended a long press, and means nothing. */
  takesClick(): boolean {
    const fired = this.#fired;
    this.#fired = false;
    return fired;
  }
}
