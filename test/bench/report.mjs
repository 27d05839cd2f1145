// Numbers as the results show them.

export const show = (value, digits = 0) => (value === undefined ? '–' : value.toFixed(digits));

export const ratio = (a, b) => (a === undefined || !b ? '–' : `${(a / b).toFixed(2)} ×`);

/** @param titles of the columns, with "|" between them; all but the first hold numbers */
export function table(titles, rows) {
  const heads = titles.split('|');
  const line = (cells) => `| ${cells.join(' | ')} |`;
  const rule = heads.map((_, i) => (i === 0 ? '---' : '---:'));
  return [heads, rule, ...rows].map(line).join('\n');
}
