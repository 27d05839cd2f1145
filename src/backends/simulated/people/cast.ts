import type { Face } from './faces.js';

/** Languages the people answer in. */
export type Language = 'en' | 'de' | 'ar' | 'ja' | 'it' | 'es';

export interface Person {
  readonly uid: string;
  readonly name: string;
  readonly role: string;
  readonly statusMessage?: string;
  readonly tags?: readonly string[];
  readonly language: Language;
  /** How much of the day they are around, 0 to 1. */
  readonly around: number;
  /** How often they say something in a group, 0 to 1. */
  readonly talkative: number;
  /** Absent: initials. */
  readonly face?: Face;
}

/** Twelve people; the first is signed in by default. */
export const cast: readonly Person[] = [
  {
    uid: 'ana',
    name: 'Ana Moreira',
    role: 'potter',
    statusMessage: 'Hands in clay until six',
    tags: ['studio'],
    language: 'en',
    around: 0.8,
    talkative: 0.5,
    face: { ground: [268, 232], skin: '#e9b995', hair: '#3a2a2e', cut: 'bun', wear: '#f3f0ff' },
  },
  {
    uid: 'ben',
    name: 'Ben Okafor',
    role: 'potter',
    statusMessage: 'Watching a kiln so you don’t have to 🔥',
    tags: ['studio'],
    language: 'en',
    around: 0.95,
    talkative: 0.8,
    face: {
      ground: [38, 12],
      skin: '#8a5a3c',
      hair: '#1d1512',
      cut: 'short',
      wear: '#2f4a6b',
      beard: true,
    },
  },
  {
    uid: 'lena',
    name: 'Lena Hartmann',
    role: 'designer',
    statusMessage: 'Im Atelier bis 18 Uhr',
    tags: ['studio'],
    language: 'de',
    around: 0.7,
    talkative: 0.5,
    face: {
      ground: [196, 230],
      skin: '#f6d3bb',
      hair: '#d8a94f',
      cut: 'long',
      wear: '#21506e',
      glasses: true,
    },
  },
  {
    uid: 'omar',
    name: 'عمر حدّاد',
    role: 'photographer',
    statusMessage: 'الصبر مفتاح الفرج',
    language: 'ar',
    around: 0.7,
    talkative: 0.4,
    face: {
      ground: [160, 190],
      skin: '#d9a679',
      hair: '#221a17',
      cut: 'wavy',
      wear: '#f4efe4',
      beard: true,
    },
  },
  {
    uid: 'yu',
    name: '田中 優',
    role: 'potter',
    statusMessage: '土と火',
    tags: ['studio'],
    language: 'ja',
    around: 0.5,
    talkative: 0.4,
    face: { ground: [335, 300], skin: '#f3cfb0', hair: '#17151b', cut: 'bob', wear: '#ffe9ee' },
  },
  {
    uid: 'chiara',
    name: 'Chiara Vitale',
    role: 'potter',
    statusMessage: 'Glaze is just chemistry with feelings',
    tags: ['studio'],
    language: 'it',
    around: 0.75,
    talkative: 0.7,
    face: { ground: [14, 345], skin: '#eec19b', hair: '#7a2f1d', cut: 'curly', wear: '#fff3e2' },
  },
  {
    uid: 'priya',
    name: 'Priya Deshmukh',
    role: 'bookkeeper',
    statusMessage: 'Invoices on Fridays',
    language: 'en',
    around: 0.6,
    talkative: 0.4,
    face: { ground: [172, 150], skin: '#b97f56', hair: '#1a1214', cut: 'long', wear: '#f7c948' },
  },
  {
    uid: 'noor',
    name: 'Noor Rahimi',
    role: 'apprentice',
    tags: ['studio'],
    language: 'en',
    around: 0.8,
    talkative: 0.6,
    face: { ground: [145, 175], skin: '#e5b48c', hair: '#37646b', cut: 'scarf', wear: '#37646b' },
  },
  {
    uid: 'mateo',
    name: 'Mateo Álvarez',
    role: 'potter',
    statusMessage: 'Mañana también hay barro',
    language: 'es',
    around: 0.5,
    talkative: 0.4,
    face: {
      ground: [50, 28],
      skin: '#cf9a6e',
      hair: '#2b1c14',
      cut: 'wavy',
      wear: '#3b7a57',
      glasses: true,
    },
  },
  {
    uid: 'ingrid',
    name: 'Ingrid Solheim',
    role: 'guide',
    statusMessage: 'On a mountain, probably',
    language: 'en',
    around: 0.4,
    talkative: 0.5,
    face: { ground: [210, 250], skin: '#f8d9c4', hair: '#e9e3d6', cut: 'bob', wear: '#b8433f' },
  },
  {
    uid: 'kwame',
    name: 'Kwame Mensah',
    role: 'engineer',
    language: 'en',
    around: 0.5,
    talkative: 0.4,
    face: {
      ground: [285, 320],
      skin: '#6d4530',
      hair: '#140f0d',
      cut: 'short',
      wear: '#e8e6f5',
      glasses: true,
    },
  },
  {
    uid: 'sofia-k',
    name: 'София Ковальчук',
    role: 'default',
    statusMessage: 'Back on Monday',
    language: 'en',
    around: 0.2,
    talkative: 0.2,
  },
];

export const personOf = (uid: string): Person | undefined =>
  cast.find((person) => person.uid === uid);
