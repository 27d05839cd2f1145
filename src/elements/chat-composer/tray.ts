import { html, nothing } from 'lit';
import type { DraftFile } from '../../client/draft-types.js';

/** The files about to be sent; what shows them is loaded with the first. */
export function renderTray(
  files: readonly DraftFile[],
  onFiles: (event: HTMLElementEventMap['chat-files']) => void,
) {
  if (files.length === 0) return nothing;
  void import('../chat-attachment-tray/chat-attachment-tray.js');
  return html`<chat-attachment-tray
    exportparts="file, remove, describe"
    .files=${files}
    @chat-files=${onFiles}
  ></chat-attachment-tray>`;
}
