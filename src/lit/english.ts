import { en } from '../locales/en.js';

/** The fallback for every language that is not there. What is loaded on demand brings its words, and says no other. */
export const english: Record<string, unknown> = { ...en };

/** English alone comes in parts; other languages are loaded whole. */
export function addEnglish(words: Readonly<Record<string, unknown>>): void {
  Object.assign(english, words);
}
