import { html, type TemplateResult } from 'lit';
import type { MessageItem } from '../../../client/types.js';
import { actionText } from '../../words/message-preview.js';
import { renderCallNote } from './call-note.js';
import type { MessageHost } from '../message-host.js';
import type { MessageRow } from '../message-row.js';
import { renderNoteRun } from './note-run.js';

/** What happened in the group or with a call, said by nobody. */
export function renderNote(row: MessageRow, item: MessageItem, host: MessageHost): TemplateResult {
  if (row.run) return renderNoteRun(row.run, host, row.unfolded, () => row.fold());
  if (item.message.category === 'call') return renderCallNote(item, host);
  return html`<span class="note" part="note"
    >${actionText(item.message, item.people, host.localize)}</span
  >`;
}
