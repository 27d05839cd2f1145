import { addEnglish } from '../lit/english.js';
import { reasons } from './en-reasons.js';
import { unseen } from './en-rows.js';
import { counted, plural } from './en.js';

/** What is said only by parts that are loaded on demand: each module with a word from here imports this file. */
const later = {
  // Everywhere
  back: 'Back',
  close: 'Close',
  cancel: 'Cancel',

  // chat-message
  copyCode: 'Copy code',
  linkLeadsTo: (domain: string) => `(leads to ${domain})`,

  // People
  lastSeenNow: 'just now',
  lastSeenToday: (time: string) => `today at ${time}`,
  lastSeenYesterday: (time: string) => `yesterday at ${time}`,
  membersCount: (count: number) => plural(count, 'member', 'members'),
  onlineCount: (count: number) => `${counted(count)} online`,

  // chat-conversations
  chatsNone: 'No chats yet',
  chatsNoneUnread: 'You have read everything',
  chatsNoneGroups: 'You are in no group yet',
  chatsNoneTagged: 'No chat has this tag',
  chatsShowAll: 'Show all chats',
  groupNew: 'New group',
  chatPin: 'Pin',
  chatUnpin: 'Unpin',
  chatMute: 'Mute',
  chatUnmute: 'Unmute',
  chatMarkRead: 'Mark as read',
  chatDelete: 'Delete chat',
  chatDeleteAsk: (name: string) => `Delete the chat with ${name}?`,
  chatDeleteText: 'It disappears for you alone. A new message brings it back without its history.',

  // chat-users
  personOffline: 'Offline',
  peopleOthers: 'Offline',
  peopleNone: 'Nobody is here yet',
  peopleNoneOnline: 'Nobody is online',
  peopleBlocked: 'Blocked people',
  peopleNoneBlocked: 'You have blocked nobody',
  peopleReload: 'Look again',
  personBlocked: 'Blocked',
  personMessage: 'Message',
  personBlock: 'Block',
  personUnblock: 'Unblock',
  personBlockAsk: (name: string) => `Block ${name}?`,
  personBlockText: 'Neither of you can then write to or call the other, or see who is online.',

  // chat-groups
  groupsNone: 'There are no groups yet',
  groupPublic: 'Public group',
  groupPassword: 'Password group',
  groupPrivate: 'Private group',
  groupJoin: 'Join',
  groupJoinAsk: (name: string) => `Join ${name}`,
  groupPasswordAsk: 'This group asks for a password.',
  groupPasswordWrong: 'That is not the password. Check it and try again.',
  groupName: 'Name',
  groupNameNeeded: 'Give the group a name.',
  groupKind: 'Who can join',
  groupKindPublic: 'Everyone',
  groupKindPassword: 'Who knows the password',
  groupKindPrivate: 'Only who is added',
  groupPasswordLabel: 'Password',
  groupPasswordNeeded: 'Choose a password for the group.',
  groupDescription: 'Description',
  groupMembersFirst: 'First members',
  groupCreate: 'Create group',
  groupEdit: 'Edit group',
  groupSave: 'Save',

  // chat-group-members
  members: 'Members',
  memberOwner: 'Owner',
  memberAdmin: 'Admin',
  memberModerator: 'Moderator',
  memberAdmins: 'Admins',
  memberModerators: 'Moderators',
  memberParticipants: 'Participants',
  memberYou: (name: string) => `${name} (you)`,
  memberMake: (scope: 'admin' | 'moderator' | 'participant') => `Make ${scope}`,
  memberTransfer: 'Make owner',
  memberTransferAsk: (name: string) => `Make ${name} the owner?`,
  memberTransferText: 'You stay an admin, and only the new owner can give the group away again.',
  memberKick: 'Remove from group',
  memberKickAsk: (name: string) => `Remove ${name} from the group?`,
  memberKickText: 'They can join again, unless the group is private.',
  memberBan: 'Ban',
  memberBanAsk: (name: string) => `Ban ${name}?`,
  memberBanText: 'They leave the group and cannot join again until someone unbans them.',
  memberUnban: 'Unban',
  membersBanned: 'Banned',
  membersNone: 'No members here',
  membersPick: 'Choose a group',
  membersPickText: 'Who is in it is shown here.',
  membersNoneBanned: 'Nobody is banned',
  membersAdd: 'Add members',
  memberAlready: 'Already a member',
  memberBanned: 'Banned from this group',
  membersAddSome: (count: number) => (count === 0 ? 'Add' : `Add ${count}`),
  membersAddLimit: (count: number) => `At most ${count} at once.`,
  membersNotAdded: (names: string) => `Could not be added: ${names}`,

  // chat-header and chat-details
  details: 'Details',
  lastSeen: (when: string) => `last seen ${when}`,
  groupLeave: 'Leave group',
  groupLeaveAsk: (name: string) => `Leave ${name}?`,
  groupLeaveText: 'You no longer get its messages.',
  groupDelete: 'Delete group',
  groupDeleteAsk: (name: string) => `Delete ${name} for everyone?`,
  groupDeleteText: 'The group and all its messages are gone for all members.',
  tags: 'Tags',
  personLink: 'Link',
  personRole: 'Role',
  personFriendship: 'Friends',
  personFriend: 'You are friends',
  groupLarge: 'A large group',
  groupWithout: (kinds: readonly ('receipts' | 'unread' | 'typing')[]) => {
    const names = { receipts: 'receipts', unread: 'unread counts', typing: 'who is typing' };
    const list = kinds.map((kind) => names[kind]);
    const last = list.pop() ?? '';
    return `At this size there is no sign of ${list.length > 0 ? `${list.join(', ')} or ` : ''}${last}.`;
  },

  // chat-tags
  tagsText: 'Only you see them, and find chats by them.',
  tagsOwn: 'Your tags',
  tagNew: 'New tags, separated by commas',
  tagTooLong: (most: number) => `A tag has at most ${most} characters.`,
  tagTooMany: (most: number) => `A chat has at most ${most} tags.`,

  // chat-me and chat-profile
  profile: 'Your profile',
  profilePicture: 'Link to a picture',
  profilePick: 'Choose picture',
  profileUnpick: 'Remove picture',
  profileNoPicture: 'This file cannot be read as a picture.',
  profileNameNeeded: 'Write your name.',
  profileAddress: 'That is not a web address. It begins with https://.',
  profileOffline: 'There is no connection. You can change your profile when it is back.',
  profileFixed: 'Your role does not allow changes to your profile.',
  signOut: 'Sign out',
  signInAs: (name: string) => `Sign in as ${name}`,
  signOutAsk: 'Sign out?',
  signOutText: 'Nothing reaches you on this device until you sign in again.',

  // Connection
  connectionLost: 'No connection. What you write is sent when it is back.',
  // chat-messenger
  messengerPick: 'Choose a chat',
  messengerPickText: 'Or begin a new one with people or groups.',
  messengerSignedOut: 'You are signed out',
  messengerSignedOutText: 'Sign in to see your chats.',
  messengerSignInFailed: 'Signing in failed',
  messengerNoAccount: 'There is no such account.',

  // chat-composer
  composerSuggestions: 'Suggestions',
  composerSuggestionCount: (count: number) => plural(count, 'suggestion', 'suggestions'),
  composerMedia: 'Photo or video',
  composerFile: 'File',
  composerEditing: 'Editing your message',
  composerReplying: (name: string) => `Replying to ${name}`,
  composerReplyingSelf: 'Replying to yourself',
  composerGone: 'The message is no longer there',
  composerStopReply: 'Cancel reply',
  composerStopEdit: 'Cancel editing',
  composerDeleteText: 'Without text there is nothing left of it.',
  composerLeft: (count: number) =>
    count < 0
      ? `${plural(-count, 'character', 'characters')} too many`
      : `${plural(count, 'character', 'characters')} left`,
  composerAsFile: 'Send as a file',
  composerDrop: 'Drop files to attach them',
  composerFileType: (name: string) =>
    `“${name}” was not added: files of this kind are not taken here`,
  composerFileHere: (name: string) => `“${name}” was not added: you cannot send files here`,
  composerFileEmpty: (name: string) => `“${name}” was not added: it is empty`,
  composerFileSize: (name: string, most: string) =>
    `“${name}” was not added: together, files can be ${most} at most`,
  composerFileCount: (name: string, most: number) =>
    `“${name}” was not added: a message takes ${most} files at most`,
  composerNotLoaded: 'This could not be loaded. If it goes on, reload the page.',
  composerBroadcast: 'Also send to the chat',
  composerEveryone: 'Everyone in this group',

  // chat-voice-recorder
  voiceRefused:
    'The microphone cannot be used. Allow it for this page in your browser, then try again.',
  voiceMessage: 'Voice message',
  voiceRecording: 'Recording',
  voiceDiscard: 'Discard recording',
  voiceStop: 'Stop recording',
  voiceSlide: 'Slide to cancel',

  // chat-composer-notice
  noticeNotMember: 'You are not a member of this group.',
  noticeJoin: 'Join',
  noticePassword: 'Group password',
  noticeBanned: 'You are banned from this group.',
  noticeGone: 'This conversation is no longer there.',
  noticeBlocked: (name: string) => `You have blocked ${name}.`,
  noticeUnblock: 'Unblock',
  noticeDeactivated: (name: string) => `${name} has left. Messages can no longer be sent.`,
  noticeRefused: (name: string) => `You cannot write to ${name}.`,
  noticeReadOnly: 'You cannot write in this group.',
  noticeRole: 'You can read here. Your role does not allow writing.',

  // chat-messages, its name
  messages: 'Messages',

  // chat-attachment-tray
  trayFiles: 'Attachments',
  trayAdded: (names: string) => `Attached: ${names}`,
  trayRemove: (name: string) => `Remove ${name}`,
  trayMoved: (name: string, at: number, of: number) => `${name}, ${at} of ${of}`,
  trayDescribe: (name: string) => `Describe ${name}`,
  trayDescription: (name: string) => `Description of ${name}, for those who cannot see it`,

  // chat-emoji-picker
  emojiSearch: 'Search emoji',
  emojiTone: 'Skin tone',
  emojiToneName: (tone: number) =>
    ['No skin tone', 'Light', 'Medium light', 'Medium', 'Medium dark', 'Dark'][tone] ?? '',
  emojiCategories: 'Categories',
  emojiResults: 'Results',
  emojiNone: 'No emoji found',
  emojiNoneUsed: 'What you use will be here',
  emojiFailed: 'The emoji could not be loaded.',
  emojiFrequent: 'Frequently used',
  emojiSmileys: 'Smileys and emotions',
  emojiPeople: 'People',
  emojiNature: 'Animals and nature',
  emojiFood: 'Food and drink',
  emojiTravel: 'Travel and places',
  emojiActivities: 'Activities',
  emojiObjects: 'Objects',
  emojiSymbols: 'Symbols',
  emojiFlags: 'Flags',

  // chat-message
  copyText: 'Copy text',
  messageInfo: 'Message info',
  whoReacted: 'Who reacted',
  markUnread: 'Mark as unread',
  report: 'Report',

  // chat-messages
  newerFailed: 'Later messages could not be loaded.',
  olderFailed: 'Earlier messages could not be loaded.',
  notSent: 'Not sent.',
  editLost: 'Your edit was not saved: the message has been deleted.',
  willSend: 'Will be sent when you are online',
  stillSending: 'Still sending…',
  sendsIn: (seconds: number) => `It goes out in ${seconds} s.`,
  messagesFailed: 'The messages could not be loaded.',
  emptyConversation: 'No messages yet',
  emptyConversationHint: (name: string) => `Say hello to ${name}.`,
  sayHello: 'Say hello',
  hello: 'Hello! 👋',
  noConversation: 'Choose a conversation',
  noConversationHint: 'Its messages will be here.',
  toLatest: 'Go to the latest message',
  toPlace: 'Back to where you were',
  newSince: (count: number, time: string) =>
    `${plural(count, 'new message', 'new messages')} since ${time}`,
  newSinceDismiss: 'Mark all as read',
  toUnseen: (count: number) =>
    `${unseen(count)}, go to the first of ${plural(count, 'message', 'messages')}`,
  typingOne: (name: string) => `${name} is typing`,
  typingTwo: (a: string, b: string) => `${a} and ${b} are typing`,
  typingMany: 'Several people are typing',
  messageMissing: 'That message is no longer there.',
  threadEmpty: 'No replies yet',
  /** @param day what the button shows; empty for what it opens */
  toDate: (day: string) => (day ? `${day}: go to a date` : 'Go to a date'),
  dateWeek: 'A week ago',
  dateMonth: 'A month ago',
  dateYear: 'A year ago',
  dateFirst: 'First message',
  dateChoose: 'Choose a date…',
  dateDay: 'Date',
  dateGo: 'Go',
  dateOutside: (first: string, last: string) => `Choose a date from ${first} to ${last}.`,
  messageActions: 'Message actions',
  heardMany: (count: number, names: string) =>
    `${plural(count, 'new message', 'new messages')} from ${names}`,
  heardFailed: 'A message could not be sent.',
  deleteTitle: 'Delete this message?',
  reportSent: 'Thank you. The message was reported.',
  copied: 'Copied',
  deleteText: 'It disappears for everyone.',

  // chat-search, chat-pinned-messages, chat-saved-messages, chat-threads
  searchMessages: 'Search messages',
  searchWhere: 'Where',
  searchHere: 'This chat',
  searchEverywhere: 'All chats',
  searchKind: (kind: 'image' | 'video' | 'audio' | 'file' | 'link' | 'mention') =>
    ({
      image: 'Photos',
      video: 'Videos',
      audio: 'Audio',
      file: 'Files',
      link: 'Links',
      mention: 'Mentions',
    })[kind],
  searchIdle: 'Search in messages',
  searchIdleText: 'Type a word, or choose what the messages carry.',
  searchNone: 'Nothing found',
  searchAt: (at: string, of: string) => `${at} of ${of}`,
  searchPrevious: 'Previous result',
  searchNext: 'Next result',
  pinnedMessages: 'Pinned messages',
  pinnedNone: 'Nothing is pinned',
  pinnedNoneText: 'What is pinned here is seen by everyone in this chat.',
  savedMessages: 'Saved messages',
  savedNone: 'Nothing is saved',
  savedNoneText: 'What you save is kept for you alone, from all chats.',
  threads: 'Threads',
  threadsMine: 'Mine',
  threadsNone: 'No threads yet',
  threadsNoneText: 'Replies in a thread gather here under what they answer.',
  messagePin: 'Pin message',
  messageUnpin: 'Unpin message',
  messageSave: 'Save message',
  messageUnsave: 'Remove from saved',
  messageUnpinned: 'Unpinned',
  messageUnsaved: 'Removed from saved messages',
  messageDiscarded: 'Message discarded',
  undo: 'Undo',

  // chat-thread
  thread: 'Thread',
  threadFollow: 'Tell me of replies',
  threadFollowing: 'You are told of replies',
  threadGone: 'This thread is no longer there',
  threadGoneText: 'Its first message was removed, or you may not see it.',

  // chat-message-info
  infoRead: 'Read by',
  infoDelivered: 'Delivered to',
  infoWaiting: 'Nobody has received it yet.',
  infoSentAt: (time: string) => `Sent ${time}`,

  // chat-report
  reportTitle: 'Report this message',
  reportReason: 'What is wrong with it?',
  reportReasonName: (id: string, name: string) =>
    ({
      spam: 'Spam',
      harassment: 'Harassment',
      sexual: 'Sexual content',
      violence: 'Violence',
      other: 'Something else',
    })[id] ?? name,
  reportRemark: 'Anything to add? (optional)',

  // chat-viewer
  viewer: 'Picture viewer',
  previousPicture: 'Previous',
  nextPicture: 'Next',
  zoom: 'Zoom',

  // chat-notifications
  notifyAsk: 'Never miss a message',
  notifyAskText: 'See who writes to you while you are in another window or tab.',
  notifyOn: 'Turn on',
  notifyLater: 'Not now',
  notifyDone: 'You will be told of new messages.',
  notifyBlocked: 'Notifications are blocked',
  notifyBlockedText:
    'To be told of new messages, allow them for this page in the settings of your browser.',
  notifyUnsupported: 'No notifications here',
  notifyUnsupportedText: 'This browser cannot tell you of new messages while you are elsewhere.',
  notifyClose: 'All right',

  // Calls
  calls: 'Calls',
  callVoice: 'Voice call',
  callVideo: 'Video call',
  callIncoming: (video: boolean): string => (video ? 'Incoming video call' : 'Incoming voice call'),
  callFrom: (name: string, video: boolean) =>
    `Incoming ${video ? 'video' : 'voice'} call from ${name}`,
  /** After it, to those who hear it and type elsewhere. */
  callReach: 'Press F6 to answer.',
  callWith: (name: string, video: boolean) => `${video ? 'Video' : 'Voice'} call with ${name}`,
  callTo: (name: string, video: boolean) => `Call ${name} (${video ? 'video' : 'voice'})`,
  callAccept: 'Accept',
  callDecline: 'Decline',
  callEnd: 'End',
  callReturn: 'Return',
  callMinimize: 'Minimise the call',
  callExpand: 'Show the call',
  callCalling: 'Calling…',
  callWaiting: 'Waiting for others to join…',
  callOngoing: 'In a call',
  callDuration: 'Duration',
  callDeclined: 'Declined',
  callBusy: 'In another call',
  callNoAnswer: 'No answer',
  callNobody: 'Nobody joined',
  callEnded: 'Call ended',
  callFailed: 'The call did not get through',
  callActive: 'You are in a call',
  callPeople: (count: number) => plural(count, 'person', 'people'),
  callsMissed: 'Missed',
  callsNone: 'No calls yet',
  callsNoneText: 'Calls with people and groups are listed here.',
  callsNoneMissed: 'No missed calls',
  callsShowAll: 'Show all calls',
  callInward: 'Incoming',
  callOutward: 'Outgoing',

  // lists
  listNothing: (search: string) => `Nothing found for “${search}”`,
  listResults: (count: number, atLeast: boolean) =>
    (atLeast ? 'At least ' : '') + plural(count, 'result', 'results'),
  listRestFailed: 'The rest could not be loaded.',
  listFailed: 'This list could not be loaded.',
  listActions: (name: string) => `Actions for ${name}`,

  // Errors, by code
  errorReason: (code: string) => reasons[code] ?? 'Something went wrong.',
};
export type Later = typeof later;

addEnglish(later);
