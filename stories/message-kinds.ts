import type { Outgoing } from '../src/client/draft-types.js';
import type { Demo } from '../src/demo.js';

const long = `${'The kiln was cold, and so were we. '.repeat(90)}\n\nThe end.`;

const markdown = `**Bold**, _italic_, ~~struck~~ and \`code\`, with <@uid:ana> and <@uid:lena>.

> What did the clay say?

1. Wedge it
2. Throw it
   - slowly
3. Fire it

| glaze | °C |
|---|---|
| celadon | 1280 |
| shino | 1240 |

https://studio.example/a-very-long-address/that-goes-on-and-on-and-on-and-on/until-it-wraps`;

const code =
  '```\nconst ramp = (from, to, hours) => Array.from({ length: hours }, (_, i) => from + ((to - from) * i) / hours);\nramp(20, 1240, 9);\n```';

/** What Lena and Ana say to each other, so that every kind of message is seen. */
const said: readonly (readonly [by: 'ana' | 'lena', message: Outgoing])[] = [
  ['lena', { text: 'Good morning' }],
  ['lena', { text: '👋' }],
  ['ana', { text: '🎉🎉' }],
  ['lena', { text: markdown }],
  ['ana', { text: markdown }],
  ['lena', { text: code }],
  ['ana', { text: code }],
  ['lena', { text: long }],
  ['lena', { text: 'Read this: [bank.example](https://evil.example/login)' }],
  ['lena', { text: '<script>alert(1)</script> & <b>not bold</b>' }],
  ['lena', { text: 'مرحبًا، كيف حالك؟ 12:30' }],
  [
    'ana',
    { text: 'Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenhersteller'.repeat(3) },
  ],
  ['lena', { type: 'poll', data: { question: 'Lunch?' }, conversationText: 'Poll: lunch at one?' }],
  ['lena', { type: 'unheard-of', data: {} }],
];

function files(): readonly Outgoing[] {
  const svg = (hue: number, width: number, height: number) =>
    new File(
      [
        `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="oklch(0.7 0.12 ${hue})"/></svg>`,
      ],
      `picture-${hue}.svg`,
      { type: 'image/svg+xml' },
    );
  const picture = (hue: number, width = 640, height = 480) => ({
    id: `p${hue}`,
    file: svg(hue, width, height),
    alt: `A plain picture of hue ${hue}`,
  });
  const sheet = new File(['glaze'.repeat(60_000)], 'glaze recipes, all of them, 2026, final.csv', {
    type: 'text/csv',
  });
  return [
    { files: [picture(20)] },
    { files: [picture(120, 200, 900)], text: 'A tall one' },
    { files: [40, 90, 160, 230, 300, 350].map((hue) => picture(hue)) },
    { files: [{ id: 'sheet', file: sheet }] },
  ];
}

export async function kinds(world: Demo): Promise<void> {
  const { backend, credentials } = world.device('lena');
  const { createChatClient } = await import('../src/client/client.js');
  const lena = createChatClient({ backend, storage: 'none' });
  await lena.signIn(credentials);
  const by = { ana: world.client, lena };
  const to = { ana: { uid: 'lena' }, lena: { uid: 'ana' } };
  for (const [who, message] of said) await by[who].messages.send(to[who], message);
  for (const message of files()) await lena.messages.send(to.lena, message);
  const [asked] = [await lena.messages.send(to.lena, { text: 'Shall we fire on **Friday**?' })];
  await world.client.messages.send(to.ana, { text: 'Yes, please.', quotedId: asked.id });
  await world.client.messages.react(asked.id, '🔥', true);
  await lena.messages.react(asked.id, '🔥', true);
  await lena.messages.react(asked.id, '👏', true);
  await lena.messages.send(to.lena, { text: 'In a thread', parentId: asked.id });
  const slip = await lena.messages.send(to.lena, { text: 'Wednesday' });
  await lena.messages.edit(slip.id, 'Thursday');
  const gone = await lena.messages.send(to.lena, { text: 'Not for you' });
  await world.client.messages.send(to.ana, { text: 'What was that?', quotedId: gone.id });
  await lena.messages.delete(gone.id);
  // Its refusal is shown at the row.
  const tooLong = { text: 'x'.repeat(60_000) };
  await world.client.messages.send(to.ana, tooLong).catch(() => undefined);
  lena.close();
}
