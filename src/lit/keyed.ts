import { noChange, type ChildPart } from 'lit';
import { directive, Directive } from 'lit/directive.js';
import {
  getCommittedValue,
  insertPart,
  removePart,
  setChildPartValue,
  setCommittedValue,
} from 'lit/directive-helpers.js';

type Arguments<T> = [
  items: readonly T[],
  keyOf: (item: T) => string,
  template: (item: T) => unknown,
];

/**
 * What Lit's `repeat` is for. That one (3.3) leaves the end marker of every row it removes in the page, so that a list
 * through which one scrolls grows all the same.
 */
class Keyed extends Directive {
  #keys: readonly string[] = [];

  override render<T>(...[items, , template]: Arguments<T>): unknown {
    return items.map(template);
  }

  override update<T>(container: ChildPart, [items, keyOf, template]: Arguments<T>): unknown {
    const values = items.map(template);
    const keys = items.map(keyOf);
    const before = getCommittedValue(container) as ChildPart[] | undefined;
    const keysBefore = this.#keys;
    this.#keys = keys;
    if (!Array.isArray(before)) return values;
    const wanted = new Set(keys);
    const held = new Map<string, ChildPart>();
    // What stays, in the order in which it stands.
    const standing: ChildPart[] = [];
    before.forEach((part, i) => {
      const key = keysBefore[i];
      if (key === undefined || !wanted.has(key) || held.has(key)) return remove(part);
      held.set(key, part);
      standing.push(part);
    });
    const placed = new Set<ChildPart>();
    let at = 0;
    const parts = keys.map((key, i) => {
      while (standing[at] && placed.has(standing[at]!)) at++;
      let part = held.get(key);
      if (!part) part = insertPart(container, standing[at]);
      else if (part === standing[at]) at++;
      // The one that stood before it has moved on.
      else if (part === standing[at + 1]) at += 2;
      else insertPart(container, standing[at], part);
      placed.add(part);
      return setChildPartValue(part, values[i]);
    });
    setCommittedValue(container, parts);
    return noChange;
  }
}

function remove(part: ChildPart): void {
  const end = part.endNode;
  removePart(part);
  end?.parentNode?.removeChild(end);
}

/** Rows that keep their nodes as long as their key is there, in whatever order. */
export const keyed = directive(Keyed) as <T>(...args: Arguments<T>) => unknown;
