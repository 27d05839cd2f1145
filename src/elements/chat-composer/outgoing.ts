import type { Draft, Outgoing } from '../../client/draft-types.js';
import type { ChatClient } from '../../client/types.js';
import { mentionsIn, type Target } from '../../protocol/ids.js';
import { limits } from '../../protocol/limits.js';
import { cleanText } from '../chat-composer-input/clean-text.js';

export function isSendable({ text, files, editing }: Draft, limit: number): boolean {
  if (text.length > limit || mentionsIn(text).uids.length > limits.mentions) return false;
  return editing !== undefined || files.length > 0 || cleanText(text) !== '';
}

export function outgoingOf({ text: written, files }: Draft): Outgoing {
  const text = cleanText(written);
  return { ...(text && { text }), ...(files.length > 0 && { files }) };
}

/** What could not be sent is back where it was written, before what is written there by now. */
export function restore(
  drafts: ChatClient['drafts'],
  target: Target,
  { text: unsent, files = [] }: Outgoing,
  thread: string | undefined,
): void {
  const now = drafts.$draft(target, thread).get();
  const text = [unsent, now.text].filter(Boolean).join('\n');
  drafts.write(target, { text, caret: text.length, files: [...files, ...now.files] }, thread);
}
