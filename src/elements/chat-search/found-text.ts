import { shorten } from '../chat-message/text/words.js';

/** What stands before a hit in the row, in characters. */
const before = 40;
const longest = 200;

/** The part of a text around what was searched for, in pieces of which every second is a hit. */
export function foundText(text: string, search: string): readonly string[] {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  const wanted = search.trim().toLowerCase();
  const lower = line.toLowerCase();
  // Some letters are longer in lower case; where a hit is then is not known.
  if (!wanted || lower.length !== line.length) return [shorten(line, longest)];
  const first = lower.indexOf(wanted);
  if (first < 0) return [shorten(line, longest)];
  const from = first > before ? beginningOf(line, first - before) : 0;
  const shown = `${from > 0 ? '…' : ''}${shorten(line.slice(from), longest)}`;
  const pieces: string[] = [];
  let at = 0;
  for (;;) {
    const hit = shown.toLowerCase().indexOf(wanted, at);
    if (hit < 0) break;
    pieces.push(shown.slice(at, hit), shown.slice(hit, hit + wanted.length));
    at = hit + wanted.length;
  }
  return [...pieces, shown.slice(at)];
}

/** The beginning of a word, or the place itself in scripts without spaces. */
function beginningOf(line: string, at: number): number {
  const space = line.indexOf(' ', at);
  return space >= 0 && space < at + before / 2 ? space + 1 : at;
}
