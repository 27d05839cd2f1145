import { html, nothing } from 'lit';
import type { MessageItem } from '../../client/types.js';
import { icons } from '../../lit/icons.js';
import { fullText, timeText } from './dates.js';
import type { MessageHost } from './message-host.js';

// Four shapes, so that no state is told by colour alone.
const ticks = {
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
export function stateText(item: MessageItem, host: MessageHost): string {
  const { state } = item;
  if (isHeld(item)) return host.localize.term('stateHeld');
  return state === 'none' ? '' : host.localize.term(names[state]);
}

/**
 * The time on the last line of a message, with "edited" and the tick.
 * @param pointed the pointer is on the message, and may rest on the time
 */
export function renderMeta(item: MessageItem, host: MessageHost, pointed: boolean): unknown {
  const { localize } = host;
  const { sentAt, editedAt, deletedAt, pinnedAt, savedAt } = item.message;
  const lang = localize.lang();
  const alive = deletedAt === undefined;
  const marked = alive && (pinnedAt ?? savedAt ?? editedAt) !== undefined;
  return html`<span class="meta" part="meta"
    >${marked ? renderMarks(item, host) : nothing}<time
      part="time"
      datetime=${new Date(sentAt).toISOString()}
      title=${pointed ? fullText(sentAt, lang) : nothing}
      >${timeText(sentAt, lang)}</time
    >${item.state === 'none' || !alive || isHeld(item) ? nothing : mark(ticks[item.state], stateText(item, host))}</span
  >`;
}

function renderMarks({ message: { pinnedAt, savedAt, editedAt } }: MessageItem, host: MessageHost) {
  const { localize } = host;
  return html`${pinnedAt === undefined ? nothing : mark(icons.pin, localize.term('pinned'))}${
    savedAt === undefined ? nothing : mark(icons.bookmark, localize.term('saved'))
  }${
    editedAt === undefined
      ? nothing
      : html`<span class="edited" title=${fullText(editedAt, localize.lang())}
          >${localize.term('edited')}</span
        >`
  }`;
}

function mark(icon: unknown, name: string) {
  return html`<span class="mark" part="state" role="img" aria-label=${name} title=${name}
    >${icon}</span
  >`;
}
