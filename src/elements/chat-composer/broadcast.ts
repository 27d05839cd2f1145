import { html } from 'lit';
import type { Localize } from '../../lit/localize.js';
import '../../locales/en-later.js';

/** Whether the next reply stands in the conversation, too (B101). */
export function renderBroadcast(on: boolean, localize: Localize, set: (on: boolean) => void) {
  return html`<label class="broadcast" part="broadcast">
    <input
      type="checkbox"
      .checked=${on}
      @change=${({ currentTarget }: Event) => set((currentTarget as HTMLInputElement).checked)}
    />
    ${localize.term('composerBroadcast')}
  </label>`;
}
