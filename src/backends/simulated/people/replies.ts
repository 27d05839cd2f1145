import { pick } from '../../random.js';
import type { Language, Person } from './cast.js';
import { phrases, signs, type Topic } from './phrases.js';

export interface Heard {
  readonly text: string;
  /** `text`, `image` … */
  readonly type: string;
}

const words: readonly (readonly [Language, RegExp])[] = [
  ['ar', /\p{Script=Arabic}/u],
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u],
  ['de', /\b(ich|und|nicht|ist|das|wie|wann|danke|hallo|guten|wir|für|morgen)\b|[äß]/iu],
  ['es', /\b(el|los|qué|que|gracias|hola|para|cómo|está|buenas)\b|[¿¡ñ]/iu],
  ['it', /\b(il|che|grazie|ciao|sono|come|perché|domani|buongiorno|della)\b/iu],
];

export function languageOf(text: string): Language {
  return words.find(([, sign]) => sign.test(text))?.[0] ?? 'en';
}

export function topicOf({ text, type }: Heard): Topic {
  if (type === 'image' || type === 'video') return 'picture';
  if (
    text !== '' &&
    /^[\p{Emoji_Presentation}\p{Extended_Pictographic}\u200d\ufe0f\s]+$/u.test(text)
  ) {
    return 'emoji';
  }
  return signs.find(([, sign]) => sign.test(text))?.[0] ?? 'other';
}

/** What somebody answers: in their own language, or in English where they are not understood. */
export function replyOf(person: Person, heard: Heard, random: () => number): string {
  const spoken = languageOf(heard.text);
  const own = spoken === person.language || (spoken === 'en' && random() < 0.4);
  const language = own ? person.language : 'en';
  const topic = topicOf(heard);
  const choices = phrases[language][topic] ?? phrases.en[topic] ?? phrases.en.other;
  return pick(random, choices) ?? '👍';
}

const reactions: Partial<Record<Topic, readonly string[]>> = {
  picture: ['😍', '🔥', '❤️', '🤩'],
  thanks: ['❤️', '😊', '🙌'],
  praise: ['❤️', '🎉', '🙌'],
  cake: ['🍰', '☕', '😋'],
  kiln: ['🔥', '🏺', '👍'],
  bye: ['👋', '🌙'],
  greeting: ['👋', '😊'],
};

export function reactionOf(heard: Heard, random: () => number): string {
  return pick(random, reactions[topicOf(heard)] ?? ['👍', '😄', '👏', '💯']) ?? '👍';
}

/** How long it takes to write: nobody types a long text at once, and nobody lets others wait for ever. */
export function typingTime(text: string, random: () => number): number {
  return Math.round(Math.min(7000, 900 + text.length * 55) * (0.8 + random() * 0.4));
}
