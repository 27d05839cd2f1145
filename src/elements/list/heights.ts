/** Where each row of a list begins, in pixels: as measured where it was in view once, else as the last one was. */
export class ListHeights {
  /** Before anything was measured. */
  usual = 68;
  #keys: readonly string[] = [];
  #known = new Map<string, number>();
  /** One more than there are rows: the last is where the list ends. */
  #starts: readonly number[] = [0];
  #stale = false;

  get keys(): readonly string[] {
    return this.#keys;
  }
  set keys(keys: readonly string[]) {
    this.#keys = keys;
    this.#stale = true;
  }
  get total(): number {
    return this.#all.at(-1) ?? 0;
  }

  start(index: number): number {
    return this.#all[index] ?? this.total;
  }

  /** Index of the row at `y`, or the nearest there is. */
  at(y: number): number {
    const starts = this.#all;
    let [low, high] = [0, Math.max(0, starts.length - 2)];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= y) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** True when it has another height than was thought. */
  measure(key: string, height: number): boolean {
    const before = this.#known.get(key);
    if (height <= 0 || (before !== undefined && Math.abs(before - height) < 0.5)) return false;
    this.#known.set(key, height);
    const same = before === undefined && Math.abs(this.usual - height) < 0.5;
    this.usual = height;
    this.#stale ||= !same;
    return !same;
  }

  get #all(): readonly number[] {
    if (!this.#stale) return this.#starts;
    this.#stale = false;
    let end = 0;
    const starts = [end];
    for (const key of this.#keys) starts.push((end += this.#known.get(key) ?? this.usual));
    return (this.#starts = starts);
  }
}
