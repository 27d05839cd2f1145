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
