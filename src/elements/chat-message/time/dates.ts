import type { Localize } from '../../../lit/localize.js';
import { english } from './english.js';

const formats = new Map<string, { format(at: number): string }>();

/**
 * The reader's own variety of a language, as the browser is set: a page in English says 14:32 to who reads British
 * English, and 2:32 PM to who reads American.
 */
export function regional(lang: string, wanted: readonly string[] = navigator.languages): string {
  // English has one script, and the browser has to load a table to say so.
  if (lang === 'en') return wanted.find((one) => one.split('-')[0] === 'en') ?? lang;
  const language = languageOf(lang);
  // A bad `lang` on the page: its texts are in English then.
  if (language === undefined) return 'en';
  return wanted.find((one) => languageOf(one) === language) ?? lang;
}

// With the script: the two Serbian ones are not the same to read.
function languageOf(tag: string): string | undefined {
  try {
    const { language, script } = new Intl.Locale(tag).maximize();
    return `${language}-${script}`;
  } catch {
    return undefined;
  }
}

// Making a formatter costs a hundred times what using one does.
export function format(lang: string, name: string, options: Intl.DateTimeFormatOptions) {
  const key = `${lang} ${name}`;
  let found = formats.get(key);
  if (!found) {
    const tag = regional(lang);
    found = english(tag, name) ?? new Intl.DateTimeFormat(tag, options);
    formats.set(key, found);
  }
  return found;
}

/** The hour and minute, as people write them in this language. */
export function timeText(at: number, lang: string): string {
  return format(lang, 'time', { hour: 'numeric', minute: '2-digit' }).format(at);
}

/** Day and time in full, for whoever points at a time. */
export function fullText(at: number, lang: string): string {
  return format(lang, 'full', { dateStyle: 'full', timeStyle: 'medium' }).format(at);
}

/** The local calendar day as a number that grows by one a day; it follows changes of the time zone. */
export function dayOf(at: number): number {
  return Math.floor((at - new Date(at).getTimezoneOffset() * 60_000) / 86_400_000);
}

/** "Today", "Yesterday", a weekday within the week, else a date. */
export function dayText(at: number, now: number, localize: Localize): string {
  const ago = dayOf(now) - dayOf(at);
  if (ago === 0) return localize.term('chatToday');
  if (ago === 1) return localize.term('chatYesterday');
  const lang = localize.lang();
  if (ago > 1 && ago < 7) return format(lang, 'weekday', { weekday: 'long' }).format(at);
  const sameYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  return sameYear
    ? format(lang, 'day', { weekday: 'short', day: 'numeric', month: 'long' }).format(at)
    : format(lang, 'date', { day: 'numeric', month: 'long', year: 'numeric' }).format(at);
}
