import type { ChatError } from '../protocol/errors.js';
import type {
  Call,
  Conversation,
  Group,
  JsonObject,
  Message,
  Receipt,
  Scope,
  User,
} from '../protocol/records.js';

interface MessageFact {
  readonly message: Message;
}
interface MemberFact {
  readonly guid: string;
  /** Whom it is about. */
  readonly uid: string;
  readonly by: string;
  /** What stands in the conversation; absent for whoever sees that conversation no more. */
  readonly message?: Message;
}
interface ReactionFact extends MessageFact {
  readonly reaction: string;
  readonly uid: string;
}
interface TypingFact {
  readonly conversationId: string;
  readonly uid: string;
  /** The thread it is written in. */
  readonly parentId?: string;
  readonly metadata?: JsonObject;
}
interface ConversationFact {
  readonly conversation: Conversation;
}
interface CallFact {
  readonly call: Call;
}

/**
 * Facts, for those who listen instead of reading stores: what others did, or this user on other devices. What was done
 * on this device is not told again, except that a message was sent.
 */
export interface ClientEvents {
  'message.received': { readonly message: Message; readonly conversation?: Conversation };
  'message.sent': { readonly message: Message };
  'message.edited': { readonly message: Message };
  'message.deleted': { readonly message: Message };
  /** The app has approved or disapproved of it; what is not one's own then comes or goes, too. */
  'message.moderated': MessageFact;
  'message.pinned': MessageFact;
  'message.unpinned': MessageFact;
  'message.saved': MessageFact;
  'message.unsaved': MessageFact;
  'reaction.added': ReactionFact;
  'reaction.removed': ReactionFact;
  /** Cumulative: everything up to `deliveredSeq`, resp. `readSeq`. */
  'receipt.delivered': { readonly receipt: Receipt };
  'receipt.read': { readonly receipt: Receipt };
  /** Groups: everything up to `deliveredSeq`, resp. `othersReadSeq`. */
  'receipt.deliveredToAll': ConversationFact;
  'receipt.readByAll': ConversationFact;
  'typing.started': TypingFact;
  'typing.stopped': TypingFact;
  'conversation.changed': { readonly conversation: Conversation };
  'user.online': { readonly user: User };
  'user.offline': { readonly user: User };
  'member.joined': MemberFact;
  'member.left': MemberFact;
  'member.added': MemberFact;
  'member.kicked': MemberFact;
  'member.banned': MemberFact;
  'member.unbanned': MemberFact;
  'member.scopeChanged': MemberFact & { readonly newScope: Scope; readonly oldScope: Scope };
  /** This user is in it now. */
  'group.joined': { readonly group: Group };
  'group.updated': { readonly group: Group };
  'group.transferred': { readonly group: Group; readonly from: string; readonly to: string };
  /** This user is not in it any more, or it is deleted. */
  'group.removed': { readonly group: Group };
  'conversation.pinned': ConversationFact;
  'conversation.unpinned': ConversationFact;
  'call.incoming': CallFact;
  'call.accepted': CallFact;
  /** `rejected` or `busy`. */
  'call.rejected': CallFact;
  'call.cancelled': CallFact;
  'call.unanswered': CallFact;
  'call.ended': CallFact;
  /** Someone is in a call that runs, or not any more though it goes on: beside `call.accepted` and `call.ended`. */
  'call.joined': CallFact & { readonly uid: string };
  'call.left': CallFact & { readonly uid: string };
  /** Someone has done what an interactive message of theirs or of this user asks for. */
  'interaction.completed': {
    readonly conversationId: string;
    readonly messageId: string;
    readonly uid: string;
    readonly at: number;
  };
  'connection.online': object;
  'connection.connecting': object;
  'connection.offline': object;
  'transient.received': {
    readonly conversationId: string;
    readonly uid: string;
    readonly data: JsonObject;
  };
  'session.started': { readonly me: User };
  'session.failed': { readonly error: ChatError };
  /** Not by `signOut()` here: the token is worth nothing any more, or another tab has signed out. */
  'session.ended': { readonly error: ChatError };
  /** By `signOut()`. */
  'session.left': { readonly uid: string };
  /** An error that belongs to no list, feed or message on show. */
  error: { readonly error: ChatError; readonly operation: string };
}
