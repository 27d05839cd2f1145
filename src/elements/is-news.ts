import type { ChatClient } from '../client/types.js';
import type { Message } from '../protocol/records.js';

/** Older than this, a message that arrives is backlog and not news. Milliseconds. */
const fresh = 30_000;

/** Whether a message that has come is to be told of at all: just written, by somebody else, whom one has not blocked. */
export function isNews({ sender, sentAt }: Message, client: ChatClient): boolean {
  if (sender === client.$me.get()?.id || Date.now() - sentAt > fresh) return false;
  return !client.users.$user(sender).get()?.blockedByMe;
}
