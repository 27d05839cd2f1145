import type { MessageItem } from '../../client/types.js';
import type { Localize } from '../../lit/localize.js';
import type { Message, MessageCategory } from '../../protocol/records.js';

/** How messages of one category and type look: what a developer adds for messages of their own. */
export interface MessageKind {
  readonly category: MessageCategory;
  readonly type: string;
  /** What stands in the bubble, as a Lit template or anything else Lit renders. */
  readonly render: (item: MessageItem, localize: Localize) => unknown;
  /** One line of plain text, for quotes and conversation rows. */
  readonly preview?: (message: Message, localize: Localize) => string;
}

// Like the registry of custom elements: what a kind looks like is a fact of the page, not of one client.
const kinds = new Map<string, MessageKind>();

/** Teaches every list on the page a kind of message; registered again, the newer one wins. */
export function registerMessageKind(kind: MessageKind): void {
  kinds.set(`${kind.category}/${kind.type}`, kind);
}

export function messageKind(message: Message): MessageKind | undefined {
  return kinds.get(`${message.category}/${message.type}`);
}
