// Anything that Markdown could mean something by, and deeds; most chat lines hold none and skip the lexer.
const marked = /[\\`*_~[\]<>|#\n]|^\s*(?:[-+=]|\d+[.)])|^ {4}|^\/me\s|\t|https?:|www\.|@/i;

/** Whether there is more in it than its words. */
export function isMarked(text: string): boolean {
  return marked.test(text);
}
