/** A person or a group: whom a message goes to and which conversation is on show. */
export type Target =
  { readonly uid: string; readonly guid?: never } | { readonly guid: string; readonly uid?: never };

/** UIDs, GUIDs and role ids, in lower case (R5). */
export function isId(text: string): boolean {
  return /^[a-z0-9_-]{1,100}$/.test(text);
}

/** ":" cannot occur in a UID, so no two pairs of people share an id. */
export function conversationId(me: string, target: Target): string {
  if (target.guid !== undefined) return `group:${target.guid}`;
  return `user:${[me, target.uid].sort().join(':')}`;
}

/** The other side of a conversation, as seen by `me`. */
export function conversationTarget(me: string, id: string): Target {
  const [type, first = '', second = ''] = id.split(':');
  if (type === 'group') return { guid: first };
  return { uid: first === me ? second : first };
}

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/**
 * A ULID in lower case: 10 characters of time, 16 of randomness, so ids sort by the time they were minted.
 * Clients mint the ids of messages and commands, and these are final.
 * @param now Unix milliseconds
 * @param random numbers in [0, 1)
 */
export function createId(now: number = Date.now(), random: () => number = secureRandom): string {
  let time = '';
  for (let rest = Math.floor(now), i = 0; i < 10; i++, rest = Math.floor(rest / 32)) {
    time = alphabet.charAt(rest % 32) + time;
  }
  let noise = '';
  for (let i = 0; i < 16; i++) noise += alphabet.charAt(Math.floor(random() * 32));
  return time + noise;
}

const drawn = new Uint32Array(64);
let left = 0;

/** In [0, 1). Drawn many at a time: asking the browser takes longer than all else of an id. */
export function secureRandom(): number {
  if (left === 0) left = crypto.getRandomValues(drawn).length;
  return (drawn[--left] ?? 0) / 2 ** 32;
}

/** UIDs named by `<@uid:UID>` in a text, and whether `<@all:LABEL>` names everyone. */
export function mentionsIn(text: string): { uids: string[]; all: boolean } {
  const uids = new Set<string>();
  let all = false;
  for (const [, kind, value = ''] of text.matchAll(/<@(uid|all):([^<>]+)>/g)) {
    if (kind === 'all') all = true;
    else uids.add(value.toLowerCase());
  }
  return { uids: [...uids], all };
}
