import { html, nothing, type TemplateResult } from 'lit';

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
