import { html, nothing, type TemplateResult } from 'lit';
import type { ClientStatus } from '../../client/client-status.js';
import type { ChatClient, Edge, Feed } from '../../client/types.js';
import { icons } from '../../lit/icons.js';
import type { Localize } from '../../lit/localize.js';
import type { User } from '../../protocol/records.js';
import { dayOf, dayText, timeText } from '../chat-message/dates.js';
import type { Reading } from './reading.js';

/** A lost connection is shown after this: most are back before. */
const patience = 3000;

/** Why nothing moves, while the list keeps its place. `again` renders anew when it is time to say so. */
export function renderBanner(
  status: ClientStatus | undefined,
  localize: Localize,
  again: () => void,
): unknown {
  if (status?.phase !== 'signedIn' || status.connection === 'online') return nothing;
  if (status.connection === 'resync') return nothing;
  const left = status.since + patience - Date.now();
  if (left > 0) {
    setTimeout(again, left + 10);
    return nothing;
  }
  return html`<p class="banner" role="status">
    ${icons.offline} ${localize.term('connectionLost')}
  </p>`;
}

/** What lies beyond the first or last row: more, a way to it, or nothing. */
export function renderEdge(
  side: 'older' | 'newer',
  edge: Edge,
  feed: Feed,
  localize: Localize,
  beginning: string,
): unknown {
  const ask = () => void feed[side]();
  switch (edge) {
    case 'end':
      return beginning ? html`<p class="edge beginning">${beginning}</p>` : nothing;
    case 'failed':
      return html`<div class="edge" role="alert">
        ${localize.term(side === 'older' ? 'olderFailed' : 'newerFailed')}
        <button class="button" type="button" @click=${ask}>${localize.term('retry')}</button>
      </div>`;
    default:
      // Loads by itself; the button is for those who do not scroll.
      return html`<div class="edge">
        <button class="more" type="button" ?disabled=${edge === 'loading'} @click=${ask}>
          <span class="spinner" aria-hidden="true"></span>
          ${localize.term(side === 'older' ? 'loadOlder' : 'loadNewer')}
        </button>
      </div>`;
  }
}

/** What stands before the very first message. */
export function beginningOf(guid: string | undefined, name: string, localize: Localize): string {
  return localize.term(guid === undefined ? 'conversationStart' : 'groupStart', name);
}

interface Empty {
  readonly title: string;
  readonly hint: string;
  readonly action?: string;
  readonly act?: () => void;
}

/** The middle of a list that has nothing to show: why, and what to do. */
export function renderEmpty(icon: unknown, { title, hint, action, act }: Empty): TemplateResult {
  return html`<div class="middle">
    <span class="emblem">${icon}</span>
    <p class="title">${title}</p>
    <p class="hint"><bdi>${hint}</bdi></p>
    ${
      action
        ? html`<button class="button primary" type="button" @click=${act}>${action}</button>`
        : nothing
    }
  </div>`;
}

export function renderNoConversation(localize: Localize): TemplateResult {
  return renderEmpty(icons.thread, {
    title: localize.term('noConversation'),
    hint: localize.term('noConversationHint'),
  });
}

/** Below the last message, where there is always room for it: typing moves none of them. */
export function renderTyping(people: readonly User[], localize: Localize): TemplateResult {
  const [a, b] = people;
  let text = '';
  if (people.length > 2) text = localize.term('typingMany');
  else if (a && b) text = localize.term('typingTwo', a.name, b.name);
  else if (a) text = localize.term('typingOne', a.name);
  return html`<div class="typing" part="typing">
    ${
      text
        ? html`<span class="dots" aria-hidden="true"><i></i><i></i><i></i></span>
            <span class="truncate">${text}</span>`
        : nothing
    }
  </div>`;
}

/** The way back after a jump; and the way down, first to what has not been seen, then to the end. */
export function renderLatest(reading: Reading, localize: Localize): unknown {
  const { away, unseen, back } = reading.outlook;
  return [
    back
      ? html`<button
          class="latest back"
          part="back"
          type="button"
          @click=${() => reading.toPlace()}
        >
          ${icons.back}<span>${localize.term('toPlace')}</span>
        </button>`
      : nothing,
    away
      ? html`<button
          class="latest"
          part="latest"
          type="button"
          aria-label=${unseen > 0 ? localize.term('toUnseen', unseen) : localize.term('toLatest')}
          @click=${() => reading.toLatest()}
        >
          ${icons.down}${unseen > 0 ? html`<span>${localize.term('unseen', unseen)}</span>` : nothing}
        </button>`
      : nothing,
  ];
}

/** What is new lies above: a way to it, and a way to be done with it (B36). */
export function renderSince(
  reading: Reading,
  feed: Feed | undefined,
  client: ChatClient | undefined,
  localize: Localize,
): unknown {
  if (!reading.outlook.past || !feed) return nothing;
  const { items, unreadFrom, unreadCount } = feed.$feed.get();
  const first = items.find(({ id }) => id === unreadFrom);
  if (!first || unreadCount === 0) return nothing;
  const done = () => {
    feed.settle();
    // Refused, the count of unread comes back (C6).
    void client?.conversations.markRead(feed.target).catch(() => undefined);
  };
  const time = sinceText(first.message.sentAt, Date.now(), localize);
  return html`<div class="since" part="since">
    <button class="jump" type="button" @click=${() => reading.toUnread()}>
      ${icons.up} ${localize.term('newSince', unreadCount, time)}
    </button>
    <button
      class="dismiss"
      type="button"
      aria-label=${localize.term('newSinceDismiss')}
      title=${localize.term('newSinceDismiss')}
      @click=${done}
    >
      ${icons.close}
    </button>
  </div>`;
}

/** The time, and the day when it was not today. */
function sinceText(at: number, now: number, localize: Localize): string {
  const time = timeText(at, localize.lang());
  return dayOf(at) === dayOf(now) ? time : `${dayText(at, now, localize)}, ${time}`;
}

/** Bubbles to come. */
export function renderSkeleton(): TemplateResult {
  const shapes = ['a', 'b', 'mine c', 'd', 'mine b', 'a', 'c'];
  return html`<div class="skeletons" aria-hidden="true">
    ${shapes.map((shape) => html`<div class="skeleton ${shape}"></div>`)}
  </div>`;
}
