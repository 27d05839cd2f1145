import { gradient, svg } from './drawing.js';

export interface Picture {
  readonly name: string;
  readonly alt: string;
  readonly width: number;
  readonly height: number;
  readonly svg: string;
}

const rect = (fill: string, w: number, h: number, y = 0) =>
  `<rect y="${y}" width="${w}" height="${h}" fill="${fill}"/>`;

function draw(name: string, alt: string, width: number, height: number, content: string): Picture {
  return { name: `${name}.svg`, alt, width, height, svg: svg(width, height, content) };
}

function sky(w: number, h: number, from: string, to: string): string {
  return gradient('sky', from, to, 'x2="0" y2="1"') + rect('url(#sky)', w, h);
}

function vessel(x: number, y: number, w: number, h: number, fill: string): string {
  return (
    `<path d="M${x - w / 2} ${y - h}h${w}q${w * 0.08} ${h * 0.8}-${w * 0.28} ${h}h-${w * 0.44}q-${w * 0.36}-${h * 0.2}-${w * 0.28}-${h}z" fill="${fill}"/>` +
    `<ellipse cx="${x}" cy="${y - h}" rx="${w / 2}" ry="${w * 0.09}" fill="#000" fill-opacity=".25"/>` +
    `<path d="M${x - w * 0.36} ${y - h * 0.8}q0 ${h * 0.5} ${w * 0.12} ${h * 0.7}" fill="none" stroke="#fff" stroke-opacity=".35" stroke-width="${w * 0.04}" stroke-linecap="round"/>`
  );
}

const blues = ['#2b4c9b', '#3f6fc4', '#1f3a7a', '#5c8fd6', '#27598f', '#3553a8'];

const tiles = Array.from({ length: 20 }, (_, i) => {
  const x = 40 + (i % 5) * 150;
  const y = 40 + Math.floor(i / 5) * 130;
  const green = i === 16 || i === 17;
  return `<rect x="${x}" y="${y}" width="130" height="110" rx="10" fill="hsl(${green ? 165 : 222} ${40 + i * 2}% ${66 - i * 1.9}%)"/><circle cx="${x + 65}" cy="${y + 14}" r="6" fill="#d9cbb8"/>`;
}).join('');

const people = [90, 190, 300, 390, 520, 640, 720]
  .map(
    (x, i) =>
      `<g fill="hsl(${i * 47} 24% 22%)"><circle cx="${x}" cy="${330 + (i % 3) * 14}" r="30"/><path d="M${x - 48} 560q0-${190 - (i % 3) * 14} 48-${190 - (i % 3) * 14}t48 ${190 - (i % 3) * 14}z"/></g>`,
  )
  .join('');

