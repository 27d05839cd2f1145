import {
  LocalizeController,
  registerTranslation,
  type Translation,
} from '@shoelace-style/localize';
import { en } from '../locales/en.js';

/** What a locale provides: plain strings and functions of plain data. */
export type Terms = Translation & {
  [K in keyof typeof en]: (typeof en)[K] extends string ? string : (typeof en)[K];
};

// The first one registered is the fallback for every language that is not.
registerTranslation(en);

/** Adds a language; elements follow `lang` of the page or of themselves, and `dir` with it. */
export function addLocale(terms: Terms): void {
  registerTranslation(terms);
}

/** Terms, dates and numbers in the language of the element or page. */
export class Localize extends LocalizeController<Terms> {}
