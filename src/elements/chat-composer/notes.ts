import { html, nothing } from 'lit';
import { isolated } from '../../lit/isolate.js';
import type { Localize } from '../../lit/localize.js';
import '../../locales/en-later.js';
import { limits } from '../../protocol/limits.js';
import { fileSize } from '../words/file-size.js';
import type { FileProblem } from './files.js';

/** Files that were not taken, each with its name and the limit. */
export function renderNotes(problems: readonly FileProblem[], localize: Localize) {
  if (problems.length === 0) return nothing;
  return html`<div class="notes" part="problems" role="alert">
    ${problems.map((problem) => html`<p>${problemText(problem, localize)}</p>`)}
  </div>`;
}

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
