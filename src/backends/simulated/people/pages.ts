import type { App } from '../types.js';
import { svg } from './drawing.js';

const picture = (ground: string, shape: string) =>
  `data:image/svg+xml,${encodeURIComponent(svg(240, 240, `<rect width="240" height="240" fill="${ground}"/>${shape}`))}`;

/** The web of the simulated world, as far as its server has read it. */
export const pages: NonNullable<App['pages']> = {
  'studio.example/kiln': {
    title: 'Kiln logger',
    description: 'Temperature and cone of the big kiln, every minute, for the last thirty days.',
    image: picture(
      '#2c2a3d',
      '<path d="M20 190 90 90l50 40 80-90" fill="none" stroke="#ff9d5c" stroke-width="12" stroke-linejoin="round"/>',
    ),
  },
  'studio.example/recipes/runny-white': {
    title: 'Runny white, cone 6',
    description:
      'Nepheline syenite 40, silica 25, whiting 20, kaolin 15. Runs on vertical walls: sit it on a cookie.',
    image: picture(
      '#cfd8e3',
      '<path d="M70 70h100l-14 120H84z" fill="#fff"/><ellipse cx="120" cy="70" rx="50" ry="12" fill="#9fb0c3"/>',
    ),
  },
  'tracks.example/ridge-16km': {
    title: 'Ridge walk, 16 km',
    description: '620 m up, 640 m down, two springs on the way.',
    image: picture('#bfe3d0', '<path d="M0 190 70 90l45 60 40-70 85 110v50H0z" fill="#2f6b52"/>'),
  },
  'photos.example/open-studio': {
    title: 'استوديو مفتوح: مئة صورة من يوم السبت',
    description: 'صور عمر من اليوم المفتوح، بالترتيب الذي التُقطت به.',
  },
};
