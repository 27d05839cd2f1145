import type { ChatClient, MessageItem } from '../../client/types.js';
import type { Localize } from '../../lit/localize.js';
import '../../locales/en-later.js';
import '../../locales/en-rows.js';
import type { Target } from '../../protocol/ids.js';
import type { Question } from '../chat-confirm/chat-confirm.js';
import { isEditable } from '../is-editable.js';

/** The last message of one's own that can be edited, among those that are known. */
export function lastEditable(
  client: ChatClient,
  target: Target,
  parentId: string | undefined,
): MessageItem | undefined {
  const { $feed } = client.messages.feed(target, parentId === undefined ? {} : { parentId });
  return $feed.get().items.findLast((item) => item.mine && isEditable(item));
}

/** B71: asked when all text of a message that is edited has been taken out. */
export function emptiedQuestion(
  client: ChatClient,
  id: string,
  localize: Localize,
  onDeleted: () => void,
): Question {
  return {
    heading: localize.term('deleteTitle'),
    text: localize.term('composerDeleteText'),
    action: localize.term('delete'),
    danger: true,
    run: () => client.messages.delete(id).then(onDeleted),
  };
}