/** Pictures that the people have taken. */
export const pictures: Readonly<Record<string, Picture>> = Object.fromEntries(
  [
    draw(
      'bowl',
      'A thick clay bowl on a wheel',
      800,
      600,
      sky(800, 600, '#f2e3d2', '#cdb196') +
        '<ellipse cx="400" cy="510" rx="270" ry="52" fill="#6f6a66"/><ellipse cx="400" cy="498" rx="270" ry="52" fill="#8d8781"/>' +
        vessel(400, 505, 330, 210, '#a4765a'),
    ),
    draw(
      'shelf',
      'Blue and white vessels on a shelf in evening light',
      900,
      600,
      sky(900, 600, '#f7cf9b', '#e79a6f') +
        '<path d="M0 0h420L180 600H0z" fill="#fff" fill-opacity=".16"/>' +
        rect('#6b4630', 900, 26, 430) +
        [130, 270, 390, 520, 650, 780]
          .map((x, i) =>
            vessel(
              x,
              430,
              80 + (i % 3) * 26,
              110 + ((i * 53) % 120),
              i % 3 === 1 ? '#f4ece0' : (blues[i] ?? '#2b4c9b'),
            ),
          )
          .join(''),
    ),
    draw(
      'shards',
      'Two broken cups on newspaper',
      800,
      600,
      rect('#dedad2', 800, 600) +
        '<g stroke="#bdb7ab" stroke-width="6">' +
        Array.from(
          { length: 11 },
          (_, i) =>
            `<path d="M60 ${60 + i * 50}h${300 - (i % 4) * 40}M440 ${60 + i * 50}h${290 - (i % 3) * 50}"/>`,
        ).join('') +
        '</g><path d="M170 420l90-170 120 40-30 150z" fill="#a86f4d"/><path d="M410 330l130-90 90 120-110 90z" fill="#8f5a3c"/><path d="M330 470l80-40 60 50-90 40z" fill="#b98262"/>',
    ),
    draw(
      'poster',
      'Poster: Open studio, an orange sun over a blue bowl',
      600,
      848,
      rect('#f4ead9', 600, 848) +
        '<circle cx="300" cy="330" r="190" fill="#ef7d3c"/>' +
        vessel(300, 600, 320, 190, '#24489c') +
        '<text x="300" y="716" text-anchor="middle" font-family="Georgia,serif" font-size="64" fill="#1d2a4d">Open studio</text><text x="300" y="776" text-anchor="middle" font-family="sans-serif" font-size="30" fill="#1d2a4d">Saturday – Sunday</text>',
    ),
    draw(
      'tiles',
      'Twenty test tiles from light to deep blue; two are green',
      810,
      580,
      rect('#efe6da', 810, 580) + tiles,
    ),
    draw(
      'handles',
      'Four mugs with handles in a row',
      900,
      520,
      sky(900, 520, '#e4ebee', '#b7c5cb') +
        rect('#7c8a8f', 900, 90, 430) +
        [150, 350, 550, 750]
          .map(
            (x) =>
              `<path d="M${x + 48} 300q70-6 62 56t-74 48" fill="none" stroke="#a97b5f" stroke-width="18"/>` +
              vessel(x, 440, 120, 170, '#b98a6c'),
          )
          .join(''),
    ),
    draw(
      'kiln',
      'The open kiln, full of glowing glazes',
      900,
      700,
      sky(900, 700, '#3a2b2b', '#1d1718') +
        '<rect x="120" y="90" width="660" height="560" rx="28" fill="#8a8076"/>' +
        gradient('glow', '#ffd9a0', '#c65a2e', 'x2="0" y2="1"') +
        '<rect x="170" y="140" width="560" height="460" rx="12" fill="url(#glow)"/>' +
        [300, 450, 590]
          .map(
            (y, row) =>
              rect('#5d4033', 560, 12, y).replace('<rect', '<rect x="170"') +
              [230, 330, 430, 530, 640]
                .map((x, i) =>
                  vessel(
                    x,
                    y,
                    60 + ((i + row) % 3) * 14,
                    70 + ((i * 31 + row * 17) % 44),
                    (i + row) % 4 === 0 ? '#f4ece0' : (blues[(i + row) % 6] ?? '#2b4c9b'),
                  ),
                )
                .join(''),
          )
          .join(''),
    ),
    draw(
      'visitors',
      'Visitors in a queue before the studio door',
      800,
      600,
      sky(800, 600, '#b9d8ea', '#f4e7cf') +
        '<rect x="500" y="90" width="240" height="470" fill="#2f5d62"/><rect x="540" y="130" width="160" height="190" fill="#f6d98a"/>' +
        people +
        rect('#7d7468', 800, 60, 550),
    ),
    draw(
      'glaze',
      'A test tile with a sunset-coloured glaze',
      900,
      600,
      '<linearGradient id="a" x1="0" y1="0" x2=".35" y2="1"><stop stop-color="#ecae7c"/><stop offset=".5" stop-color="#d9666a"/><stop offset="1" stop-color="#543a75"/></linearGradient>' +
        rect('url(#a)', 900, 600) +
        '<path d="M0 430q220-70 450 0t450-30v200H0z" fill="#3b2a63" fill-opacity=".28"/>',
    ),
    draw(
      'ridge',
      'A long mountain ridge above clouds',
      1000,
      600,
      sky(1000, 600, '#8fb8e8', '#f6e2c8') +
        '<path d="M0 420l180-170 120 90 170-190 190 210 130-110 210 180v170H0z" fill="#4d6a86"/><path d="M0 500l220-110 200 90 230-120 350 150v90H0z" fill="#2f4a5f"/><ellipse cx="300" cy="470" rx="330" ry="34" fill="#fff" fill-opacity=".5"/>',
    ),
    draw(
      'lake',
      'A still lake between fir trees',
      1000,
      640,
      sky(1000, 640, '#a8d3e6', '#e8f3ee') +
        '<path d="M0 330l240-150 210 130 260-190 290 210v60H0z" fill="#6a8fa3"/>' +
        rect('#3d7f93', 1000, 250, 390) +
        Array.from(
          { length: 16 },
          (_, i) =>
            `<path d="M${i * 66} 395l26-${80 + ((i * 37) % 70)} 26 ${80 + ((i * 37) % 70)}z" fill="#1f4a3d"/>`,
        ).join('') +
        '<path d="M140 470h260M520 520h330M220 570h200" stroke="#fff" stroke-opacity=".35" stroke-width="5"/>',
    ),
    draw(
      'tunnel',
      'Someone in the light at the end of a tunnel',
      700,
      700,
      rect('#141417', 700, 700) +
        '<circle cx="350" cy="360" r="260" fill="#25262b"/><circle cx="350" cy="360" r="170" fill="#4b4d55"/><circle cx="350" cy="360" r="112" fill="#eceff2"/><g fill="#141417"><circle cx="350" cy="326" r="17"/><path d="M326 462l6-84q2-32 18-32t18 32l6 84h-14l-10-52-10 52z"/></g>',
    ),
    draw(
      'cake',
      'A lemon cake with one slice gone',
      800,
      600,
      sky(800, 600, '#fdf1d6', '#f1cf9a') +
        '<ellipse cx="400" cy="430" rx="300" ry="90" fill="#fff"/><path d="M190 330v80q0 70 210 70t210-70v-80z" fill="#e0a04d"/><ellipse cx="400" cy="330" rx="210" ry="66" fill="#fbe28a"/><path d="M400 330l190-26q24 20 20 30l-60 44z" fill="#e9c163"/>',
    ),
    draw(
      'sunset',
      'The sun going down behind roofs',
      1000,
      560,
      sky(1000, 560, '#46306e', '#f59a6a') +
        '<circle cx="640" cy="390" r="86" fill="#ffe1a1"/><path d="M0 560v-130l120-60 110 60v-40l140-70 130 70v60l160-70 140 80v-60l110-60 90 60v160z" fill="#22172f"/>',
    ),
  ].map((picture) => [picture.name.replace('.svg', ''), picture]),
);
