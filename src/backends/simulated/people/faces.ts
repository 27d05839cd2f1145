import { gradient, svg } from './drawing.js';

/** A portrait in a few words. */
export interface Face {
  /** Two hues of the ground behind the head. */
  readonly ground: readonly [number, number];
  readonly skin: string;
  readonly hair: string;
  readonly cut: 'short' | 'bob' | 'long' | 'bun' | 'curly' | 'wavy' | 'scarf';
  readonly wear: string;
  readonly beard?: boolean;
  readonly glasses?: boolean;
}

/** What lies behind the head. */
const behind: Record<Face['cut'], string> = {
  short: '',
  wavy: '<path d="M26 46q-3-27 22-28t22 28l-3 6H29z"/>',
  bob: '<path d="M23 47q0-30 25-30t25 30v16q-6 6-13 5H36q-7 1-13-5z"/>',
  long: '<path d="M22 48q0-31 26-31t26 31q0 22 6 34-32 12-64 0 6-12 6-34z"/>',
  bun: '<circle cx="48" cy="14" r="10"/><path d="M25 46q0-28 23-28t23 28l-4 10H29z"/>',
  curly:
    '<g><circle cx="48" cy="25" r="14"/><circle cx="33" cy="30" r="12"/><circle cx="63" cy="30" r="12"/><circle cx="25" cy="44" r="11"/><circle cx="71" cy="44" r="11"/><circle cx="26" cy="58" r="9"/><circle cx="70" cy="58" r="9"/></g>',
  scarf: '<path d="M21 50q-1-34 27-34t27 34q0 22 8 34H13q8-12 8-34z"/>',
};

/** What falls over the forehead. */
const before: Record<Face['cut'], string> = {
  short: '<path d="M29 44q-3-24 19-24t19 24q-3-9-8-12-11 4-22 0-5 3-8 12z"/>',
  wavy: '<path d="M28 45q-4-26 20-26t20 26q-2-10-9-14-9 7-20 3-8 2-11 11z"/>',
  bob: '<path d="M28 46q-1-25 20-25t20 25q-3-8-6-11H34q-3 3-6 11z"/>',
  long: '<path d="M28 50q-2-29 20-29t20 29q-4-14-18-19-5 13-22 19z"/>',
  bun: '<path d="M28 45q-1-24 20-24t20 24q-5-11-20-12-15 1-20 12z"/>',
  curly: '<path d="M29 43q2-19 19-19t19 19q-8-9-19-8-11-1-19 8z"/>',
  scarf: '<path d="M28 50q-1-30 20-30t20 30q-3-17-20-17T28 50z"/>',
};

/** A face as a data URL: calm at 32 px, pleasant at 88 px, on light and dark grounds. */
export function drawFace(face: Face): string {
  const { ground, skin, hair, cut, wear } = face;
  const shade = 'fill="#3b1d10" fill-opacity=".14"';
  return dataUrl(
    96,
    96,
    gradient('g', `hsl(${ground[0]} 62% 74%)`, `hsl(${ground[1]} 52% 54%)`) +
      '<rect width="96" height="96" fill="url(#g)"/>' +
      '<circle cx="76" cy="18" r="34" fill="#fff" fill-opacity=".12"/>' +
      `<g fill="${hair}">${behind[cut]}</g>` +
      `<path d="M10 100q2-27 28-30h20q26 3 28 30z" fill="${wear}"/>` +
      `<path d="M40 60h16v12q-8 8-16 0z" fill="${skin}"/><path d="M40 66q8 7 16 0v3q-8 6-16 0z" ${shade}/>` +
      (cut === 'scarf'
        ? ''
        : `<g fill="${skin}"><circle cx="29" cy="49" r="4"/><circle cx="67" cy="49" r="4"/></g>`) +
      `<path d="M29 44q0-18 19-18t19 18q0 25-19 25T29 44z" fill="${skin}"/>` +
      (face.beard
        ? `<path d="M29 47q4 9 10 9 9-5 18 0 6 0 10-9 1 24-19 24T29 47z" fill="${hair}" fill-opacity=".9"/>`
        : '') +
      `<g fill="${hair}">${before[cut]}</g>` +
      '<g fill="#241814"><circle cx="40" cy="48" r="2.2"/><circle cx="56" cy="48" r="2.2"/></g>' +
      `<path d="M48 50q2 5-1 6" fill="none" stroke="#3b1d10" stroke-opacity=".3" stroke-width="1.6" stroke-linecap="round"/>` +
      `<path d="M42 61q6 4.500 12 0" fill="none" stroke="${face.beard ? '#f6e3d7' : '#8a3b32'}" stroke-width="2" stroke-linecap="round"/>` +
      '<g fill="#e4572e" fill-opacity=".16"><circle cx="36" cy="56" r="4"/><circle cx="60" cy="56" r="4"/></g>' +
      (face.glasses
        ? '<g fill="#fff" fill-opacity=".18" stroke="#2b2430" stroke-width="1.8"><circle cx="40" cy="48" r="6.500"/><circle cx="56" cy="48" r="6.500"/><path d="M46 47h4"/></g>'
        : ''),
  );
}

/** A group's picture: one sign on a gradient. */
export function drawIcon(hues: readonly [number, number], sign: string): string {
  return dataUrl(
    96,
    96,
    gradient('g', `hsl(${hues[0]} 58% 66%)`, `hsl(${hues[1]} 54% 44%)`) +
      '<rect width="96" height="96" fill="url(#g)"/>' +
      `<g fill="none" stroke="#fff" stroke-width="5" stroke-linecap="round" stroke-linejoin="round">${sign}</g>`,
  );
}

function dataUrl(width: number, height: number, content: string): string {
  const text = svg(width, height, content).replaceAll('"', "'");
  return `data:image/svg+xml,${text.replace(/[<>#%{}]/g, encodeURIComponent)}`;
}
