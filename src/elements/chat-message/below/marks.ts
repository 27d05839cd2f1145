import { html, nothing, type TemplateResult } from 'lit';
import { rowIcons } from '../../../lit/row-icons.js';
import type { Localize } from '../../../lit/localize.js';
import '../../../locales/en-rows.js';
import type { Message } from '../../../protocol/records.js';
import { fullText } from '../time/dates.js';
import { renderMark } from '../status.js';

/** What became of a message, beside its time. */
export function renderMarks(
  { pinnedAt, savedAt, editedAt }: Message,
  localize: Localize,
): TemplateResult {
  return html`${pinnedAt === undefined ? nothing : renderMark(rowIcons.pin, localize.term('pinned'))}${
    savedAt === undefined ? nothing : renderMark(rowIcons.bookmark, localize.term('saved'))
  }${
    editedAt === undefined
      ? nothing
      : html`<span class="edited" title=${fullText(editedAt, localize.lang())}
          ><bdi>${localize.term('edited')}</bdi></span
        >`
  }`;
}
