import { computed, type WritableAtom } from 'nanostores';
import type { BackendEvent } from '../../protocol/events.js';
import type { Target } from '../../protocol/ids.js';
import type { JsonObject, User } from '../../protocol/records.js';
import type { Store } from '../stores/list-types.js';
import { keepItems } from '../stores/memo.js';
import type { People } from '../people.js';
import { conversationOf, keyOf, normalize, targetOfKey } from '../targets.js';
import type { ChatClient } from '../types.js';
import { nobody, placeOf, type Typists } from '../typists.js';
import type { ActCore } from './act-core.js';
import { isSent } from './feed/new-message.js';

/** B75, B76. */
const repeatAfter = 3000;
const idleAfter = 5000;
const expiresAfter = 7000;

export interface TypingActs extends Pick<ChatClient['typing'], 'touch' | 'stop'> {
  /** Of a target's key, or of a thread's in it. */
  $typing(place: string): Store<readonly User[]>;
  /** Those who write in a conversation, or in a thread of it. */
  typists(place: string): readonly User[];
  receive(event: Extract<BackendEvent, { type: 'typing' }>): void;
}

/** Tells others that one types, and keeps who of them does. */
export function createTyping(
  core: ActCore,
  people: People,
  $typists: WritableAtom<Typists>,
): TypingActs {
  const { environment } = core;
  const expiries = new Map<string, () => void>();
  const mine = new Map<string, { saidAt: number; stop: () => void }>();
  const former = new Map<string, readonly User[]>();

  core.onSession(() => {
    former.clear();
    for (const cancel of expiries.values()) cancel();
    for (const { stop } of mine.values()) stop();
    expiries.clear();
    mine.clear();
  });

  // Who has sent it has stopped typing it, and so has who is no member any more.
  core.tables.onApplied(({ messages = [], members = [] }) => {
    const places = [...$typists.get().keys()];
    for (const { after } of members) {
      if (after.removedAt === undefined && after.bannedAt === undefined) continue;
      const conversation = conversationOf(core.me(), { guid: after.guid });
      for (const place of places)
        if (place.split('|', 1)[0] === conversation) set(place, after.uid, false);
    }
    for (const change of messages) {
      const { conversationId, parentId, sender } = change.after;
      const place = placeOf(conversationId, parentId);
      if (places.includes(place) && isSent(change)) set(place, sender, false);
    }
  });

  function set(place: string, uid: string, typing: boolean, metadata?: JsonObject): void {
    const key = `${place}|${uid}`;
    expiries.get(key)?.();
    expiries.delete(key);
    if (typing)
      expiries.set(
        key,
        environment.after(expiresAfter, () => set(place, uid, false)),
      );
    const before = $typists.get().get(place) ?? [];
    if (before.includes(uid) === typing) return;
    const after = typing ? [...before, uid] : before.filter((other) => other !== uid);
    const next = new Map($typists.get());
    if (after.length > 0) next.set(place, after);
    else next.delete(place);
    $typists.set(next);
    const [conversationId = '', parentId] = place.split('|');
    core.facts.emit(typing ? 'typing.started' : 'typing.stopped', {
      conversationId,
      uid,
      ...(parentId !== undefined && { parentId }),
      ...(metadata && { metadata }),
    });
  }

  const say = (
    target: Target,
    typing: boolean,
    parentId: string | undefined,
    metadata?: JsonObject,
  ) => {
    const thread = parentId !== undefined && { parentId };
    core.tell('typing.set', { target, typing, ...thread, ...(metadata && { metadata }) });
  };

  function stop(given: Target, parentId?: string): void {
    const key = placeOf(keyOf(given), parentId);
    const held = mine.get(key);
    if (!held) return;
    held.stop();
    mine.delete(key);
    say(normalize(given), false, parentId);
  }

  function typists(place: string): readonly User[] {
    const uids = $typists.get().get(place) ?? [];
    const users = uids.flatMap((uid) => people.get(uid) ?? []);
    const kept = keepItems(former.get(place) ?? nobody, users);
    former.set(place, kept);
    return kept;
  }

  return {
    $typing(place) {
      const [to = '', parentId] = place.split('|');
      const target = targetOfKey(to);
      return computed([$typists, core.$shown], () =>
        typists(placeOf(conversationOf(core.me(), target), parentId)),
      );
    },
    typists,
    receive({ conversationId, uid, typing, parentId, metadata }) {
      if (uid !== core.me()) set(placeOf(conversationId, parentId), uid, typing, metadata);
    },
    touch(given, parentId, metadata) {
      if (!core.can('typing')) return;
      const key = placeOf(keyOf(given), parentId);
      const now = environment.now();
      const held = mine.get(key);
      held?.stop();
      const isDue = !held || now - held.saidAt >= repeatAfter;
      if (isDue) say(normalize(given), true, parentId, metadata);
      mine.set(key, {
        saidAt: isDue ? now : held.saidAt,
        stop: environment.after(idleAfter, () => stop(given, parentId)),
      });
    },
    stop,
  };
}
