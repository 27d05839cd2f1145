import { addEnglish } from '../lit/english.js';
import { callNotes } from './en-calls.js';
import { plural } from './en.js';

/** What is said of messages that are no text: each module with a word from here imports this file. */
const previews = {
  messageDeleted: 'Message deleted',
  messageVeiled: 'From somebody you have blocked.',
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
};
export type Previews = typeof previews;

addEnglish(previews);
