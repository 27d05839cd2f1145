import { html, nothing, type TemplateResult } from 'lit';
import type { Localize } from '../../lit/localize.js';
import '../../locales/en-later.js';
import type { ChatError } from '../../protocol/errors.js';
import { errorText } from '../error-text.js';

/** A place where there is nothing to do but one thing. */
export function renderCalm(
  icon: TemplateResult,
  heading: string,
  text: string,
  place: 'whole' | 'pane',
  action?: TemplateResult,
): TemplateResult {
  return html`<div class="calm ${place}">
    <span class="emblem">${icon}</span>
    <h2>${heading}</h2>
    <p>${text}</p>
    ${action ?? nothing}
  </div>`;
}

export function whySignedOut(error: ChatError | undefined, localize: Localize): string {
  if (!error) return localize.term('messengerSignedOutText');
  return error.code === 'not-found'
    ? localize.term('messengerNoAccount')
    : errorText(error, localize);
}
