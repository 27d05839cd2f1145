import { html, nothing, type TemplateResult } from 'lit';
import { laterIcons } from '../../lit/later-icons.js';
import { signIcons } from '../../lit/sign-icons.js';
import type { Localize } from '../../lit/localize.js';
import '../../locales/en-later.js';
import type { Message } from '../../protocol/records.js';
import { fullText } from './dates.js';
import { renderMark } from './status.js';

/** What became of a message, beside its time. */
export function renderMarks(
  { pinnedAt, savedAt, editedAt }: Message,
  localize: Localize,
): TemplateResult {
  return html`${pinnedAt === undefined ? nothing : renderMark(signIcons.pin, localize.term('pinned'))}${
    savedAt === undefined ? nothing : renderMark(laterIcons.bookmark, localize.term('saved'))
  }${
    editedAt === undefined
      ? nothing
      : html`<span class="edited" title=${fullText(editedAt, localize.lang())}
          >${localize.term('edited')}</span
        >`
  }`;
}
