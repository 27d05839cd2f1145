import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { en } from '../locales/en.js';
import type { Later } from '../locales/en-later.js';
import type { RowWords } from '../locales/en-rows.js';
import { english } from './english.js';

interface Meta {
  /** BCP 47, lower-case: `ar`, or with a region `pt-br`. */
  readonly $code: string;
  readonly $name: string;
  readonly $dir: 'ltr' | 'rtl';
}
type English = typeof en & RowWords & Later;
/** What a locale provides: plain strings and functions of plain data. */
export type Terms = Meta & {
  [K in keyof English]: English[K] extends string ? string : English[K];
};
type Key = Exclude<keyof Terms, keyof Meta>;
type Args<K extends Key> = Terms[K] extends (...args: infer A) => string ? A : [];

const locales = new Map<string, Terms>();
const users = new Set<Localize>();
// Asked for with every word on the page, and looked up once.
const found = new Map<string, Terms>();

function renderAll(): void {
  for (const user of users) user.hostConnected();
}

/** Adds a language; elements follow `lang` and `dir` of themselves or of what they stand in. */
export function addLocale(terms: Terms): void {
  const code = terms.$code.toLowerCase();
  locales.set(code, { ...locales.get(code), ...terms });
  found.clear();
  renderAll();
}

if (typeof document !== 'undefined') {
  const options = { subtree: true, attributeFilter: ['dir', 'lang'] };
  new MutationObserver(renderAll).observe(document, options);
}

type Place = Node & { lang?: string; dir?: string; host?: Element };

/** What an element says, or the nearest around it, also around the shadow it stands in. */
function around(place: Place | null | undefined, name: 'lang' | 'dir'): string {
  return place ? place[name] || around(place.parentNode ?? place.host, name) : '';
}

/** The tag that formatters of dates and numbers take; a bad `lang` on the page is read as English. */
function codeOf(written: string): string {
  const code = written.toLowerCase().replace(/_/g, '-');
  try {
    new Intl.Locale(code);
    return code;
  } catch {
    return 'en';
  }
}

function termsOf(code: string): Terms {
  let terms = found.get(code);
  if (!terms) {
    const { language, region = '' } = new Intl.Locale(code);
    const own = [language, `${language}-${region.toLowerCase()}`].map((key) => locales.get(key));
    // Not a copy: English words may still come.
    terms = Object.assign(Object.create(english) as object, ...own) as Terms;
    found.set(code, terms);
  }
  return terms;
}

/** Terms, dates and numbers in the language around an element. */
export class Localize implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  #lang: string | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    users.add(this);
    this.#lang = undefined;
    // What it stands in now may speak another language.
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    users.delete(this);
  }

  lang(): string {
    return (this.#lang ??= codeOf(around(this.#host, 'lang') || navigator.language));
  }

  dir(): string {
    return around(this.#host, 'dir') || 'ltr';
  }

  term<K extends Key>(key: K, ...args: Args<K>): string {
    const term = termsOf(this.lang())[key] as string | ((...args: Args<K>) => string);
    return typeof term === 'function' ? term(...args) : term;
  }

  number(value: number, options?: Intl.NumberFormatOptions): string {
    const lang = this.lang();
    // What a page shows first are small ones, and the browser's first formatter takes it some milliseconds.
    const plain = !options && lang.startsWith('en') && value < 1000 && Number.isInteger(value);
    return plain ? String(value) : numbersOf(lang, options).format(value);
  }

  relativeTime(value: number, unit: Intl.RelativeTimeFormatUnit): string {
    return new Intl.RelativeTimeFormat(this.lang()).format(value, unit);
  }
}

const numbers = new Map<string, Intl.NumberFormat>();
function numbersOf(lang: string, options?: Intl.NumberFormatOptions): Intl.NumberFormat {
  if (options) return new Intl.NumberFormat(lang, options);
  let format = numbers.get(lang);
  if (!format) numbers.set(lang, (format = new Intl.NumberFormat(lang)));
  return format;
}
