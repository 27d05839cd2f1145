import { atom, computed } from 'nanostores';
import type { BackendEvent } from '../protocol/events.js';
import type { Target } from '../protocol/ids.js';
import type { User } from '../protocol/records.js';
import type { Core } from './core.js';
import type { Also } from './list.js';
import { differing, keepItems } from './memo.js';
import type { People } from './people.js';
import { createStores } from './stores.js';
import { conversationOf, keyOf, normalize } from './targets.js';
import type { ChatClient } from './types.js';

/** B75, B76. */
const repeatAfter = 3000;
const idleAfter = 5000;
const expiresAfter = 7000;

/** Conversation to the UIDs typing there, in the order they began. */
type Typists = ReadonlyMap<string, readonly string[]>;

export interface Typing {
  /** For lists that show it. */
  readonly also: Also;
  typists(conversation: string): readonly User[];
  receive(event: Extract<BackendEvent, { type: 'typing' }>): void;
  readonly feature: ChatClient['typing'];
}

export function createTyping(core: Core, people: People): Typing {
  const { environment } = core;
  const $typists = atom<Typists>(new Map());
  const expiries = new Map<string, () => void>();
  const mine = new Map<string, { saidAt: number; stop: () => void }>();
  const former = new Map<string, readonly User[]>();
  const none: readonly User[] = [];

  core.onSession(() => {
    for (const cancel of expiries.values()) cancel();
    for (const { stop } of mine.values()) stop();
    expiries.clear();
    mine.clear();
    former.clear();
    $typists.set(new Map());
  });

  // Who has sent it has stopped typing it, and so has who is no member any more.
  core.tables.onApplied(({ messages = [], members = [] }) => {
    for (const { after } of members) {
      if (after.removedAt !== undefined || after.bannedAt !== undefined)
        set(conversationOf(core.me(), { guid: after.guid }), after.uid, false);
    }
    for (const { after, arrival } of messages) {
      if (arrival.live && $typists.get().has(after.conversationId))
        set(after.conversationId, after.sender, false);
    }
  });

  function set(conversation: string, uid: string, typing: boolean): void {
    const key = `${conversation}|${uid}`;
    expiries.get(key)?.();
    expiries.delete(key);
    if (typing)
      expiries.set(
        key,
        environment.after(expiresAfter, () => set(conversation, uid, false)),
      );
    const before = $typists.get().get(conversation) ?? [];
    if (before.includes(uid) === typing) return;
    const after = typing ? [...before, uid] : before.filter((other) => other !== uid);
    const next = new Map($typists.get());
    if (after.length > 0) next.set(conversation, after);
    else next.delete(conversation);
    $typists.set(next);
    core.facts.emit(typing ? 'typing.started' : 'typing.stopped', {
      conversationId: conversation,
      uid,
    });
  }

  function typists(conversation: string): readonly User[] {
    const uids = $typists.get().get(conversation);
    if (!uids) {
      former.delete(conversation);
      return none;
    }
    const users = keepItems(
      former.get(conversation),
      uids.flatMap((uid) => people.get(uid) ?? []),
    );
    former.set(conversation, users);
    return users;
  }

  const $typing = createStores<readonly User[]>((key) => {
    const target: Target = key.startsWith('group:')
      ? { guid: key.slice(6) }
      : { uid: key.slice(5) };
    return computed([$typists, core.$shown], () => typists(conversationOf(core.me(), target)));
  });

  const say = (target: Target, typing: boolean) => core.tell('typing.set', { target, typing });

  function stop(given: Target): void {
    const key = keyOf(given);
    const held = mine.get(key);
    if (!held) return;
    held.stop();
    mine.delete(key);
    say(normalize(given), false);
  }

  return {
    also: {
      $store: $typists,
      changed: (before, after) => differing(before as Typists, after as Typists),
    },
    typists,
    receive({ conversationId, uid, typing }) {
      if (uid !== core.me()) set(conversationId, uid, typing);
    },
    feature: {
      $typing: (target) => $typing(keyOf(target)),
      touch(given) {
        if (!core.can('typing')) return;
        const key = keyOf(given);
        const now = environment.now();
        const held = mine.get(key);
        held?.stop();
        const isDue = !held || now - held.saidAt >= repeatAfter;
        if (isDue) say(normalize(given), true);
        mine.set(key, {
          saidAt: isDue ? now : held.saidAt,
          stop: environment.after(idleAfter, () => stop(given)),
        });
      },
      stop,
    },
  };
}
