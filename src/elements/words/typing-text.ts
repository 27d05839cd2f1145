import type { Localize } from '../../lit/localize.js';
import '../../locales/en-rows.js';
import type { User } from '../../protocol/records.js';
import { firstName } from './first-name.js';

/** Who is typing: without a name where there is one other person only. */
export function typingText(typing: readonly User[], group: boolean, localize: Localize): string {
  if (typing.length === 0) return '';
  if (!group) return localize.term('chatTyping');
  return localize.term(
    'chatTypingNames',
    typing.map((user) => firstName(user.name)),
  );
}
