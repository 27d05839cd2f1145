/** Counts choose their form by the language's own rules. */
const plural = (count: number, one: string, other: string) =>
  `${count.toLocaleString('en')} ${count === 1 ? one : other}`;

export const en = {
  $code: 'en',
  $name: 'English',
  $dir: 'ltr' as 'ltr' | 'rtl',

  // Everywhere
  retry: 'Try again',
  cancel: 'Cancel',
  close: 'Close',
  back: 'Back',
  more: 'More',
  search: 'Search',
  you: 'You',
  online: 'Online',
  offline: 'Offline',
  loading: 'Loading…',
  somethingWrong: 'Something went wrong',

  // Connection
  connectionLost: 'No connection. What you write is sent when it is back.',
  connecting: 'Connecting…',
  signedOut: 'You are signed out.',

  // People
  membersCount: (count: number) => plural(count, 'member', 'members'),
  onlineCount: (count: number) => `${count.toLocaleString('en')} online`,

  // message-preview
  messageDeleted: 'Message deleted',
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
};
