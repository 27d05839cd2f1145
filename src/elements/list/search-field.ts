import { html, type TemplateResult } from 'lit';
import { iconButton } from '../../lit/icon-button.js';
import { icons } from '../../lit/icons.js';
import type { Localize } from '../../lit/localize.js';

/** @param onHand hears what is typed, pressed and cleared */
export function renderSearchField(
  search: string,
  name: string,
  onHand: (event: Event) => void,
  localize: Localize,
): TemplateResult {
  return html`<div class="search" part="search">
    ${icons.search}
    <input
      part="field"
      type="search"
      enterkeyhint="search"
      autocomplete="off"
      aria-label=${name}
      placeholder=${localize.term('search')}
      .value=${search}
      @input=${onHand}
      @keydown=${onHand}
    />
    ${iconButton(localize.term('listClear'), icons.close, onHand, { kind: 'clear' })}
  </div>`;
}
