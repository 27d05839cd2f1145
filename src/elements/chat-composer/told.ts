import { html, type LitElement } from 'lit';

/** What is written here is an edit, or a reply: said to those who hear the page. */
export const renderTold = () => html`<span class="told visually-hidden" role="status"></span>`;

/**
 * After rendering: with the text area; and at once to whoever is in it, whom no focus tells of it.
 * @param about what is edited or replied to, in words; empty where neither is so
 */
export function tell(composer: LitElement, about: string, begun: boolean): void {
  const input = composer.renderRoot.querySelector('chat-composer-input');
  const region = composer.renderRoot.querySelector('.told');
  if (!input || !region) return;
  if (input.about !== about) {
    input.about = about;
    input.requestUpdate();
  }
  const isIn = composer.shadowRoot?.activeElement === input;
  const aloud = begun && isIn ? about : about && region.textContent;
  if (aloud !== region.textContent) region.textContent = aloud;
}
