// Registers every element of the kit.
import './elements/chat-avatar/chat-avatar.js';
import './elements/chat-calls/chat-calls.js';
import './elements/chat-composer/chat-composer.js';
import './elements/chat-conversations/chat-conversations.js';
import './elements/chat-details/chat-details.js';
import './elements/chat-group-members/chat-group-members.js';
import './elements/chat-groups/chat-groups.js';
import './elements/chat-header/chat-header.js';
import './elements/chat-me/chat-me.js';
import './elements/chat-messages/chat-messages.js';
import './elements/chat-messenger/chat-messenger.js';
import './elements/chat-pinned-messages/chat-pinned-messages.js';
import './elements/chat-provider/chat-provider.js';
import './elements/chat-saved-messages/chat-saved-messages.js';
import './elements/chat-search/chat-search.js';
import './elements/chat-status/chat-status.js';
import './elements/chat-thread/chat-thread.js';
import './elements/chat-threads/chat-threads.js';
import './elements/chat-users/chat-users.js';

export { createChatClient } from './client/client.js';
export { registerMessageKind } from './elements/chat-message/message-kinds.js';
export { addLocale } from './lit/localize.js';
export { ChatError } from './protocol/errors.js';
export { limits, pageLimits } from './protocol/limits.js';

export type * from './client/types.js';
export type { MessageKind } from './elements/chat-message/message-kinds.js';
export type { ChatEventMap, ConnectOptions } from './lit/events.js';
export type { Terms } from './lit/localize.js';
export type * from './protocol/backend.js';
export type { ErrorCode } from './protocol/errors.js';
export type * from './protocol/events.js';
export type { Target } from './protocol/ids.js';
export type * from './protocol/operations.js';
export type * from './protocol/records.js';
