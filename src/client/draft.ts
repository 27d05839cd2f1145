import type { ReadableAtom, WritableAtom } from 'nanostores';
import type { Target } from '../protocol/ids.js';
import type { StoredDraft } from './draft-types.js';
import { keyOf } from './targets.js';

/** By place: what is being written there. */
export type DraftMap = ReadonlyMap<string, StoredDraft>;

/** What is being written on this page. */
export interface OwnDrafts {
  readonly $drafts: WritableAtom<DraftMap>;
  /** Places that a composer shows. */
  readonly $onShow: ReadableAtom<ReadonlySet<string>>;
  show(place: string, stored: StoredDraft): void;
}

export const empty: StoredDraft = { draft: { text: '', files: [] } };

/** A thread has a draft of its own. No id of a person or a group holds a "/". */
export function placeOf(target: Target, parentId?: string): string {
  return parentId === undefined ? keyOf(target) : `${keyOf(target)}/${parentId}`;
}
