import type { ReactiveControllerHost } from 'lit';

/** Pressed for longer than this, a button is held; otherwise it was tapped. Milliseconds. */
const tap = 400;
/** How far a finger slides, towards the beginning of the line, to cancel. Pixels. */
const far = 80;

interface Ends {
  released(): void;
  cancelled(): void;
}

/** A press that may be held: let go, it ends what it began; slid away, it cancels it; tapped, it does neither. */
export class Hold {
  #host: ReactiveControllerHost & Element;
  #ends: Ends;
  #stop: AbortController | undefined;

  constructor(host: ReactiveControllerHost & Element, ends: Ends) {
    this.#host = host;
    this.#ends = ends;
  }

  get held(): boolean {
    return this.#stop !== undefined;
  }

  begin({ clientX, timeStamp, pointerId }: PointerEvent): void {
    this.end();
    const stop = new AbortController();
    this.#stop = stop;
    const back = this.#host.matches(':dir(rtl)') ? 1 : -1;
    const on = (
      type: 'pointermove' | 'pointerup' | 'pointercancel',
      act: (e: PointerEvent) => void,
    ) => addEventListener(type, (event) => event.pointerId === pointerId && act(event), stop);
    on('pointermove', (event) => {
      if ((event.clientX - clientX) * back < far) return;
      this.end();
      this.#ends.cancelled();
    });
    on('pointerup', (event) => {
      this.end();
      if (event.timeStamp - timeStamp >= tap) this.#ends.released();
    });
    on('pointercancel', () => this.end());
    this.#host.requestUpdate();
  }

  end(): void {
    if (!this.#stop) return;
    this.#stop.abort();
    this.#stop = undefined;
    this.#host.requestUpdate();
  }
}
