import { html, nothing, type LitElement } from 'lit';
import type { ClientStatus } from '../../client/client-status.js';
import type { ChatClient } from '../../client/types.js';
import { laterIcons } from '../../lit/later-icons.js';
import type { Localize } from '../../lit/localize.js';
import '../../locales/en-later.js';

/** A lost connection is shown after this: most are back before. */
const patience = 3000;

/** The lists of a client that would say so. */
const tellers = new WeakMap<ChatClient, Set<LitElement>>();

/** Why nothing moves in a list, while it keeps its place; where a status or another list says so, once is enough. */
export function renderBanner(
  list: LitElement,
  client: ChatClient | undefined,
  status: ClientStatus | undefined,
  localize: Localize,
): unknown {
  const isLost = status?.phase === 'signedIn' && !/online|resync/.test(status.connection);
  if (!client || !isLost) {
    forgetBanner(list, client);
    return nothing;
  }
  const left = status.since + patience - Date.now();
  if (left > 0) {
    setTimeout(() => list.requestUpdate(), left + 10);
    return nothing;
  }
  if (hasStatus(list) || !isTeller(list, client)) return nothing;
  return html`<p class="banner" role="status">
    ${laterIcons.offline} ${localize.term('connectionLost')}
  </p>`;
}

/** It is the first that wanted to say so, of those that are to be seen. */
function isTeller(list: LitElement, client: ChatClient): boolean {
  const all = tellers.get(client) ?? new Set();
  tellers.set(client, all.add(list));
  for (const one of all) if (one === list || one.checkVisibility()) return one === list;
  return false;
}

/** It has nothing to say, or has left the page: another one may say it. */
export function forgetBanner(list: LitElement, client: ChatClient | undefined): void {
  const all = client && tellers.get(client);
  if (!all?.delete(list)) return;
  for (const one of all) one.requestUpdate();
}

/** Whether there is a `<chat-status>` of the same provider: in the element's tree, or in one around that. */
function hasStatus(element: Element): boolean {
  const provider = element.closest('chat-provider');
  const root = element.getRootNode() as Document | ShadowRoot;
  for (const status of root.querySelectorAll('chat-status'))
    if (status.closest('chat-provider') === provider) return true;
  return !provider && 'host' in root && hasStatus(root.host);
}
