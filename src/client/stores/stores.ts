import { onMount } from 'nanostores';
import type { Store } from './list-types.js';

/** One store a key: asked twice, the same, for as long as someone looks at it. */
export function createStores<T>(
  create: (key: string) => Store<T>,
  onSight?: (key: string) => void | (() => void),
): (key: string) => Store<T> {
  const stores = new Map<string, Store<T>>();
  return (key) => {
    const held = stores.get(key);
    if (held) return held;
    const $store = create(key);
    stores.set(key, $store);
    onMount($store, () => {
      stores.set(key, $store);
      const leave = onSight?.(key);
      return () => {
        leave?.();
        if (stores.get(key) === $store) stores.delete(key);
      };
    });
    return $store;
  };
}
