import { appUser } from '../../../protocol/management.js';
import type { AppSettings } from '../../../protocol/settings.js';
import type { Context } from '../context.js';
import type { MessageRow } from '../storage/rows.js';

/** M12: what waits for the app's word, or did not get it, is its author's alone. */

const moderated = new Set(['text', 'image', 'video']);

export function awaitsApproval(
  { category, type, sender }: Pick<MessageRow, 'category' | 'type' | 'sender'>,
  settings: AppSettings,
): boolean {
  return (
    settings.moderation === true &&
    category === 'message' &&
    moderated.has(type) &&
    sender !== appUser
  );
}

export function isHeld({ moderation }: Pick<MessageRow, 'moderation'>): boolean {
  return moderation === 'pending' || moderation === 'disapproved';
}

/** Whether this viewer, who takes part, has it before them. */
export function isThere(row: MessageRow, viewer: string): boolean {
  if (row.removedAt !== undefined) return false;
  return !isHeld(row) || row.sender === viewer || viewer === appUser;
}

/** With the edit that waits, to its author and to the app. */
export function asSeenBy(row: MessageRow, viewer: string): MessageRow {
  const { edit } = row;
  if (!edit || (viewer !== edit.editedBy && viewer !== appUser)) return row;
  return { ...row, ...edit, rev: row.rev, edit: undefined };
}

/** The ids of what waits, oldest first. */
const waitingKey = 'waiting';

export async function waiting({ work }: Pick<Context, 'work'>): Promise<readonly string[]> {
  const row = await work.get('meta', waitingKey);
  return row ? (JSON.parse(String(row.value)) as string[]) : [];
}

export async function setWaiting(
  context: Pick<Context, 'work'>,
  id: string,
  waits: boolean,
): Promise<void> {
  const before = await waiting(context);
  if (before.includes(id) === waits) return;
  const after = waits ? [...before, id] : before.filter((other) => other !== id);
  context.work.put('meta', { key: waitingKey, value: JSON.stringify(after) });
}
