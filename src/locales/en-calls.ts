/** How a call went, as a voice call and as a video call. */
export const callNotes: Readonly<Record<string, readonly [string, string]>> = {
  ended: ['Voice call', 'Video call'],
  ongoing: ['Voice call in progress', 'Video call in progress'],
  missed: ['Missed voice call', 'Missed video call'],
  declined: ['Voice call declined', 'Video call declined'],
  noAnswer: ['Voice call, no answer', 'Video call, no answer'],
  busy: ['Voice call, line busy', 'Video call, line busy'],
  cancelled: ['Voice call cancelled', 'Video call cancelled'],
};
