import type { MessageItem } from '../client/types.js';
import '../locales/en-rows.js';

/** Whether its words can be changed: on the server, or where they still wait to be sent. */
export function isEditable({ message, queuedAt }: MessageItem): boolean {
  return Boolean(message.text) && (queuedAt !== undefined || message.can.includes('edit'));
}
