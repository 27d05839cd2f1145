import { ChatError } from '../../protocol/errors.js';
import { empty, former, placeOf, type OwnDrafts } from '../draft.js';
import type { StoredDraft } from '../draft-types.js';
import type { ChatClient } from '../types.js';
import { without } from '../without.js';
import type { ActCore } from './act-core.js';

/** B63: within 300 ms of a pause. */
const storedAfter = 250;

export interface DraftActs extends Pick<ChatClient['drafts'], 'reply' | 'edit' | 'cancel'> {
  /** What was written there outlives the page, and is the same in all tabs. */
  keep(place: string): void;
}

interface Due {
  readonly uid: string;
  readonly stored: StoredDraft | undefined;
  readonly cancel: () => void;
}

export function createDrafts(core: ActCore, { $drafts, show }: OwnDrafts): DraftActs {
  const { environment, keep, tabs, me } = core;
  /** By place: what is to be stored. */
  const due = new Map<string, Due>();

  async function load(): Promise<void> {
    const uid = me();
    if (uid === undefined) return;
    const stored = await keep.drafts(uid);
    // What was typed while storage answered is newer.
    if (me() === uid) $drafts.set(new Map([...stored, ...$drafts.get()]));
  }
  const loadNow = () =>
    void load().catch((error: unknown) => core.report(ChatError.from(error), 'storage'));

  function keepDraft(place: string): void {
    const uid = me();
    if (uid === undefined) return;
    const stored = worthKeeping($drafts.get().get(place));
    tabs.tell({ kind: 'draft', uid, place, stored });
    const cancel = due.get(place)?.cancel ?? environment.after(storedAfter, () => save(place));
    due.set(place, { uid, stored, cancel });
  }

  function save(place: string): void {
    const draft = due.get(place);
    if (!draft) return;
    draft.cancel();
    due.delete(place);
    keep.putDraft(draft.uid, place, draft.stored);
  }
  const flush = () => [...due.keys()].forEach(save);

  // Two tabs write one draft: what was written last is in both, and whoever wrote it stores it.
  tabs.onTold((message) => {
    if (message.kind !== 'draft' || message.uid !== me()) return;
    const { place, stored = { draft: empty } } = message;
    due.get(place)?.cancel();
    due.delete(place);
    show(place, stored);
  });

  core.onSession(() => {
    flush();
    loadNow();
  });
  core.onClose(environment.page.onSign((sign) => sign === 'hidden' && flush()));
  core.onClose(flush);
  loadNow();

  const get = (place: string): StoredDraft => $drafts.get().get(place) ?? { draft: empty };
  function set(place: string, stored: StoredDraft): void {
    show(place, stored);
    keepDraft(place);
  }

  return {
    keep: keepDraft,
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
  };
}

function worthKeeping(stored: StoredDraft | undefined): StoredDraft | undefined {
  if (!stored || stored.former) return stored;
  const { text, files, replyTo } = stored.draft;
  return text === '' && files.length === 0 && replyTo === undefined ? undefined : stored;
}
