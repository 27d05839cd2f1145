import { html, nothing, type TemplateResult } from 'lit';
import type { ClientStatus } from '../../client/client-status.js';
import { laterIcons } from '../../lit/later-icons.js';
import { rowIcons } from '../../lit/row-icons.js';
import type { Localize } from '../../lit/localize.js';
import '../../locales/en-later.js';
import type { ChatError } from '../../protocol/errors.js';
import { errorText } from '../words/error-text.js';

/** A place where there is nothing to do but one thing. */
function renderCalm(
  icon: TemplateResult,
  heading: string,
  text: string,
  place: 'whole' | 'pane',
  action?: TemplateResult,
): TemplateResult {
  return html`<div class="calm ${place}">
    <span class="emblem">${icon}</span>
    <h2 tabindex="-1">${heading}</h2>
    <p>${text}</p>
    ${action ?? nothing}
  </div>`;
}

/** Nobody is signed in: why, unless the page says it in its own words. */
export function renderSignedOut(
  { error, ended }: Extract<ClientStatus, { phase: 'signedOut' }>,
  localize: Localize,
): TemplateResult {
  const heading = localize.term(error && !ended ? 'messengerSignInFailed' : 'messengerSignedOut');
  const way = html`<slot name="sign-in"></slot>`;
  return html`<slot name="signed-out" class="whole">
    ${renderCalm(laterIcons.user, heading, whySignedOut(error, localize), 'whole', way)}
  </slot>`;
}

/** No conversation is chosen yet. */
export function renderEmpty(localize: Localize, onBegin: () => unknown): TemplateResult {
  const begin = html`<button class="button primary" type="button" @click=${onBegin}>
    ${localize.term('chatNew')}
  </button>`;
  const [heading, text] = [localize.term('messengerPick'), localize.term('messengerPickText')];
  return html`<slot name="empty">
    ${renderCalm(rowIcons.thread, heading, text, 'pane', begin)}
  </slot>`;
}

function whySignedOut(error: ChatError | undefined, localize: Localize): string {
  // Its own words are those of the heading.
  if (!error || error.code === 'unauthenticated') return localize.term('messengerSignedOutText');
  return error.code === 'not-found'
    ? localize.term('messengerNoAccount')
    : errorText(error, localize);
}
