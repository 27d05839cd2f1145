const deed = /^\/me\s+(?=\S)/;

/** "/me waves": something done rather than said. */
export function isDeed(text: string): boolean {
  return deed.test(text);
}

export function withoutDeed(text: string): string {
  return text.replace(deed, '');
}
