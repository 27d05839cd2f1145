import { atom, computed } from 'nanostores';
import { ChatError } from '../protocol/errors.js';
import type { Target } from '../protocol/ids.js';
import type { Acts } from './acts/acts.js';
import type { Core } from './core.js';
import { empty, placeOf, type DraftMap, type OwnDrafts } from './draft.js';
import type { Draft, StoredDraft } from './draft-types.js';
import type { Also } from './stores/list-types.js';
import { differing } from './stores/memo.js';
import type { StandIns } from './stand-ins.js';
import { createStores } from './stores/stores.js';
import { conversationOf, keyOf, targetOfKey } from './targets.js';
import type { ChatClient } from './types.js';

export interface Drafts extends OwnDrafts {
  /** For lists that show it. */
  readonly also: Also;
  /** The text of a draft that no composer shows. */
  preview(target: Target): string | undefined;
  readonly feature: ChatClient['drafts'];
}

/** What is being written. What keeps it, and what else is done with it, comes with the acts. */
export function createDrafts(core: Core, { act }: StandIns): Drafts {
  const $drafts = atom<DraftMap>(new Map());
  const $onShow = atom<ReadonlySet<string>>(new Set());
  core.onSession(() => $drafts.set(new Map()));

  const get = (place: string): StoredDraft => $drafts.get().get(place) ?? empty;
  const show: Drafts['show'] = (place, stored) =>
    $drafts.set(new Map([...$drafts.get(), [place, stored]]));

  function run(it: (drafts: Acts['drafts']) => void): void {
    act(({ drafts }) => it(drafts)).catch((error: unknown) =>
      core.report(ChatError.from(error), 'drafts'),
    );
  }
  function set(place: string, stored: StoredDraft): void {
    show(place, stored);
    run((drafts) => drafts.keep(place));
  }

  const $draft = createStores<Draft>(
    (key) => computed($drafts, () => get(key).draft),
    (key) => {
      $onShow.set(new Set([...$onShow.get(), key]));
      return () => $onShow.set(new Set([...$onShow.get()].filter((other) => other !== key)));
    },
  );

  /** Those that no composer shows. */
  const $previews = computed(
    [$drafts, $onShow],
    (drafts, onShow): DraftMap => new Map([...drafts].filter(([place]) => !onShow.has(place))),
  );

  return {
    $drafts,
    $onShow,
    show,
    also: {
      $store: $previews,
      changed: (before, after) =>
        differing(before as DraftMap, after as DraftMap).map((place) =>
          conversationOf(core.me(), targetOfKey(place)),
        ),
    },
    preview(target) {
      const key = keyOf(target);
      if ($onShow.get().has(key)) return undefined;
      let stored: StoredDraft | undefined = get(key);
      // The words of a message are no draft.
      while (stored?.draft.editing) stored = stored.former;
      return stored?.draft.text.trim() || undefined;
    },
    feature: {
      $draft: (target, parentId) => $draft(placeOf(target, parentId)),
      write(target, changes, parentId) {
        const place = placeOf(target, parentId);
        const stored = get(place);
        set(place, { ...stored, draft: { ...stored.draft, ...changes } });
      },
      clear(target, parentId) {
        const place = placeOf(target, parentId);
        set(place, get(place).former ?? empty);
      },
      add: (...given) => run((drafts) => drafts.add(...given)),
      reply: (...given) => run((drafts) => drafts.reply(...given)),
      edit: (...given) => run((drafts) => drafts.edit(...given)),
      cancel: (...given) => run((drafts) => drafts.cancel(...given)),
    },
  };
}
