import type { Draft, Outgoing } from '../../client/draft-types.js';
import { mentionsIn } from '../../protocol/ids.js';
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
