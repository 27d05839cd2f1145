// Anything that Markdown could mean something by; most chat lines hold none and skip the lexer.
const marked = /[\\`*_~[\]<>|#\n]|^\s*(?:[-+=]|\d+[.)])|^ {4}|\t|https?:|www\.|@/i;

const deed = /^\/me\s+(?=\S)/;

/** "/me waves": something done rather than said. */
export function isDeed(text: string): boolean {
  return deed.test(text);
}

export function withoutDeed(text: string): string {
  return text.replace(deed, '');
}

/** Whether there is more in it than its words. */
export function isMarked(text: string): boolean {
  return marked.test(withoutDeed(text));
}
