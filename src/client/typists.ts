import type { User } from '../protocol/records.js';

/** Conversation, resp. thread in it (`conversation|parentId`), to the UIDs typing there, in the order they began. */
export type Typists = ReadonlyMap<string, readonly string[]>;

export function placeOf(conversation: string, parentId: string | undefined): string {
  return parentId === undefined ? conversation : `${conversation}|${parentId}`;
}

export const nobody: readonly User[] = [];
