import { html, nothing, type TemplateResult } from 'lit';
import type { ClientStatus } from '../../client/client-status.js';
import type { ChatClient, Feed, FeedState } from '../../client/types.js';
import { icons } from '../../lit/icons.js';
import { laterIcons } from '../../lit/later-icons.js';
import type { Localize } from '../../lit/localize.js';
import { rowIcons } from '../../lit/row-icons.js';
import '../../locales/en-later.js';
import '../../locales/en-rows.js';
import type { Target } from '../../protocol/ids.js';
import type { User } from '../../protocol/records.js';
import { dayOf, dayText, timeText } from '../chat-message/time/dates.js';
import { errorText, signedOutText } from '../words/error-text.js';
import type { Travel } from './scrolling/travel.js';

interface Place {
  readonly client: ChatClient | undefined;
  readonly target: Target | undefined;
  readonly status: ClientStatus | undefined;
  readonly feed: Feed | undefined;
  readonly state: FeedState | undefined;
  /** Of the conversation. */
  readonly name: string;
}

/** In the place of messages: why there are none, and what to do. */
export function renderInstead(
  { client, target, status, feed, state, name }: Place,
  localize: Localize,
): TemplateResult {
  if (status?.phase === 'signedOut') {
    return html`<p class="middle">${signedOutText(status, localize)}</p>`;
  }
  if (!target) {
    return renderMiddle(
      rowIcons.thread,
      localize.term('noConversation'),
      localize.term('noConversationHint'),
    );
  }
  if (state?.error) {
    return renderMiddle(
      icons.failed,
      localize.term('messagesFailed'),
      errorText(state.error, localize),
      // Whoever joins sees them at once; asking again alone leads nowhere.
      state.error.code === 'not-a-member'
        ? undefined
        : { label: localize.term('retry'), act: () => void feed?.reload() },
    );
  }
  return renderMiddle(
    rowIcons.thread,
    localize.term('emptyConversation'),
    localize.term('emptyConversationHint', name),
    {
      label: localize.term('sayHello'),
      act: () => client?.drafts.write(target, { text: localize.term('hello') }),
    },
  );
}

function renderMiddle(
  icon: unknown,
  title: string,
  hint: string,
  action?: { readonly label: string; readonly act: () => void },
): TemplateResult {
  return html`<div class="middle">
    <span class="emblem">${icon}</span>
    <p class="title">${title}</p>
    <p class="hint"><bdi>${hint}</bdi></p>
    ${
      action
        ? html`<button class="button primary" type="button" @click=${action.act}>
            ${action.label}
          </button>`
        : nothing
    }
  </div>`;
}

/** Beyond the first or last row there is more, which could not be had. */
export function renderFailed(side: 'older' | 'newer', feed: Feed, localize: Localize): unknown {
  // Without a first page there is nothing to go on from.
  const again = () => void (feed.$feed.get().error ? feed.reload() : feed[side]());
  return html`<div class="edge" role="alert">
    ${localize.term(side === 'older' ? 'olderFailed' : 'newerFailed')}
    <button class="button" type="button" @click=${again}>${localize.term('retry')}</button>
  </div>`;
}

/** Below the last message, where there is always room for it: typing moves none of them. */
export function renderTyping(people: readonly User[], localize: Localize): unknown {
  const [a, b] = people;
  if (!a) return nothing;
  let text = localize.term('typingMany');
  if (!b) text = localize.term('typingOne', a.name);
  else if (people.length === 2) text = localize.term('typingTwo', a.name, b.name);
  return html`<span class="dots" aria-hidden="true"><i></i><i></i><i></i></span>
    <span class="truncate">${text}</span>`;
}

/** The way back after a jump; and the way down, first to what has not been seen, then to the end. */
export function renderLatest(travel: Travel, localize: Localize): unknown {
  const { away, unseen, back } = travel.outlook;
  return [
    back
      ? html`<button class="latest back" part="back" type="button" @click=${() => travel.toPlace()}>
          ${laterIcons.back}<span>${localize.term('toPlace')}</span>
        </button>`
      : nothing,
    away
      ? html`<button
          class="latest"
          part="latest"
          type="button"
          aria-label=${unseen > 0 ? localize.term('toUnseen', unseen) : localize.term('toLatest')}
          @click=${() => travel.toLatest()}
        >
          ${rowIcons.down}${unseen > 0 ? html`<span>${localize.term('unseen', unseen)}</span>` : nothing}
        </button>`
      : nothing,
  ];
}

/** What is new lies above: a way to it, and a way to be done with it (B36). */
export function renderSince(
  travel: Travel,
  feed: Feed | undefined,
  client: ChatClient | undefined,
  localize: Localize,
): unknown {
  if (!travel.outlook.past || !feed) return nothing;
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
    <button class="jump" type="button" @click=${() => travel.toUnread()}>
      ${laterIcons.up} ${localize.term('newSince', unreadCount, time)}
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
