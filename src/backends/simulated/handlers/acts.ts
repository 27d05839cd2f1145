import { conversationActs } from './conversation-acts.js';
import { counts } from './counts.js';
import { files } from './files.js';
import { interactions } from './interactions.js';
import { messageChanges } from './message-changes.js';
import { messageMarks } from './message-marks.js';
import { messageSearch } from './message-search.js';
import { reactions } from './reactions.js';
import { receiptList } from './receipt-list.js';
import { threads } from './threads.js';

/** What is done with conversations and messages beside reading and writing them. */
export const acts = {
  ...conversationActs,
  ...messageChanges,
  ...messageMarks,
  ...messageSearch,
  ...reactions,
  ...receiptList,
  ...interactions,
  ...threads,
  ...files,
  ...counts,
};
