import { html, type TemplateResult } from 'lit';

/** Words for what others see in a shape or a colour. */
export function says(text: string): TemplateResult {
  return html`<span class="visually-hidden">${text}</span>`;
}
