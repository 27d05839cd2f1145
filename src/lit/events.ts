import type { DraftFile, Outgoing } from '../client/draft-types.js';
import type { Backend, Credentials } from '../protocol/backend.js';
import type { ChatError } from '../protocol/errors.js';
import type { Target } from '../protocol/ids.js';
import type { Attachment, Call, Conversation, Message } from '../protocol/records.js';

/** What a `<chat-provider>` was told by its attributes. */
export interface ConnectOptions {
  readonly appId?: string;
  readonly region?: string;
  readonly uid?: string;
  readonly authKey?: string;
  readonly authToken?: string;
  readonly server?: string;
}

/** What can be opened beside a conversation. */
export type Panel = 'search' | 'pinned' | 'saved' | 'threads';

/** Every event of the kit and its detail. A verb is an intent and can be prevented; a past participle is a fact. */
export interface ChatEventMap {
  /** A conversation was chosen; the nearest scope shows it. */
  'chat-select': { readonly target: Target };
  /** About to be sent. */
  'chat-send': { readonly target: Target; readonly message: Outgoing };
  'chat-sent': { readonly target: Target; readonly message: Message };
  /** Something failed; preventing it keeps the element from showing it. */
  'chat-error': { readonly error: ChatError; readonly operation: string };
  /** A provider asks the page for its backend. Whoever can answers with `provide`. */
  'chat-connect': {
    readonly options: ConnectOptions;
    provide(backend: Backend, credentials: Credentials): void;
  };
  /** Back from a conversation to the list, on narrow screens. */
  'chat-back': object;
  /** The details of the conversation on show were asked for. */
  'chat-details': { readonly target: Target };
  /** A thread was opened. */
  'chat-thread': { readonly target: Target; readonly parentId: string };
  /** A message is to be shown in its conversation, or in its thread. */
  'chat-show': { readonly target: Target; readonly id: string; readonly parentId?: string };
  /** A panel about the conversation on show was asked for; prevent it to show it in another place. */
  'chat-panel': { readonly panel: Panel; readonly target: Target };
  /** A link in a message was followed. */
  'chat-link': { readonly href: string };
  /** A picture or file was opened. */
  'chat-open': { readonly attachment: Attachment; readonly message: Message };
  /** A person's name or face was pressed. */
  'chat-person': { readonly uid: string };
  /** Somebody, or a group, is to be called. */
  'chat-call': { readonly target: Target; readonly type: Call['type'] };
  /** A call is about to be accepted, joined or returned to. */
  'chat-answer': { readonly call: Call };
  /** A call that rings is about to be declined. */
  'chat-decline': { readonly call: Call };
  /** One's own call is about to be ended. */
  'chat-hang-up': { readonly id: string; readonly call?: Call };
  /** This device takes part in the call from now on: sound and picture begin. */
  'chat-call-joined': { readonly call: Call };
  /** It does so no more. */
  'chat-call-left': { readonly call: Call };
  /** Somebody is about to be told of a message, aloud or beside the page; preventing it keeps the page silent. */
  'chat-notify': { readonly message: Message; readonly conversation: Conversation };
  /** An emoji was chosen. */
  'chat-emoji': { readonly emoji: string };
  /** The files in a composer's tray are to be these. */
  'chat-files': { readonly files: readonly DraftFile[] };
}

type ChatEvents = { [E in keyof ChatEventMap]: CustomEvent<ChatEventMap[E]> };
declare global {
  // Listeners of elements, document and window know the kit's events.
  interface GlobalEventHandlersEventMap extends ChatEvents {}
}

const facts: ReadonlySet<keyof ChatEventMap> = new Set([
  ...(['chat-sent', 'chat-call-joined', 'chat-call-left'] as const),
]);

/** Fires an event of the kit. False when somebody prevented it. */
export function emit<E extends keyof ChatEventMap>(
  from: EventTarget,
  name: E,
  detail: ChatEventMap[E],
): boolean {
  return from.dispatchEvent(
    new CustomEvent(name, { detail, bubbles: true, composed: true, cancelable: !facts.has(name) }),
  );
}
