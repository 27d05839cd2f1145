import { css, html, nothing } from 'lit';
import { AsyncDirective, directive } from 'lit/async-directive.js';
import type { MessageItem } from '../../../client/types.js';
import { callIcons } from '../../../lit/call-icons.js';
import '../../../locales/en-rows.js';
import { callDuration } from '../../words/call-duration.js';
import { callHowOf, callNote } from '../../words/call-text.js';
import { timeText } from '../time/dates.js';
import type { MessageHost } from '../message-host.js';

export const callNoteStyles = css`
  .note.call {
    display: flex;
    align-items: center;
    gap: var(--_chat-space-2);
    min-inline-size: 0;
    min-block-size: 36px;
    padding-block: 3px;
    padding-inline: var(--_chat-space-3) 4px;
    margin-block: 2px;
    border: 1px solid var(--_chat-color-line);
    border-radius: var(--_chat-radius-pill);
    background: var(--_chat-color-surface);
    color: var(--_chat-color-text);
    text-align: start;
  }
  .call .icon {
    --_chat-icon-size: 16px;
    color: var(--_chat-color-muted);
  }
  .note.call.missed,
  .call.missed .icon {
    color: var(--_chat-color-danger);
  }
  .call .about {
    min-inline-size: 0;
    padding-inline-end: var(--_chat-space-2);
    overflow-wrap: anywhere;
  }
  .call .sent {
    margin-inline-start: var(--_chat-space-1);
    font-size: var(--_chat-font-size-3xs);
    color: var(--_chat-color-muted);
    white-space: nowrap;
  }
  .call .again {
    flex: none;
    min-block-size: 28px;
    padding: 2px 12px;
    border-radius: var(--_chat-radius-pill);
    background: var(--_chat-color-accent-soft);
    color: var(--_chat-color-accent-text);
    font-weight: 600;
    transition: background-color var(--_chat-motion);
  }
  .call .again:hover {
    background: color-mix(in oklch, var(--_chat-color-accent-soft), var(--_chat-color-accent) 14%);
  }
  @media (pointer: coarse) {
    .call .again {
      min-block-size: 40px;
    }
  }
  @media (forced-colors: active) {
    .call .again {
      border: 1px solid;
    }
  }
`;

/** How a call went, in the middle of its conversation, and the way back into it. */
export function renderCallNote(item: MessageItem, host: MessageHost) {
  const { message, mine } = item;
  const { localize } = host;
  const { data = {}, type } = message;
  const how = callHowOf(message, mine);
  const video = type === 'video';
  const icon = how === 'missed' ? 'missed' : video ? 'video' : mine ? 'outgoing' : 'incoming';
  const isOpen = data['status'] === 'ongoing' || data['status'] === 'initiated';
  const again = () => renderAgain(localize.term(mine ? 'callAgain' : 'callBack'), item, host);
  const way = message.receiverType === 'group' ? isOpen && join(item, host) : !isOpen && again();
  return html`<span class="note call ${how}" part="note">
    ${callIcons[icon]}
    <span class="about"
      >${callNote(message, mine, localize)}${renderLasted(data)}
      <time class="sent" datetime=${new Date(message.sentAt).toISOString()}
        >${timeText(message.sentAt, localize.lang())}</time
      ></span
    >
    ${way || nothing}
  </span>`;
}

function renderAgain(label: string, item: MessageItem, host: MessageHost) {
  return html`<button
    class="again"
    part="call-again"
    type="button"
    tabindex="-1"
    @click=${() => host.act((acts) => acts.call(item))}
  >
    ${label}
  </button>`;
}

/** The way into the call of a group: rendered anew as one joins it and leaves it, which changes no message. */
class Join extends AsyncDirective {
  #stops: readonly (() => void)[] = [];
  #again: () => void = () => undefined;

  override render(item: MessageItem, host: MessageHost): unknown {
    const { $active, $own } = host.client.calls;
    const inIt = [$active.get(), $own.get()].some((call) => call?.id === item.id);
    this.#again = () => this.setValue(this.render(item, host));
    if (this.isConnected && this.#stops.length === 0) {
      this.#stops = [$active, $own].map((store) => store.listen(() => this.#again()));
    }
    return inIt ? nothing : renderAgain(host.localize.term('callJoin'), item, host);
  }

  protected override disconnected(): void {
    this.#stops.forEach((stop) => stop());
    this.#stops = [];
  }

  protected override reconnected(): void {
    this.#again();
  }
}
const join = directive(Join);

function renderLasted({ joinedAt, endedAt }: Readonly<Record<string, unknown>>) {
  if (typeof joinedAt !== 'number' || typeof endedAt !== 'number') return nothing;
  return html` · ${callDuration(endedAt - joinedAt)}`;
}
