import type { ReactiveController, ReactiveControllerHost } from 'lit';

interface Identified {
  readonly id: string;
}

/** How long a pointer that rests on the rows keeps their order: longer, and nobody is about to press. */
const patience = 3000;
/** A touch ends before its click. */
const clickDelay = 300;

/**
 * The items in the order that was on screen: what is known keeps its place, what came in between waits, what came
 * after the last one is appended.
 */
export function steady<T extends Identified>(order: readonly string[], items: readonly T[]): T[] {
  const byId = new Map(items.map((item) => [item.id, item]));
  const known = new Set(order);
  const kept = order.map((id) => byId.get(id)).filter((item) => item !== undefined);
  let end = items.length;
  while (end > 0 && !known.has(items[end - 1]?.id ?? '')) end--;
  return [...kept, ...items.slice(end)];
}

/** While a pointer is on the rows they do not change places under it: a click always hits what was aimed at. */
export class OrderHold implements ReactiveController {
  #host: ReactiveControllerHost;
  #order: readonly string[] | undefined;
  #shown: readonly Identified[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param shown what is on show already */
  constructor(host: ReactiveControllerHost, shown: readonly Identified[]) {
    this.#host = host;
    this.#shown = shown;
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#order = undefined;
  }

  /** What to show of these items now. */
  arrange<T extends Identified>(items: readonly T[]): readonly T[] {
    const shown = this.#order ? steady(this.#order, items) : items;
    this.#shown = shown;
    return shown;
  }

  /** The rows show something else altogether. */
  reset(): void {
    this.#order = undefined;
  }

  /** A pointer came, moved or went down. */
  keep(): void {
    this.#order ??= this.#shown.map((item) => item.id);
    this.#releaseIn(patience);
  }

  /** The pointer went away. */
  release(): void {
    if (this.#order) this.#releaseIn(clickDelay);
  }

  #releaseIn(delay: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#order = undefined;
      this.#host.requestUpdate();
    }, delay);
  }
}
