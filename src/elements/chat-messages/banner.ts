import { html, nothing, type LitElement } from 'lit';
import type { ClientStatus } from '../../client/client-status.js';
import { laterIcons } from '../../lit/later-icons.js';
import type { Localize } from '../../lit/localize.js';
import '../../locales/en-later.js';

/** A lost connection is shown after this: most are back before. */
const patience = 3000;

/** Why nothing moves in a list, while it keeps its place; where a status says so, once is enough. */
export function renderBanner(
  list: LitElement,
  status: ClientStatus | undefined,
  localize: Localize,
): unknown {
  if (status?.phase !== 'signedIn' || status.connection === 'online') return nothing;
  if (status.connection === 'resync') return nothing;
  const left = status.since + patience - Date.now();
  if (left > 0) {
    setTimeout(() => list.requestUpdate(), left + 10);
    return nothing;
  }
  if (hasStatus(list)) return nothing;
  return html`<p class="banner" role="status">
    ${laterIcons.offline} ${localize.term('connectionLost')}
  </p>`;
}

/** Whether there is a `<chat-status>` of the same provider: in the element's tree, or in one around that. */
function hasStatus(element: Element): boolean {
  const provider = element.closest('chat-provider');
  const root = element.getRootNode() as Document | ShadowRoot;
  for (const status of root.querySelectorAll('chat-status'))
    if (status.closest('chat-provider') === provider) return true;
  return !provider && 'host' in root && hasStatus(root.host);
}
