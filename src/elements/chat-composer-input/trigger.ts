import { isWordStart, type MentionText } from './mentions.js';

/** What is being typed just before the caret and asks for suggestions. */
export interface Trigger {
  readonly kind: 'mention' | 'emoji';
  /** Where `@` or `:` stands. */
  readonly start: number;
  readonly end: number;
  readonly query: string;
}
export interface Person {
  readonly uid: string;
  readonly name: string;
  readonly avatar?: string;
}

const longestQuery = 40;
const mostRows = 8;

export function triggerAt(content: MentionText, caret: number): Trigger | undefined {
  const before = content.text.slice(0, caret);
  if (insideCode(before)) return undefined;
  const emoji = /(?:^|[\s(]):([a-z0-9_+-]{2,30})$/i.exec(before)?.[1];
  if (emoji !== undefined) {
    return { kind: 'emoji', start: caret - emoji.length - 1, end: caret, query: emoji };
  }
  const start = before.lastIndexOf('@');
  const query = before.slice(start + 1);
  if (start < 0 || query.length > longestQuery || /\n|^\s/.test(query)) return undefined;
  if (!isWordStart(before, start)) return undefined;
  // A mention that is there already asks nothing more.
  if (content.mentions.some((mention) => mention.start <= start && start < mention.end)) {
    return undefined;
  }
  return { kind: 'mention', start, end: caret, query };
}

function insideCode(before: string): boolean {
  const fences = before.split('```').length - 1;
  if (fences % 2 === 1) return true;
  const line = before.slice(before.lastIndexOf('\n') + 1);
  return (line.split('`').length - 1) % 2 === 1;
}

/** Without case and accents. */
export function fold(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLocaleLowerCase();
}

/** Those whose name or UID fits, the best first: name begins so, a word of it does, the UID does, it occurs. */
export function matchPeople<P extends Person>(people: readonly P[], query: string): P[] {
  const wanted = fold(query.trim());
  const rank = ({ name, uid }: Person) => {
    const folded = fold(name);
    if (folded.startsWith(wanted)) return 0;
    if (folded.split(/[\s-]+/).some((word) => word.startsWith(wanted))) return 1;
    if (uid.startsWith(wanted)) return 2;
    return folded.includes(wanted) ? 3 : 4;
  };
  return people
    .map((person) => ({ person, rank: rank(person) }))
    .filter((match) => match.rank < 4)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, mostRows)
    .map((match) => match.person);
}
