import { atom, computed, onMount } from 'nanostores';
import type { Target } from '../protocol/ids.js';
import type { Core } from './core.js';
import type { Also } from './list-types.js';
import { differing } from './memo.js';
import { createStores } from './stores.js';
import { conversationOf, keyOf, targetOfKey } from './targets.js';
import { without } from './without.js';
import type { Draft, StoredDraft } from './draft-types.js';
import type { ChatClient } from './types.js';

export interface Drafts {
  /** For lists that show it. */
  readonly also: Also;
  /** The text of a draft that no composer shows. */
  preview(target: Target): string | undefined;
  readonly feature: ChatClient['drafts'];
}

type Previews = ReadonlyMap<string, StoredDraft>;

/** B63: within 300 ms of a pause. */
const storedAfter = 250;
const empty: Draft = { text: '', files: [] };

/** A thread has a draft of its own. No id of a person or a group holds a "/". */
const placeOf = (target: Target, parentId?: string) =>
  parentId === undefined ? keyOf(target) : `${keyOf(target)}/${parentId}`;

export function createDrafts(core: Core): Drafts {
  const { environment, keep } = core;
  const $drafts = atom<ReadonlyMap<string, StoredDraft>>(new Map());
  const $onShow = atom<ReadonlySet<string>>(new Set());
  const writes = new Map<string, () => void>();

  /** Whose are read, once somebody looks: a page without composer or list of chats needs none. */
  let read: string | undefined;
  let looked = false;
  function load(): void {
    const me = core.me();
    if (me === undefined || me === read) return;
    read = me;
    void keep.drafts(me).then((stored) => {
      // What was typed while storage answered is newer.
      if (core.me() === me) $drafts.set(new Map([...stored, ...$drafts.get()]));
    });
  }
  onMount($drafts, () => {
    looked = true;
    load();
    return () => void (looked = false);
  });

  core.onSession(() => {
    flush();
    $drafts.set(new Map());
    read = undefined;
    if (looked) load();
  });

  function save(key: string): void {
    writes.delete(key);
    const me = core.me() ?? owner;
    if (me !== undefined) keep.putDraft(me, key, $drafts.get().get(key));
  }

  function show(key: string, stored: StoredDraft | undefined): void {
    const next = new Map($drafts.get());
    if (stored) next.set(key, stored);
    else next.delete(key);
    $drafts.set(next);
  }

  // Two tabs write one draft: what was written last is in both, and whoever wrote it stores it.
  core.tabs.onTold((message) => {
    if (message.kind !== 'draft' || message.uid !== core.me()) return;
    writes.get(message.place)?.();
    writes.delete(message.place);
    show(message.place, message.stored);
  });

  let owner: string | undefined;
  function set(key: string, stored: StoredDraft): void {
    owner = core.me();
    load();
    const { draft, former } = stored;
    const isEmpty =
      !former && draft.text === '' && draft.files.length === 0 && draft.replyTo === undefined;
    show(key, isEmpty ? undefined : stored);
    if (owner !== undefined)
      core.tabs.tell({ kind: 'draft', uid: owner, place: key, stored: $drafts.get().get(key) });
    if (!writes.has(key))
      writes.set(
        key,
        environment.after(storedAfter, () => save(key)),
      );
  }

  function flush(): void {
    for (const [key, cancel] of [...writes]) {
      cancel();
      save(key);
    }
  }

  core.onClose(environment.page.onSign((sign) => sign === 'hidden' && flush()));
  core.onClose(flush);

  const $draft = createStores<Draft>(
    (key) => computed($drafts, (drafts) => drafts.get(key)?.draft ?? empty),
    (key) => {
      $onShow.set(new Set([...$onShow.get(), key]));
      return () => $onShow.set(new Set([...$onShow.get()].filter((other) => other !== key)));
    },
  );

  /** By place: its draft, where no composer shows it. */
  const $previews = computed(
    [$drafts, $onShow],
    (drafts, onShow): Previews => new Map([...drafts].filter(([place]) => !onShow.has(place))),
  );

  const get = (key: string): StoredDraft => $drafts.get().get(key) ?? { draft: empty };
  /** Without the edit; the words from before it are back. */
  const former = ({ draft, former: words = empty }: StoredDraft): Draft =>
    draft.editing === undefined ? draft : words;

  return {
    also: {
      $store: $previews,
      changed: (before, after) =>
        differing(before as Previews, after as Previews).map((place) =>
          conversationOf(core.me(), targetOfKey(place)),
        ),
    },
    preview(target) {
      const key = keyOf(target);
      if ($onShow.get().has(key)) return undefined;
      return former(get(key)).text.trim() || undefined;
    },
    feature: {
      $draft: (target, parentId) => $draft(placeOf(target, parentId)),
      write(target, changes, parentId) {
        const place = placeOf(target, parentId);
        const stored = get(place);
        set(place, { ...stored, draft: { ...stored.draft, ...changes } });
      },
      reply(target, messageId, parentId) {
        const place = placeOf(target, parentId);
        set(place, { draft: { ...former(get(place)), replyTo: messageId } });
      },
      edit(target, message, parentId) {
        const place = placeOf(target, parentId);
        const text = message.text ?? '';
        set(place, {
          draft: { text, caret: text.length, editing: message.id, files: [] },
          former: former(get(place)),
        });
      },
      cancel(target, parentId) {
        const place = placeOf(target, parentId);
        const stored = get(place);
        if (stored.draft.editing !== undefined) return set(place, { draft: former(stored) });
        set(place, { draft: without(stored.draft, 'replyTo') });
      },
      clear(target, parentId) {
        const place = placeOf(target, parentId);
        const stored = get(place);
        set(place, { draft: stored.draft.editing === undefined ? empty : former(stored) });
      },
    },
  };
}
