const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/** A name of the other direction would reorder the sentence around it; plain text has no `<bdi>`. */
export function isolated(name: string, dir: string): string {
  return rightToLeft.test(name) === (dir === 'rtl') ? name : `\u2068${name}\u2069`;
}
