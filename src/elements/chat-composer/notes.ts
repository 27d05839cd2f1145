import { html, nothing, type ReactiveControllerHost } from 'lit';
import { isolated } from '../../lit/isolate.js';
import type { Localize } from '../../lit/localize.js';
import '../../locales/en-later.js';
import type { ChatError } from '../../protocol/errors.js';
import { limits } from '../../protocol/limits.js';
import { errorText } from '../words/error-text.js';
import { fileSize } from '../words/file-size.js';
import type { FileProblem } from './files.js';

/** What was not taken, not sent or not loaded, and why. */
export class Notes {
  #host: ReactiveControllerHost;
  #localize: Localize;
  #problems: readonly FileProblem[] = [];
  #returned: ChatError | undefined;
  #again: (() => void) | undefined;

  constructor(host: ReactiveControllerHost, localize: Localize) {
    this.#host = host;
    this.#localize = localize;
  }

  files(problems: readonly FileProblem[]): void {
    this.#problems = problems;
    this.#host.requestUpdate();
  }

  /** What was to be sent is back where it was written. */
  returned = (error: ChatError): void => {
    this.#returned = error;
    this.#host.requestUpdate();
  };

  /** What somebody asked for is there, or could not be loaded: then `again` asks anew. */
  loaded(again?: () => void): void {
    if (again === this.#again) return;
    this.#again = again;
    this.#host.requestUpdate();
  }

  clear(): void {
    if (this.#problems.length === 0 && !this.#returned && !this.#again) return;
    this.#returned = this.#again = undefined;
    this.files([]);
  }

  /** @param sendable something is there that could be sent */
  render(sendable: boolean) {
    const localize = this.#localize;
    const error = sendable && this.#returned;
    const texts = this.#problems.map((problem) => problemText(problem, localize));
    if (error) texts.push(`${localize.term('notSent')} ${errorText(error, localize)}`);
    if (texts.length === 0 && !this.#again) return nothing;
    return html`<div class="notes" part="problems" role="alert">
      ${texts.map((text) => html`<p>${text}</p>`)}
      ${
        this.#again
          ? html`<p class="again">
              <span>${localize.term('composerNotLoaded')}</span>
              <button class="button" type="button" @click=${this.#again}>
                ${localize.term('retry')}
              </button>
            </p>`
          : nothing
      }
    </div>`;
  }
}

/** Of a file that was not taken: its name and the limit. */
function problemText({ name: given, reason }: FileProblem, localize: Localize): string {
  const name = isolated(given, localize.dir());
  switch (reason) {
    case 'type':
      return localize.term('composerFileType', name);
    case 'here':
      return localize.term('composerFileHere', name);
    case 'empty':
      return localize.term('composerFileEmpty', name);
    case 'size':
      return localize.term('composerFileSize', name, fileSize(limits.uploadSize, localize));
    case 'count':
      return localize.term('composerFileCount', name, limits.attachments);
  }
}

/** How much room is left, from nine tenths on; past the end, the way out. */
export function renderCount(
  left: number,
  limit: number,
  localize: Localize,
  asFile: false | (() => void),
) {
  if (left > limit / 10) return nothing;
  return html`<div class="count ${left < 0 ? 'over' : ''}" part="count">
    <span role=${left < 0 ? 'status' : nothing}>${localize.term('composerLeft', left)}</span>
    ${
      left < 0 && asFile
        ? html`<button class="button" type="button" @click=${asFile}>
            ${localize.term('composerAsFile')}
          </button>`
        : nothing
    }
  </div>`;
}
