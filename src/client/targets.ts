import { conversationId, type Target } from '../protocol/ids.js';

/** Ids are kept in lower case (R5); a target names one person or one group. */
export function normalize(target: Target): Target {
  return target.guid !== undefined
    ? { guid: target.guid.toLowerCase() }
    : { uid: target.uid.toLowerCase() };
}

/** Names a target before it is known who is signed in. */
export function keyOf(target: Target): string {
  const { uid, guid } = normalize(target);
  return guid !== undefined ? `group:${guid}` : `user:${uid}`;
}

export function conversationOf(me: string | undefined, target: Target): string {
  return me === undefined ? '' : conversationId(me, normalize(target));
}

/** Of `keyOf`. */
export function targetOfKey(key: string): Target {
  const id = key.slice(key.indexOf(':') + 1);
  return key.startsWith('group:') ? { guid: id } : { uid: id };
}
