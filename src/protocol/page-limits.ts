/** Page sizes: [default, most]. More than the most is refused, never clamped. */
export const pageLimits = {
  'user.list': [30, 100],
  'user.blocked': [30, 100],
  'group.list': [30, 100],
  'member.list': [30, 100],
  'member.banned': [30, 100],
  'conversation.list': [30, 50],
  'message.list': [30, 100],
  'message.search': [30, 100],
  'reaction.list': [10, 20],
  'thread.list': [30, 1000],
  'call.list': [30, 100],
  'flag.list': [30, 100],
  'message.waiting': [30, 100],
  'message.pinned': [30, 100],
} as const;
export type PagedOperation = keyof typeof pageLimits;
