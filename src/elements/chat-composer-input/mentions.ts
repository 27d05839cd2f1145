/** A mention as it stands in the input: `@Ben Okafor`, sent as `<@uid:ben>`. */
export interface Mention {
  readonly start: number;
  readonly end: number;
  readonly token: string;
}
/** What the input shows, and which parts of it stand for people. */
export interface MentionText {
  readonly text: string;
  readonly mentions: readonly Mention[];
}
/** Label (`@Ben Okafor`) to token: those that were chosen in this input, so that undo brings a mention back whole. */
export type Labels = ReadonlyMap<string, string>;

const tokenPattern = /<@(uid|all):([^<>]+)>/g;

/** `<@uid:ben>` becomes `@Ben Okafor`, under the name of today. */
export function fromWire(wire: string, nameOf: (uid: string) => string): MentionText {
  const mentions: Mention[] = [];
  let text = '';
  let from = 0;
  for (const match of wire.matchAll(tokenPattern)) {
    const [token, kind, value = ''] = match;
    text += wire.slice(from, match.index);
    const label = `@${kind === 'uid' ? nameOf(value.toLowerCase()) : value}`;
    mentions.push({ start: text.length, end: text.length + label.length, token });
    text += label;
    from = match.index + token.length;
  }
  return { text: text + wire.slice(from), mentions };
}

export function toWire({ text, mentions }: MentionText): string {
  let wire = '';
  let from = 0;
  for (const { start, end, token } of mentions) {
    wire += text.slice(from, start) + token;
    from = end;
  }
  return wire + text.slice(from);
}

/** The mentions after a change of the text: moved along, dropped where the change went into them. */
export function follow(before: MentionText, text: string, labels: Labels): MentionText {
  const old = before.text;
  let same = 0;
  while (same < old.length && same < text.length && old[same] === text[same]) same++;
  let tail = 0;
  const most = Math.min(old.length, text.length) - same;
  while (tail < most && old[old.length - 1 - tail] === text[text.length - 1 - tail]) tail++;

  const moved = text.length - old.length;
  const kept = before.mentions.flatMap((mention): Mention[] => {
    if (mention.end <= same) return [mention];
    if (mention.start < old.length - tail) return [];
    return [{ ...mention, start: mention.start + moved, end: mention.end + moved }];
  });
  return { text, mentions: found(text, kept, labels) };
}

/** Adds known labels that stand in the text once more: after undo, or pasted back. */
function found(text: string, kept: Mention[], labels: Labels): Mention[] {
  const all = [...kept];
  // The longest first: "@Ben" must not take the beginning of "@Ben Okafor".
  for (const label of [...labels.keys()].sort((a, b) => b.length - a.length)) {
    for (let at = text.indexOf(label); at >= 0; at = text.indexOf(label, at + 1)) {
      const end = at + label.length;
      const free = all.every((other) => other.end <= at || other.start >= end);
      if (free && isWordStart(text, at) && !/[\p{L}\p{N}_]/u.test(text.charAt(end))) {
        all.push({ start: at, end, token: labels.get(label) ?? label });
      }
    }
  }
  return all.sort((a, b) => a.start - b.start);
}

/** True where a word may begin: not in the middle of an address or another word. */
export function isWordStart(text: string, at: number): boolean {
  return at === 0 || !/[\p{L}\p{N}_.@/]/u.test(text.charAt(at - 1));
}

/** The mention that ends, or begins, at the caret: a deletion in that direction takes it as one. */
export function mentionBeside(
  { mentions }: MentionText,
  caret: number,
  direction: 'backward' | 'forward',
): Mention | undefined {
  return mentions.find(({ start, end }) => caret === (direction === 'backward' ? end : start));
}
