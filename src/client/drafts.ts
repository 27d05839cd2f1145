import { atom, computed } from 'nanostores';
import type { Target } from '../protocol/ids.js';
import type { Core } from './core.js';
import { createStores } from './stores.js';
import { keyOf } from './targets.js';
import { without } from './without.js';
import type { ChatClient, Draft, Store } from './types.js';

export interface StoredDraft {
  readonly draft: Draft;
  /** What was being written when an edit began (B72). */
  readonly former?: Draft;
}

export interface Drafts {
  readonly $previews: Store<unknown>;
  /** The text of a draft that no composer shows. */
  preview(target: Target): string | undefined;
  readonly feature: ChatClient['drafts'];
}

/** B63: within 300 ms of a pause. */
const storedAfter = 250;
const empty: Draft = { text: '', files: [] };

export function createDrafts(core: Core): Drafts {
  const { environment, keep } = core;
  const $drafts = atom<ReadonlyMap<string, StoredDraft>>(new Map());
  const $onShow = atom<ReadonlySet<string>>(new Set());
  const writes = new Map<string, () => void>();

  core.onSession((session) => {
    flush();
    $drafts.set(new Map());
    if (!session) return;
    void keep.drafts(session.me.id).then((stored) => {
      // What was typed while storage answered is newer.
      if (core.me() === session.me.id) $drafts.set(new Map([...stored, ...$drafts.get()]));
    });
  });

  function save(key: string): void {
    writes.delete(key);
    const me = core.me() ?? owner;
    if (me !== undefined) keep.putDraft(me, key, $drafts.get().get(key));
  }

  let owner: string | undefined;
  function set(key: string, stored: StoredDraft): void {
    owner = core.me();
    const next = new Map($drafts.get());
    const { draft, former } = stored;
    if (!former && draft.text === '' && draft.files.length === 0 && draft.replyTo === undefined)
      next.delete(key);
    else next.set(key, stored);
    $drafts.set(next);
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

  if (typeof document !== 'undefined') {
    const hidden = () => document.visibilityState === 'hidden' && flush();
    document.addEventListener('visibilitychange', hidden);
    core.onClose(() => {
      flush();
      document.removeEventListener('visibilitychange', hidden);
    });
  }

  const $draft = createStores<Draft>(
    (key) => computed($drafts, (drafts) => drafts.get(key)?.draft ?? empty),
    (key) => {
      $onShow.set(new Set([...$onShow.get(), key]));
      return () => $onShow.set(new Set([...$onShow.get()].filter((other) => other !== key)));
    },
  );

  const get = (key: string): StoredDraft => $drafts.get().get(key) ?? { draft: empty };
  /** Without the edit; the words from before it are back. */
  const former = ({ draft, former: words = empty }: StoredDraft): Draft =>
    draft.editing === undefined ? draft : words;

  return {
    $previews: computed([$drafts, $onShow], (drafts, onShow) => ({ drafts, onShow })),
    preview(target) {
      const key = keyOf(target);
      if ($onShow.get().has(key)) return undefined;
      return former(get(key)).text.trim() || undefined;
    },
    feature: {
      $draft: (target) => $draft(keyOf(target)),
      write(target, changes) {
        const stored = get(keyOf(target));
        set(keyOf(target), { ...stored, draft: { ...stored.draft, ...changes } });
      },
      reply(target, messageId) {
        set(keyOf(target), { draft: { ...former(get(keyOf(target))), replyTo: messageId } });
      },
      edit(target, message) {
        const text = message.text ?? '';
        set(keyOf(target), {
          draft: { text, caret: text.length, editing: message.id, files: [] },
          former: former(get(keyOf(target))),
        });
      },
      cancel(target) {
        const stored = get(keyOf(target));
        if (stored.draft.editing !== undefined)
          return set(keyOf(target), { draft: former(stored) });
        set(keyOf(target), { draft: without(stored.draft, 'replyTo') });
      },
      clear(target) {
        const stored = get(keyOf(target));
        set(keyOf(target), { draft: stored.draft.editing === undefined ? empty : former(stored) });
      },
    },
  };
}
