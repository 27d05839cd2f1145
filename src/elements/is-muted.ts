import type { Conversation } from '../protocol/records.js';

export function isMuted(conversation: Conversation | undefined, now: number): boolean {
  return (conversation?.mutedUntil ?? 0) > now;
}
