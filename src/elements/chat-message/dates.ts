const formats = new Map<string, Intl.DateTimeFormat>();
const lists = new Map<string, Intl.ListFormat>();
const numbers = new Map<string, Intl.NumberFormat>();

/**
 * The reader's own variety of a language, as the browser is set: a page in English says 14:32 to who reads British
 * English, and 2:32 PM to who reads American.
 */
export function regional(lang: string, wanted: readonly string[] = navigator.languages): string {
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
    found = new Intl.DateTimeFormat(regional(lang), options);
    formats.set(key, found);
  }
  return found;
}

/** "Ada, Bo and 3 others". */
export function listText(names: readonly string[], lang: string): string {
  const [only = ''] = names;
  if (names.length < 2) return only;
  let found = lists.get(lang);
  if (!found) lists.set(lang, (found = new Intl.ListFormat(lang, { type: 'conjunction' })));
  return found.format(names);
}

export function numberText(value: number, lang: string): string {
  let found = numbers.get(lang);
  if (!found) numbers.set(lang, (found = new Intl.NumberFormat(lang)));
  return found.format(value);
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

// Asked for with every turn of the wheel.
const nearDays = new Map<string, string>();
function nearDay(lang: string, offset: number): string {
  const key = `${lang} ${offset}`;
  let text = nearDays.get(key);
  if (text === undefined) {
    const plain = new Intl.RelativeTimeFormat(lang, { numeric: 'auto' }).format(offset, 'day');
    text = plain.charAt(0).toLocaleUpperCase(lang) + plain.slice(1);
    nearDays.set(key, text);
  }
  return text;
}

/** "Today", "Yesterday", a weekday within the week, else a date. */
export function dayText(at: number, now: number, lang: string): string {
  const ago = dayOf(now) - dayOf(at);
  if (ago === 0 || ago === 1) {
    return nearDay(lang, -ago);
  }
  if (ago > 1 && ago < 7) return format(lang, 'weekday', { weekday: 'long' }).format(at);
  const sameYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  return sameYear
    ? format(lang, 'day', { weekday: 'short', day: 'numeric', month: 'long' }).format(at)
    : format(lang, 'date', { day: 'numeric', month: 'long', year: 'numeric' }).format(at);
}
