import { conversationList } from './conversation-list.js';
import { messageList } from './message-list.js';
import { messageSend } from './message-send.js';
import { receipts } from './receipts.js';
import { records } from './records.js';
import { session } from './session.js';
import { typing } from './typing.js';

/** What nearly every page asks for: it shows conversations and messages, writes them, and marks them as read. */
export const atOnce = {
  ...session,
  ...records,
  ...conversationList,
  ...messageList,
  ...messageSend,
  ...receipts,
  ...typing,
};
