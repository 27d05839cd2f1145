/** Short exchanges for quiet minutes: group, then who says what. */
export interface Exchange {
  readonly guid: string;
  readonly lines: readonly (readonly [uid: string, text: string])[];
}

export const exchanges: readonly Exchange[] = [
  {
    guid: 'kiln',
    lines: [
      ['ben', 'Anyone seen the long tongs?'],
      ['noor', 'Behind the slab roller!'],
      ['ben', 'Hero.'],
    ],
  },
  {
    guid: 'kiln',
    lines: [
      ['chiara', 'I made a potato with a lid'],
      ['mateo', '…por qué'],
      ['chiara', 'for the smaller potatoes'],
    ],
  },
  {
    guid: 'hikes',
    lines: [
      ['ingrid', 'Clear sky tomorrow. Who is up for a short one after work?'],
      ['lena', 'Ich! Ab fünf.'],
    ],
  },
  {
    guid: 'kiln',
    lines: [
      ['yu', '白い釉薬、乾きました。'],
      ['ben', 'Perfect, it goes in on Thursday.'],
    ],
  },
  {
    guid: 'kiln',
    lines: [
      ['noor', 'The handles are still on. Just reporting.'],
      ['chiara', 'proud'],
    ],
  },
  {
    guid: 'rota',
    lines: [
      ['kwame', 'Inbox is at 4.'],
      ['priya', 'I like that number.'],
    ],
  },
  { guid: 'kiln', lines: [['kwame', 'Kiln logger: **24 °C**, which is to say, the room.']] },
  {
    guid: 'hikes',
    lines: [
      ['omar', 'وجدتُ طريقًا جديدًا حول البحيرة'],
      ['ingrid', 'Show me on Sunday!'],
    ],
  },
  {
    guid: 'kiln',
    lines: [
      ['mateo', '¿Queda gres?'],
      ['priya', 'Two bags, bottom shelf.'],
      ['mateo', '¡Gracias!'],
    ],
  },
  {
    guid: 'kiln',
    lines: [
      ['lena', 'Die Fotos vom Wochenende sind auf der Seite.'],
      ['omar', 'رائع!'],
      ['ben', 'My good side, finally.'],
    ],
  },
  {
    guid: 'rota',
    lines: [['lena', 'Mrs. Abel has written again. She sends regards to the plate.']],
  },
  {
    guid: 'kiln',
    lines: [
      ['ben', 'Tea?'],
      ['chiara', 'Tea.'],
      ['noor', 'Tea!'],
    ],
  },
];
