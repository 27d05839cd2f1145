import { html, type TemplateResult } from 'lit';
import type { MessageItem } from '../../client/types.js';
import { icons } from '../../lit/icons.js';
import type { Localize } from '../../lit/localize.js';
import type { Message } from '../../protocol/records.js';

// Four shapes, so that no state is told by colour alone.
export const ticks = {
  pending: icons.pending,
  failed: icons.failed,
  sent: icons.sent,
  delivered: icons.delivered,
  read: icons.read,
};
const names = {
  pending: 'stateSending',
  failed: 'stateFailed',
  sent: 'stateSent',
  delivered: 'stateDelivered',
  read: 'stateRead',
} as const;

/** It waits until the app has approved it: nobody else has it yet (M12). */
export function isHeld({ message, state }: MessageItem): boolean {
  return message.moderation === 'pending' && state === 'sent' && message.deletedAt === undefined;
}

/** It says below its words why it is not where it was to go. */
export function isStuck(item: MessageItem): boolean {
  return item.state === 'failed' || isHeld(item);
}

/** The state in words; empty where there is none to tell. */
export function stateText(item: MessageItem, localize: Localize): string {
  const { state } = item;
  if (isHeld(item)) return localize.term('stateHeld');
  return state === 'none' ? '' : localize.term(names[state]);
}

/** It says beside its time what became of it: pinned, saved or edited. */
export function isMarkedOut({ pinnedAt, savedAt, editedAt, deletedAt }: Message): boolean {
  return deletedAt === undefined && (pinnedAt ?? savedAt ?? editedAt) !== undefined;
}

export function renderMark(icon: unknown, name: string): TemplateResult {
  return html`<span class="mark" part="state" role="img" aria-label=${name} title=${name}
    >${icon}</span
  >`;
}
