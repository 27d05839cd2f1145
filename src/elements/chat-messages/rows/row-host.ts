import type { ChatClient } from '../../../client/types.js';
import { emit } from '../../../lit/events.js';
import type { MessageHost } from '../../chat-message/message-host.js';
import type { LatePart } from '../../late/late-part.js';
import type { Handling, HandledList } from '../handling.js';

/** What rows ask of their list: the same object before its handling is loaded and after. */
export function createRowHost(
  client: ChatClient,
  list: Pick<HandledList, 'element' | 'localize' | 'me'>,
  handling: LatePart<HandledList, Handling>,
): MessageHost {
  const { element, localize } = list;
  return {
    client,
    localize,
    get me() {
      return list.me();
    },
    get inThread() {
      return Boolean(element.parentId);
    },
    openPerson: (uid) => void emit(element, 'chat-person', { uid }),
    openLink: (href) => emit(element, 'chat-link', { href }),
    toolbar: (item) => handling.now?.toolbar(item),
    trouble(row) {
      return handling.now?.trouble(row, this);
    },
    act: (run) => handling.with(({ actions }) => actions && run(actions)),
  };
}
