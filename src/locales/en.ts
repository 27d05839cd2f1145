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
};
