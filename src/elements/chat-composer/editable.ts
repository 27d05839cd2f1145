import type { Draft, MessageItem } from '../../client/types.js';

/** The last message of one's own that can be edited, among those that are known. */
export function lastEditable(items: readonly MessageItem[]): MessageItem | undefined {
  return items.findLast(
    ({ mine, message, state }) =>
      mine &&
      message.can.includes('edit') &&
      message.text &&
      state !== 'pending' &&
      state !== 'failed',
  );
}

/** A reply or an edit that was not there before. */
export function hasBegun(before: Draft, after: Draft): boolean {
  return (
    (after.replyTo !== undefined && after.replyTo !== before.replyTo) ||
    (after.editing !== undefined && after.editing !== before.editing)
  );
}
