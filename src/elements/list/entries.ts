/** One row: an item, or the heading of a section. */
export type Entry<T> = ItemEntry<T> | HeadingEntry;
export interface ItemEntry<T> {
  readonly key: string;
  readonly item: T;
  /** Among the items, counted from 1. */
  readonly place: number;
  readonly heading?: undefined;
}
interface HeadingEntry {
  readonly key: string;
  readonly item?: undefined;
  readonly heading: string;
}

/** Items with a heading wherever the section changes. */
export function entriesOf<T extends { readonly id: string }>(
  items: readonly T[],
  sectionOf: (item: T) => string | undefined,
): Entry<T>[] {
  const entries: Entry<T>[] = [];
  const headings = new Set<string>();
  let section: string | undefined;
  items.forEach((item, i) => {
    const own = sectionOf(item);
    if (own !== undefined && own !== section) {
      section = own;
      // "#" and space are in no id. What names no row of the section outlives each.
      let key = `# ${own}`;
      while (headings.has(key)) key += '#';
      headings.add(key);
      entries.push({ key, heading: own });
    }
    entries.push({ key: item.id, item, place: i + 1 });
  });
  return entries;
}
