/** As `Intl` writes it, whose first formatter keeps a page waiting. */
export const counted = (count: number) => String(count).replace(/\B(?=(\d{3})+$)/g, ',');

/** Counts choose their form by the language's own rules. */
export const plural = (count: number, one: string, other: string) =>
  `${counted(count)} ${count === 1 ? one : other}`;

export const unseen = (count: number) => (count > 99 ? '99+ new' : `${count} new`);

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
  offline: 'Offline',
  loading: 'Loading…',

  // Connection
  connecting: 'Connecting…',
  signedOut: 'You are signed out.',

  // What a message is
  messageDeleted: 'Message deleted',
  messageEmpty: 'Empty message',
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
  chatDraft: 'Draft:',
  chatTyping: 'typing…',
  chatTypingNames: (names: readonly string[]) =>
    names.length === 1
      ? `${names[0]} is typing…`
      : names.length === 2
        ? `${names[0]} and ${names[1]} are typing…`
        : 'Several people are typing…',
  chatUnreadCount: (count: number) => plural(count, 'unread message', 'unread messages'),
  chatMentioned: 'You are mentioned',
  chatPinned: 'Pinned',
  chatMuted: 'Muted',
  chatToday: 'Today',
  chatYesterday: 'Yesterday',
  stateSending: 'Sending',
  stateFailed: 'Not sent',
  stateSent: 'Sent',
  stateDelivered: 'Delivered',
  stateRead: 'Read',

  // chat-users
  people: 'People',

  // chat-groups
  groups: 'Groups',

  // chat-header and chat-details
  status: 'Status',

  // chat-composer
  composerPlaceholder: (name: string) => `Message ${name}`.trim(),
  composerNobody: 'Choose a conversation to write',
  composerAttach: 'Add photos or files',
  composerVoice: 'Record a voice message',
  composerSend: 'Send',
  composerSave: 'Save changes',

  // chat-emoji-picker
  emoji: 'Emoji',

  // chat-message
  unseen,
  copyCode: 'Copy code',
  linkLeadsTo: (domain: string) => `(leads to ${domain})`,
  edited: 'edited',
  pinned: 'Pinned',
  saved: 'Saved',
  stateHeld: 'Waiting for review',
  discard: 'Discard',
  replies: (count: number) => plural(count, 'reply', 'replies'),
  showMore: 'Show more',
  messageVeiled: 'From somebody you have blocked.',
  messageUnveil: 'Show message',
  showLess: 'Show less',
  react: 'React',
  reply: 'Reply',
  replyInThread: 'Reply in thread',
  edit: 'Edit',
  delete: 'Delete',

  // chat-messages
  messages: 'Messages',
  newMessages: 'New',
  loadOlder: 'Load earlier messages',
  loadNewer: 'Load later messages',
  conversationStart: (name: string) => `This is the beginning of your conversation with ${name}.`,
  groupStart: (name: string) => `This is the beginning of ${name}.`,
};
