import type { MessageItem } from '../../client/types.js';
import type { Localize } from '../../lit/localize.js';
import { isPlain } from './is-plain.js';
import { previews } from './late-previews.js';
import { beginningOf } from './text/words.js';

/** A message in one line of plain text, away from its place. */
export function glimpse(item: MessageItem, localize: Localize): string {
  const { message, people } = item;
  if (isPlain(item)) return beginningOf(message, people);
  return (
    previews.get()?.glimpseOf(item, localize) ??
    message.conversationText ??
    localize.term('messageUnsupported')
  );
}
