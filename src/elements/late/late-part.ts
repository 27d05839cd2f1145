import type { LitElement, ReactiveController } from 'lit';
import { shownAfter, type Late } from '../../client/late.js';
import { tellFailure } from './tell-failure.js';

/** What an element has besides what it shows first. It is loaded a moment after that, or when somebody needs it. */
export class LatePart<Given, Part> implements ReactiveController {
  /** Undefined until it is loaded. */
  now: Part | undefined;
  /** It could not be had; whoever needs it tries again. */
  failed = false;

  #host: LitElement;
  #late: Late<new (given: Given) => Part>;

  constructor(host: LitElement, late: Late<new (given: Given) => Part>, given: Given) {
    this.#host = host;
    this.#late = late;
    host.addController(this);
    late.follow((Part) => {
      this.now = new Part(given);
      host.requestUpdate();
    });
  }

  hostConnected(): void {
    setTimeout(this.load, shownAfter);
    // Somebody needs it, or will: also where it could not be had before.
    for (const near of ['pointerenter', 'focusin']) this.#host.addEventListener(near, this.load);
  }

  load = (): void => {
    this.#late.load().catch(() => {
      // Once: a rendering that asks for it again would have no end.
      if (!this.failed) this.#host.requestUpdate();
      this.failed = true;
    });
  };

  /** Does it with the part, at once where that is there. Where it cannot be had, `operation` has failed. */
  with(act: (part: Part) => void, operation = this.#host.localName): void {
    if (this.now) return act(this.now);
    const doing = this.#late.run(() => this.now && act(this.now));
    tellFailure(this.#host, operation, doing);
  }
}
