import { css, html, nothing, type ReactiveController, type ReactiveControllerHost } from 'lit';
import { emit } from '../lit/events.js';
import { iconButton } from '../lit/icon-button.js';
import { icons } from '../lit/icons.js';
import type { Localize } from '../lit/localize.js';
import '../locales/en-later.js';
import { ChatError } from '../protocol/errors.js';
import { errorText } from './words/error-text.js';

export const attemptStyles = css`
  .failure {
    display: flex;
    align-items: center;
    gap: var(--_chat-space-2);
    margin: var(--_chat-space-1) var(--_chat-space-3);
    padding-block: var(--_chat-space-1);
    padding-inline: var(--_chat-space-3) var(--_chat-space-1);
    border-radius: var(--_chat-radius-m);
    background: var(--_chat-color-danger-soft);
    color: var(--_chat-color-danger);
    font-size: var(--_chat-font-size-s);
    overflow-wrap: anywhere;
  }
  .failure span {
    flex: 1;
    min-inline-size: 0;
  }
  .failure .icon-button {
    color: inherit;
  }
`;

/** Commands given from an element, and the last one that was refused, shown until it is dismissed. */
export class Attempts implements ReactiveController {
  #host: ReactiveControllerHost & HTMLElement;
  #about: () => unknown;
  #error: ChatError | undefined;
  #shown: unknown;

  /** @param about what is on show in the element; once that is another, what was refused is no news */
  constructor(host: ReactiveControllerHost & HTMLElement, about: () => unknown) {
    this.#host = host;
    this.#about = about;
    host.addController(this);
  }

  hostUpdate(): void {
    if (this.#shown !== this.#about()) this.#error = undefined;
  }

  hostDisconnected(): void {
    this.#error = undefined;
  }

  /** False when it was refused. */
  async run(operation: string, work: Promise<unknown>): Promise<boolean> {
    const about = this.#about();
    this.#show(undefined);
    try {
      await work;
      return true;
    } catch (caught) {
      const error = ChatError.from(caught);
      // The page may show it in its own way.
      const shows = emit(this.#host, 'chat-error', { error, operation });
      if (shows && about === this.#about()) this.#show(error);
      return false;
    }
  }

  #show(error: ChatError | undefined): void {
    this.#error = error;
    this.#shown = this.#about();
    this.#host.requestUpdate();
  }

  render(localize: Localize) {
    if (!this.#error) return nothing;
    return html`<p class="failure" part="error" role="alert">
      <span>${errorText(this.#error, localize)}</span>
      ${iconButton(localize.term('close'), icons.close, () => this.#show(undefined))}
    </p>`;
  }
}
