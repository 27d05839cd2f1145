import { css, html, nothing } from 'lit';
import type { MessageItem } from '../../../client/types.js';
import { rowIcons } from '../../../lit/row-icons.js';
import '../../../locales/en-later.js';
import '../../../locales/en-rows.js';
import { errorText } from '../../words/error-text.js';
import type { MessageHost } from '../message-host.js';
import type { MessageRow } from '../message-row.js';
import { canReword, remedyFor } from './remedy.js';
import { isHeld } from '../status.js';
import { plainWords } from '../text/words.js';
import { isSlow } from './waiting.js';

/** What a message that is stuck says below its bubble, and the ways out. */
export function renderTrouble(row: MessageRow, host: MessageHost): unknown {
  const { item, offline } = row;
  const { localize } = host;
  const slow = isSlow(row);
  if (!item) return nothing;
  if (item.state === 'failed') {
    // Of what is deleted, no edit is ever taken.
    const lost = item.message.deletedAt !== undefined;
    const reason = item.error ? errorText(item.error, localize) : '';
    const why = lost ? localize.term('editLost') : `${localize.term('notSent')} ${reason}`;
    return html`<div class="trouble failed" part="trouble">
      <span>${why}</span>
      ${lost ? nothing : renderRemedies(item, host)}
      ${renderButton(localize.term('discard'), () => host.act((acts) => acts.discard(item)))}
    </div>`;
  }
  if (isHeld(item)) {
    return html`<div class="trouble held" part="trouble">
      ${rowIcons.held}<span>${localize.term('stateHeld')}</span>
    </div>`;
  }
  if (item.state !== 'pending') return nothing;
  const seconds = Math.ceil(((item.resumesAt ?? 0) - Date.now()) / 1000);
  if (!offline && !slow && seconds <= 0) return nothing;
  const counted = () =>
    `${localize.term('errorReason', 'rate-limited')} ${localize.term('sendsIn', seconds)}`;
  return html`<div class="trouble" part="trouble">
    <span
      >${offline ? localize.term('willSend') : seconds > 0 ? counted() : localize.term('stillSending')}</span
    >
    ${renderButton(localize.term('cancel'), () => host.act((acts) => acts.discard(item)))}
  </div>`;
}

/** Once more, where that may help; else the words are there to be changed, or taken elsewhere. */
function renderRemedies(item: MessageItem, host: MessageHost): unknown {
  const { localize } = host;
  const { message, people } = item;
  const remedy = remedyFor(item.error);
  if (remedy === 'again')
    return renderButton(localize.term('retry'), () => host.act((acts) => acts.retry(item)));
  if (!message.text) return nothing;
  const text = plainWords(message, people, '\n');
  const edit = () => host.act((acts) => acts.edit(item));
  return [
    remedy && canReword(item) ? renderButton(localize.term('edit'), edit) : nothing,
    renderButton(localize.term('copyText'), () => host.act((acts) => acts.copy(text))),
  ];
}

function renderButton(label: string, press: () => void) {
  return html`<button class="link" type="button" tabindex="-1" @click=${press}>${label}</button>`;
}

export const troubleStyles = css`
  chat-message:state(held) .bubble:not(.large) {
    --_link: var(--_chat-color-accent-text);
    --_tint: color-mix(in oklch, currentColor 8%, transparent);
    background: var(--_chat-color-accent-soft);
    color: var(--_chat-color-text);
  }
  chat-message:state(held) .bubble:not(.large) .meta {
    color: var(--_chat-color-muted);
  }
  .trouble {
    display: flex;
    flex-wrap: wrap;
    gap: 2px var(--_chat-space-2);
    align-items: baseline;
    justify-content: end;
    margin-block-start: 2px;
    font-size: var(--_chat-font-size-2xs);
    color: var(--_chat-color-muted);
    max-inline-size: 100%;
    text-align: end;
  }
  .trouble.failed {
    color: var(--_chat-color-danger);
  }
  .trouble.held {
    --_chat-icon-size: 14px;
    align-items: center;
    gap: 4px;
  }
  .trouble .link {
    min-block-size: 24px;
    font-size: inherit;
  }
`;
