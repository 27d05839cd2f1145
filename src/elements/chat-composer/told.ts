import { html, type LitElement, type TemplateResult } from 'lit';

/** Tells those who hear the page what is being edited or replied to. */
export class Told {
  #composer: LitElement;
  #aloud = '';

  constructor(composer: LitElement) {
    this.#composer = composer;
  }

  /** After rendering: with the text area; and at once to whoever is in it, whom no focus tells of it. */
  tell(about: string, begun: boolean): void {
    const input = this.#composer.renderRoot.querySelector('chat-composer-input');
    if (!input) return;
    if (input.about !== about) {
      input.about = about;
      input.requestUpdate();
    }
    const isIn = this.#composer.shadowRoot?.activeElement === input;
    const aloud = begun && isIn ? about : about && this.#aloud;
    if (aloud === this.#aloud) return;
    this.#aloud = aloud;
    this.#composer.requestUpdate();
  }

  render(): TemplateResult {
    return html`<span class="visually-hidden" role="status">${this.#aloud}</span>`;
  }
}
