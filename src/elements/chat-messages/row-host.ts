import type { ChatClient } from '../../client/types.js';
import { emit } from '../../lit/events.js';
import type { MessageHost } from '../chat-message/message-host.js';
import type { Handling, HandledList } from './handling.js';
import type { MessageActions } from './message-actions.js';

type Act = Exclude<keyof MessageHost & keyof MessageActions, 'client'>;
const acts: readonly Act[] = [
  ...(['react', 'pickReaction', 'reply', 'openMenu', 'openThread', 'call'] as const),
  ...(['openAttachment', 'jump', 'dismissLink', 'retry', 'discard', 'copy'] as const),
];

/** What rows ask of their list: the same object before its handling is loaded and after. */
export function createRowHost(
  client: ChatClient,
  list: Pick<HandledList, 'element' | 'localize' | 'me'>,
  handling: () => Handling | undefined,
  handled: (run: (handling: Handling) => void) => void,
): MessageHost {
  const { element, localize } = list;
  const entries = acts.map((name) => {
    const act = (...given: unknown[]) =>
      handled(({ actions }) => (actions?.[name] as (...all: unknown[]) => void)(...given));
    return [name, act];
  });
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
    toolbar: (item) => handling()?.toolbar(item),
    trouble(row) {
      return handling()?.trouble(row, this);
    },
    ...(Object.fromEntries(entries) as Pick<MessageHost, Act>),
  };
}
