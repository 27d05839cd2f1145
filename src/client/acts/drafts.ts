import { ChatError } from '../../protocol/errors.js';
import { empty, placeOf, type OwnDrafts } from '../draft.js';
import type { Draft, DraftFile, StoredDraft } from '../draft-types.js';
import type { ChatClient } from '../types.js';
import { without } from '../stores/without.js';
import type { ActCore } from './act-core.js';

/** B63: within 300 ms of a pause. */
const storedAfter = 250;

export interface DraftActs extends Pick<ChatClient['drafts'], 'add' | 'reply' | 'edit' | 'cancel'> {
  /** What was written there outlives the page, and is the same in all tabs. */
  keep(place: string): void;
}

interface Due {
  readonly uid: string;
  readonly stored: StoredDraft | undefined;
  readonly cancel: () => void;
}

export function createDrafts(core: ActCore, { $drafts, $onShow, show }: OwnDrafts): DraftActs {
  const { environment, keep, tabs, me } = core;
  /** By place: what is to be stored. */
  const due = new Map<string, Due>();
  /** Places another tab has told of while storage was read: what it shows is all there is. */
  const told = new Set<string>();

  async function load(): Promise<void> {
    const uid = me();
    if (uid === undefined) return;
    told.clear();
    tabs.tell({ kind: 'drafts', uid });
    const kept = await keep.drafts(uid);
    if (me() !== uid) return;
    const written = $drafts.get();
    const untold = [...kept].filter(([place]) => !told.has(place));
    const all = untold.map(
      ([place, stored]) => [place, onTop(written.get(place), stored)] as const,
    );
    $drafts.set(new Map([...written, ...all]));
    for (const [place] of all) if (written.has(place)) keepDraft(place);
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
    // What was sent is not there again, however soon the page goes.
    if (!stored) save(place);
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
    if (message.uid !== me()) return;
    if (message.kind === 'drafts')
      for (const [place, { uid, stored }] of due)
        tabs.tell({ kind: 'draft', uid, place, stored, again: true });
    if (message.kind !== 'draft') return;
    const { place, stored = empty, again } = message;
    if (again && (told.has(place) || due.has(place))) return;
    told.add(place);
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
  // Whoever has taken back what they typed finds what was there before it, when they come again.
  core.onClose(
    $onShow.listen((onShow) => {
      for (const [place, stored] of $drafts.get())
        if (stored.former && isBlank(stored) && !onShow.has(place)) set(place, stored.former);
    }),
  );
  loadNow();

  const get = (place: string): StoredDraft => $drafts.get().get(place) ?? empty;
  function set(place: string, stored: StoredDraft): void {
    show(place, stored);
    keepDraft(place);
  }

  /** Whoever left meanwhile may be back by the time that storage was read. */
  async function addFiles(uid: string, place: string, files: readonly DraftFile[]): Promise<void> {
    const kept = uid === me() ? undefined : await keep.drafts(uid);
    if (kept && uid !== me()) keep.putDraft(uid, place, withFiles(kept.get(place) ?? empty, files));
    else set(place, withFiles(get(place), files));
  }

  return {
    keep: keepDraft,
    add(target, files, parentId, uid = me()) {
      if (uid === undefined) return;
      addFiles(uid, placeOf(target, parentId), files).catch((error: unknown) =>
        core.report(ChatError.from(error), 'storage'),
      );
    },
    reply(target, messageId, parentId) {
      const place = placeOf(target, parentId);
      const all = layersOf(get(place)).filter(isOwn);
      const text = all.find(({ editing }) => editing === undefined) ?? empty.draft;
      set(place, stackOf([{ ...text, replyTo: messageId }, ...all.filter((it) => it !== text)]));
    },
    edit(target, message, parentId) {
      const place = placeOf(target, parentId);
      const all = layersOf(get(place)).filter(isOwn);
      const text = message.text ?? '';
      const edit = all.find(({ editing }) => editing === message.id) ?? {
        text,
        caret: text.length,
        editing: message.id,
        files: [],
      };
      set(place, stackOf([edit, ...all.filter((it) => it !== edit)]));
    },
    cancel(target, parentId) {
      const place = placeOf(target, parentId);
      const { draft, former } = get(place);
      const text: StoredDraft = { ...get(place), draft: without(draft, 'replyTo') };
      set(place, (draft.editing === undefined ? worthKeeping(text) : former) ?? empty);
    },
  };

  /** Not the words of a message as it is: an edit that has changed nothing needs not come back. */
  function isOwn({ editing, text }: Draft): boolean {
    if (editing === undefined) return true;
    return text !== (core.$shown.get().get('messages', editing)?.text ?? '');
  }
}

/** What is written, and what comes back after it, one after the other (B72). */
function layersOf({ draft, former }: StoredDraft): readonly Draft[] {
  return former ? [draft, ...layersOf(former)] : [draft];
}

function stackOf([draft, ...after]: readonly Draft[]): StoredDraft {
  if (!draft) return empty;
  return after.length > 0 ? { draft, former: stackOf(after) } : { draft };
}

/** An edit has none: they go with what comes back after it. */
function withFiles(stored: StoredDraft, files: readonly DraftFile[]): StoredDraft {
  const { draft, former = empty } = stored;
  if (draft.editing !== undefined) return { draft, former: withFiles(former, files) };
  return { ...stored, draft: { ...draft, files: [...draft.files, ...files] } };
}

function isBlank({ draft: { text, files, replyTo, editing } }: StoredDraft): boolean {
  return text === '' && files.length === 0 && (replyTo ?? editing) === undefined;
}

function worthKeeping(stored: StoredDraft | undefined): StoredDraft | undefined {
  return stored && isBlank(stored) ? stored.former : stored;
}

/** B63: what was typed before the stored draft came goes on undisturbed; the stored one comes back after it. */
function onTop(written: StoredDraft | undefined, stored: StoredDraft): StoredDraft {
  if (!written) return stored;
  if (written.former) return { ...written, former: onTop(written.former, stored) };
  return isBlank(written) ? stored : { ...written, former: stored };
}
