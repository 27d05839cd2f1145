/**
 * Two words or more: the first letters of the first two. One word: its first two characters. Marks are passed over
 * ("Kiln & Makers", "[trey]"), unless there is nothing else.
 */
export function initials(name: string): string {
  const all = name.trim().split(/\s+/).filter(Boolean);
  const spoken = all.map((word) => word.replace(marks, '')).filter(Boolean);
  const [first = '', second] = spoken.length > 0 ? spoken : all;
  const letters = (word: string, count: number) => graphemes(word).slice(0, count).join('');
  return (second ? letters(first, 1) + letters(second, 1) : letters(first, 2)).toLocaleUpperCase();
}

const marks = /^[^\p{L}\p{N}\p{Extended_Pictographic}]+/u;

let segmenter: Intl.Segmenter | undefined;
// One letter may be several code points: emoji, combining marks. Not in ASCII, which most names are written in.
function graphemes(text: string): string[] {
  if (/^[!-~]+$/.test(text)) return [...text];
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  return Array.from(segmenter.segment(text), (part) => part.segment);
}

/** A hue for a name, the same each time, in degrees. */
export function hueOf(name: string): number {
  let hash = 0;
  for (const letter of name) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) >>> 0;
  return (hash * 47) % 360;
}
