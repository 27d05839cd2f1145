import type { Handlers } from '../context.js';
import { blocks } from './blocks.js';
import { callList } from './call-list.js';
import { calls } from './calls.js';
import { counts } from './counts.js';
import { conversations } from './conversations.js';
import { files } from './files.js';
import { groups } from './groups.js';
import { interactions } from './interactions.js';
import { members } from './members.js';
import { messageList } from './message-list.js';
import { messageMarks } from './message-marks.js';
import { messageSearch } from './message-search.js';
import { messages } from './messages.js';
import { reactions } from './reactions.js';
import { receipts } from './receipts.js';
import { session } from './session.js';
import { threads } from './threads.js';
import { typing } from './typing.js';
import { users } from './users.js';

/** One handler for each operation of the contract. */
export const handlers: Handlers = {
  ...session,
  ...users,
  ...blocks,
  ...groups,
  ...members,
  ...conversations,
  ...messages,
  ...messageList,
  ...messageSearch,
  ...messageMarks,
  ...reactions,
  ...receipts,
  ...typing,
  ...files,
  ...calls,
  ...callList,
  ...counts,
  ...interactions,
  ...threads,
};
