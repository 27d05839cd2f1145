/** As `Intl` writes it, whose first formatter keeps a page waiting. */
export const counted = (count: number) => String(count).replace(/\B(?=(\d{3})+$)/g, ',');

/** Counts choose their form by the language's own rules. */
export const plural = (count: number, one: string, other: string) =>
  `${counted(count)} ${count === 1 ? one : other}`;

export const unseen = (count: number) => (count > 99 ? '99+ new' : `${count} new`);

/** How a call went, as a voice call and as a video call. */
const callNotes: Readonly<Record<string, readonly [string, string]>> = {
  ended: ['Voice call', 'Video call'],
  ongoing: ['Voice call in progress', 'Video call in progress'],
  missed: ['Missed voice call', 'Missed video call'],
  declined: ['Voice call declined', 'Video call declined'],
  noAnswer: ['Voice call, no answer', 'Video call, no answer'],
  busy: ['Voice call, line busy', 'Video call, line busy'],
  cancelled: ['Voice call cancelled', 'Video call cancelled'],
};

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

  // message-preview
  messageDeleted: 'Message deleted',
  messageEmpty: 'Empty message',
  messageUnsupported: 'This message cannot be shown here',
  messagePhotos: (count: number) => (count === 1 ? 'Photo' : plural(count, 'photo', 'photos')),
  messageVideos: (count: number) => (count === 1 ? 'Video' : plural(count, 'video', 'videos')),
  messageFiles: (count: number) => plural(count, 'file', 'files'),
  messageVoice: (duration: string) => (duration ? `Voice message (${duration})` : 'Voice message'),
  actionCreated: (by: string) => `${by} created the group`,
  actionJoined: (by: string) => `${by} joined`,
  actionLeft: (by: string) => `${by} left`,
  actionAdded: (by: string, whom: string) => `${by} added ${whom}`,
  actionKicked: (by: string, whom: string) => `${by} removed ${whom}`,
  actionBanned: (by: string, whom: string) => `${by} banned ${whom}`,
  actionUnbanned: (by: string, whom: string) => `${by} unbanned ${whom}`,
  actionScopeChanged: (by: string, whom: string, scope: 'admin' | 'moderator' | 'participant') =>
    `${by} made ${whom} ${scope === 'admin' ? 'an admin' : `a ${scope}`}`,
  actionTransferred: (by: string, whom: string) => `${by} made ${whom} the owner`,
  actionUpdated: (by: string) => `${by} changed the group`,

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

  // Calls
  callNote: (how: string, video: boolean) => (callNotes[how] ?? callNotes['ended']!)[video ? 1 : 0],
};
