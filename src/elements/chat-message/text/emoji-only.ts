// With the keys of a keypad, and the flags of parts of a country, which are spelt with tags.
const pictures =
  /^(?:[\d#*]\ufe0f?\u20e3|[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}\u200d\ufe0f\u{e0020}-\u{e007f}\s])+$/u;
// Costly to make, and most messages have words.
let segmenter: Intl.Segmenter | undefined;

/** How many emoji a text consists of; 0 when there is anything else in it, or more than three. */
export function emojiOnly(text: string): 0 | 1 | 2 | 3 {
  if (text.length > 64 || !pictures.test(text)) return 0;
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  let count = 0;
  for (const { segment } of segmenter.segment(text)) if (segment.trim() !== '') count++;
  return count === 1 || count === 2 || count === 3 ? count : 0;
}
