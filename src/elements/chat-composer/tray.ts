import { html, nothing } from 'lit';
import type { DraftFile } from '../../client/draft-types.js';
import { later } from '../late/later.js';

export const loadTray = later(() => import('../chat-attachment-tray/chat-attachment-tray.js'));

/** The files about to be sent; what shows them is loaded with the first. */
export function renderTray(
  files: readonly DraftFile[],
  onFiles: (event: HTMLElementEventMap['chat-files']) => void,
) {
  if (files.length === 0) return nothing;
  // Whoever adds a file is told when this fails; those of a kept draft are tried again at the next rendering.
  loadTray().catch(() => undefined);
  return html`<chat-attachment-tray
    exportparts="file, remove, describe"
    .files=${files}
    @chat-files=${onFiles}
  ></chat-attachment-tray>`;
}
