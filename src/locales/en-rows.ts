import { addEnglish } from '../lit/english.js';
import { callNotes } from './en-calls.js';
import { plural } from './en.js';

export const unseen = (count: number) => (count > 99 ? '99+ new' : `${count} new`);

/**
 * What rows say besides a few words of text: of files, calls and groups, and of what others made of a message. Each
 * module with a word from here imports this file.
 */
const rows = {
  // What a message is, in a row of its own or as the last of a chat
  messageDeleted: 'Message deleted',
  messageVeiled: 'From somebody you have blocked.',
  messageEmpty: 'Empty message',
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
  callNote: (how: string, video: boolean) => (callNotes[how] ?? callNotes['ended']!)[video ? 1 : 0],
  callJoin: 'Join',
  callAgain: 'Call again',
  callBack: 'Call back',
  /** Who came to a group, or went, one after the other. */
  runCame: (names: string) => `${names} joined`,
  runWent: (names: string) => `${names} left`,
  /** Between two things said of one. */
  comma: (one: string, other: string) => `${one}, ${other}`,

  // chat-conversations
  chatDraft: 'Draft:',
  chatTyping: 'typing…',
  chatTypingNames: (names: readonly string[]) =>
    names.length === 1
      ? `${names[0]} is typing…`
      : names.length === 2
        ? `${names[0]} and ${names[1]} are typing…`
        : 'Several people are typing…',
  chatMentioned: 'You are mentioned',
  chatPinned: 'Pinned',
  chatMuted: 'Muted',

  // chat-message
  edit: 'Edit',
  edited: 'edited',
  pinned: 'Pinned',
  saved: 'Saved',
  showMore: 'Show more',
  showLess: 'Show less',
  messageUnveil: 'Show message',
  /** @param whom undefined: the reader */
  replyTo: (whom: string | undefined, text: string) => `in reply to ${whom ?? 'you'}: ${text}`,
  quoteGone: 'The original message is gone',
  replies: (count: number) => plural(count, 'reply', 'replies'),
  unseen,
  replyInThreadNote: 'Reply in a thread',
  addReaction: 'Add reaction',
  others: (count: number) => plural(count, 'other', 'others'),
  linkDismiss: 'Remove preview',
  openPicture: (name: string) => `Open picture: ${name}`,
  morePictures: (count: number) => `and ${count} more`,
  download: 'Download',
  playVoice: 'Play voice message',
  pauseVoice: 'Pause voice message',
  voiceSpeed: (speed: number) => `Speed ${speed}×`,
  seekVoice: 'Position in the voice message',
  heard: (name: string, text: string) => `${name}: ${text}`,
};
export type RowWords = typeof rows;

addEnglish(rows);
