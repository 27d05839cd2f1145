const lists = new Map<string, Intl.ListFormat>();

/** "Ada, Bo and 3 others". */
export function listText(names: readonly string[], lang: string): string {
  const [only = ''] = names;
  if (names.length < 2) return only;
  let found = lists.get(lang);
  if (!found) lists.set(lang, (found = new Intl.ListFormat(lang, { type: 'conjunction' })));
  return found.format(names);
}
