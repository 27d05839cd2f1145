import type { DraftFile, StoredDraft } from '../../draft-types.js';

/** Under a key of its own, beside the draft: what is typed is written at each pause, what goes with it once. */
export interface FileRow {
  readonly key: string;
  readonly file: unknown;
}
interface FilePlace {
  readonly at: string;
}

const keyOf = (draft: string, id: string) => `${draft}|file|${id}`;

/** The keys of all files of a draft. */
export const filesOf = (draft: string) =>
  IDBKeyRange.bound(keyOf(draft, ''), keyOf(draft, '\uffff'));

/** A draft with places for files, and the files by their places. */
export function takeApart(key: string, stored: StoredDraft) {
  const files = new Map<string, File>();
  const bare = mapFiles(stored, (one) => {
    const at = keyOf(key, one.id);
    files.set(at, one.file);
    return [{ ...one, file: { at } as unknown as File }];
  });
  return { bare, files };
}

/** Where the files of a draft lie. */
export function placesOf(stored: StoredDraft): readonly string[] {
  const places: string[] = [];
  mapFiles(stored, (one) => {
    const at = placeOf(one);
    if (at !== undefined) places.push(at);
    return [];
  });
  return places;
}

/** With its files; one that is not there any more is left out. */
export function putTogether(stored: StoredDraft, files: ReadonlyMap<string, File>): StoredDraft {
  return mapFiles(stored, (one) => {
    const at = placeOf(one);
    const file = at === undefined ? one.file : files.get(at);
    return file ? [{ ...one, file }] : [];
  });
}

function placeOf({ file }: DraftFile): string | undefined {
  return 'at' in file ? (file as unknown as FilePlace).at : undefined;
}

function mapFiles(
  { draft, former }: StoredDraft,
  change: (one: DraftFile) => readonly DraftFile[],
): StoredDraft {
  return {
    draft: { ...draft, files: draft.files.flatMap(change) },
    ...(former && { former: mapFiles(former, change) }),
  };
}
