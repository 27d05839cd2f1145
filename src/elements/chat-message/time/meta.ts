import { html, nothing } from 'lit';
import type { MessageItem } from '../../../client/types.js';
import { icons } from '../../../lit/icons.js';
import { fullText, timeText } from './dates.js';
import { extras } from '../late-extras.js';
import type { MessageHost } from '../message-host.js';
import { isHeld, isMarkedOut, renderMark, stateText } from '../status.js';

/**
 * The time on the last line of a message, with "edited" and the tick.
 * Nothing in it has a say in the direction of the message.
 * @param pointed the pointer is on the message, and may rest on the time
 */
export function renderMeta(item: MessageItem, host: MessageHost, pointed: boolean): unknown {
  const { localize } = host;
  const { sentAt, deletedAt } = item.message;
  const lang = localize.lang();
  return html`<span class="meta" part="meta"
    >${isMarkedOut(item.message) ? extras.get()?.renderMarks(item.message, localize) : nothing}<time
      part="time"
      dir="auto"
      datetime=${new Date(sentAt).toISOString()}
      title=${pointed ? fullText(sentAt, lang) : nothing}
      >${timeText(sentAt, lang)}</time
    >${item.state === 'none' || deletedAt !== undefined || isHeld(item) ? nothing : renderMark(icons[item.state], stateText(item, localize))}</span
  >`;
}
