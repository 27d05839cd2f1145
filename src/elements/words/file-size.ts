import type { Localize } from '../../lit/localize.js';

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'];

/** `4.2 MB`, in the reader's language. */
export function fileSize(bytes: number, localize: Localize): string {
  let size = bytes;
  let unit = 0;
  for (; size >= 1000 && unit < units.length - 1; unit++) size /= 1024;
  return localize.number(size, {
    style: 'unit',
    unit: units[unit] ?? 'byte',
    unitDisplay: unit === 0 ? 'long' : 'short',
    maximumFractionDigits: size < 10 && unit > 0 ? 1 : 0,
  });
}
