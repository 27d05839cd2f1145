import { html, type TemplateResult } from 'lit';
import type { MessageItem } from '../../client/types.js';
import type { Localize } from '../../lit/localize.js';
import type { Message } from '../../protocol/records.js';

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
