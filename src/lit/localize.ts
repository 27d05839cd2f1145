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
const hosts = new Set<ReactiveControllerHost>();
// Asked for with every word on the page, and looked up once.
const codes = new Map<string, string>();
const found = new Map<string, Terms>();

function renderAll(): void {
  for (const host of [...hosts]) host.requestUpdate();
}

/** Adds a language; elements follow `lang` of the page or of themselves, and `dir` with it. */
export function addLocale(terms: Terms): void {
  const code = terms.$code.toLowerCase();
  locales.set(code, { ...locales.get(code), ...terms });
  found.clear();
  renderAll();
}

if (typeof document !== 'undefined') {
  const page = document.documentElement;
  new MutationObserver(renderAll).observe(page, { attributeFilter: ['dir', 'lang'] });
}

/** The tag that formatters of dates and numbers take; a bad `lang` on the page is read as English. */
function codeOf(written: string): string {
  let code = codes.get(written);
  if (code === undefined) {
    code = written.toLowerCase().replace(/_/g, '-');
    try {
      new Intl.Locale(code);
    } catch {
      code = 'en';
    }
    codes.set(written, code);
  }
  return code;
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

/** Terms, dates and numbers in the language of the element or page. */
export class Localize implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    hosts.add(this.#host);
  }

  hostDisconnected(): void {
    hosts.delete(this.#host);
  }

  lang(): string {
    return codeOf(this.#host.lang || document.documentElement.lang || navigator.language);
  }

  dir(): string {
    return (this.#host.dir || document.documentElement.dir || 'ltr').toLowerCase();
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
