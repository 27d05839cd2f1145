/** As `Intl` writes it, whose first formatter keeps a page waiting. */
export const counted = (count: number) => String(count).replace(/\B(?=(\d{3})+$)/g, ',');

/** Counts choose their form by the language's own rules. */
export const plural = (count: number, one: string, other: string) =>
  `${counted(count)} ${count === 1 ? one : other}`;

/** What the first page says. */
export const en = {
  $code: 'en',
  $name: 'English',
  $dir: 'ltr' as 'ltr' | 'rtl',

  // Everywhere
  retry: 'Try again',
  more: 'More',
  search: 'Search',
  you: 'You',
  online: 'Online',
  loading: 'Loading…',
  discard: 'Discard',
  react: 'React',
  reply: 'Reply',
  delete: 'Delete',
  people: 'People',
  groups: 'Groups',
  status: 'Status',
  connecting: 'Connecting…',
  signedOut: 'You are signed out.',

  // What a message is
  messageUnsupported: 'This message cannot be shown here',

  // Lists
  listClear: 'Clear search',

  // chat-conversations
  chats: 'Chats',
  chatsAll: 'All',
  chatsUnread: 'Unread',
  chatsGroups: 'Groups',
  chatsShow: 'Show',
  chatNew: 'New chat',
  chatUnreadCount: (count: number) => plural(count, 'unread message', 'unread messages'),
  chatToday: 'Today',
  chatYesterday: 'Yesterday',
  stateSending: 'Sending',
  stateFailed: 'Not sent',
  stateSent: 'Sent',
  stateDelivered: 'Delivered',
  stateRead: 'Read',

  // chat-composer
  composerPlaceholder: (name: string) => `Message ${name}`.trim(),
  composerNobody: 'Choose a conversation to write',
  composerAttach: 'Add photos or files',
  composerVoice: 'Record a voice message',
  composerSend: 'Send',
  composerSave: 'Save changes',
  composerFailed: 'Not loaded',

  // chat-emoji-picker
  emoji: 'Emoji',

  // chat-message
  stateHeld: 'Waiting for review',
  replyInThread: 'Reply in thread',

  // chat-messages
  newMessages: 'New',
  loadOlder: 'Load earlier messages',
  loadNewer: 'Load later messages',
  conversationStart: (name: string) => `This is the beginning of your conversation with ${name}.`,
  groupStart: (name: string) => `This is the beginning of ${name}.`,
};
