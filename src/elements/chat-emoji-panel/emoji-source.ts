import Database from 'emoji-picker-element/database.js';
import type { Emoji as AnyEmoji, NativeEmoji } from 'emoji-picker-element/shared.js';

export interface EmojiEntry {
  /** The emoji, in the chosen skin tone. */
  readonly emoji: string;
  /** Without skin tone: what is remembered as used. */
  readonly base: string;
  readonly name: string;
  readonly shortcodes: readonly string[];
}
/** All emoji and what this person likes of them, kept in IndexedDB by `emoji-picker-element`. */
export interface EmojiSource {
  group(group: number): Promise<EmojiEntry[]>;
  search(query: string): Promise<EmojiEntry[]>;
  /** Those used most. */
  frequent(): Promise<EmojiEntry[]>;
  use(entry: EmojiEntry): void;
  /** 0 none, 1 light … 5 dark. */
  tone(): Promise<number>;
  setTone(tone: number): Promise<void>;
  close(): void;
}

/** The data lies beside this module, see vite.config.ts. */
const dataUrl = new URL('./emoji-data.json', import.meta.url).href;

const frequentCount = 24;

export function createEmojiSource(): EmojiSource {
  const database = new Database({ dataSource: dataUrl, locale: 'en' });
  const drawn = whatIsDrawn();

  async function entries(found: Promise<readonly AnyEmoji[]>): Promise<EmojiEntry[]> {
    const [all, tone] = await Promise.all([found, database.getPreferredSkinTone()]);
    return all
      .filter((emoji): emoji is NativeEmoji => 'unicode' in emoji && drawn(emoji))
      .map((emoji) => ({
        emoji:
          emoji.skins?.find((skin) => Number(skin.tone) === Number(tone))?.unicode ?? emoji.unicode,
        base: emoji.unicode,
        name: emoji.annotation,
        shortcodes: emoji.shortcodes ?? [],
      }));
  }

  return {
    group: (group) => entries(database.getEmojiByGroup(group)),
    search: async (query) => byFit(await entries(database.getEmojiBySearchQuery(query)), query),
    frequent: () => entries(database.getTopFavoriteEmoji(frequentCount)),
    // What is not counted is not among those used most, and the next one may be.
    use: (entry) => void database.incrementFavoriteEmojiCount(entry.base).catch(() => undefined),
    tone: async () => Number(await database.getPreferredSkinTone()),
    setTone: (tone) => database.setPreferredSkinTone(tone),
    // Only what never opened fails to close.
    close: () => void database.close().catch(() => undefined),
  };
}

/** Those first whose code is, or begins with, the query: `smile` means 😄, though many an emoji smiles. */
function byFit(found: EmojiEntry[], query: string): EmojiEntry[] {
  const code = query.toLowerCase().replaceAll(/\s+/g, '_');
  const rank = ({ shortcodes }: EmojiEntry) => {
    if (shortcodes.includes(code)) return 0;
    return shortcodes.some((each) => each.startsWith(code)) ? 1 : 2;
  };
  return found.sort((a, b) => rank(a) - rank(b));
}

/** One emoji of each release that stands for the others, the newest first. */
const samples: readonly (readonly [emoji: string, version: number])[] = [
  ['🫪', 17],
  ['🫩', 16],
  ['🫨', 15.1],
  ['🫠', 14],
  ['🥲', 13.1],
  ['🥻', 12.1],
  ['🥰', 11],
];

/** In Firefox its own come first, so that nothing is drawn in parts of both. */
export const emojiFonts =
  '"Twemoji Mozilla","Apple Color Emoji","Segoe UI Emoji","Noto Color Emoji",sans-serif';

/** Whether this system draws an emoji, in colour and as one: no empty boxes, and no two faces with an arrow between. */
function whatIsDrawn(): (emoji: NativeEmoji) => boolean {
  const context = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  if (!context) return () => true;
  context.textBaseline = 'top';
  context.font = `100px ${emojiFonts}`;
  const newest = newestRelease(context);
  const width = (text: string) => context.measureText(text).width;
  const one = width('😀');
  const isOne = (text: string) => !text.includes('\u200d') || width(text) <= 1.5 * one;
  return ({ unicode, version }) => version <= newest && isOne(unicode);
}

/** The newest release of Unicode that is drawn in colour. */
function newestRelease(context: OffscreenCanvasRenderingContext2D): number {
  context.scale(0.01, 0.01);
  const colour = (emoji: string, fill: string) => {
    context.clearRect(0, 0, 100, 100);
    context.fillStyle = fill;
    context.fillText(emoji, 0, 0);
    return context.getImageData(0, 0, 1, 1).data.join();
  };
  // A glyph in colour looks the same whatever the pen.
  const drawn = samples.find(([emoji]) => {
    const black = colour(emoji, '#000');
    return black === colour(emoji, '#fff') && !black.startsWith('0,0,0,');
  });
  // Where nothing is drawn in colour, or the canvas tells no truth, everything is offered.
  return drawn?.[1] ?? Infinity;
}
