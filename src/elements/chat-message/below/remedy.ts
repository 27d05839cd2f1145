import type { MessageItem } from '../../../client/types.js';
import type { ChatError, ErrorCode } from '../../../protocol/errors.js';
import { isEditable } from '../../is-editable.js';

/** Refusals that the same words would meet again: others may not. */
const ofWords: ReadonlySet<ErrorCode> = new Set(['invalid', 'too-long', 'limit', 'moderated']);
/** Nor would others help. */
const forGood: ReadonlySet<ErrorCode> = new Set([
  'too-large',
  'unsupported',
  'already-exists',
  'not-found',
]);

/** What may still have a refused message sent: the same once more, or other words. */
export function remedyFor(error: ChatError | undefined): 'again' | 'reword' | undefined {
  if (!error) return 'again';
  if (ofWords.has(error.code)) return 'reword';
  return forGood.has(error.code) ? undefined : 'again';
}

/** Whether the words of what was refused can be others: where it is, or back where they were written. */
export function canReword(item: MessageItem): boolean {
  const { text, attachments } = item.message;
  return isEditable(item) || Boolean(text && !attachments?.length);
}
