import { html, type TemplateResult } from 'lit';
import { icons } from '../../lit/icons.js';
import type { Localize } from '../../lit/localize.js';
import type { ChatDialog } from '../chat-dialog/chat-dialog.js';

/** Asked when all text of a message that is edited has been taken out. */
export function renderDeletion(
  localize: Localize,
  onClose: (event: Event & { currentTarget: ChatDialog }) => void,
): TemplateResult {
  const close = (value: string) => (event: Event & { currentTarget: HTMLElement }) =>
    event.currentTarget.closest('chat-dialog')?.close(value);
  return html`<chat-dialog heading=${localize.term('composerDeleteTitle')} @close=${onClose}>
    ${localize.term('composerDeleteText')}
    <button class="button" slot="action" type="button" @click=${close('')}>
      ${localize.term('cancel')}
    </button>
    <button class="button danger" slot="action" type="button" @click=${close('delete')}>
      ${localize.term('composerDelete')}
    </button>
  </chat-dialog>`;
}

/** Lies over the pane while files are dragged. */
export function renderOverlay(localize: Localize): TemplateResult {
  return html`<div class="overlay" part="overlay" popover="manual">
    <div>${icons.paperclip} ${localize.term('composerDrop')}</div>
  </div>`;
}
