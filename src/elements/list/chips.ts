import { html, type TemplateResult } from 'lit';

type Chip = readonly [label: string, pressed: boolean, press: () => void];

/** The filters of a list: small buttons, of which those that are on are pressed. */
export function renderChips(label: string, chips: readonly Chip[]): TemplateResult {
  return html`<div class="filters" role="group" aria-label=${label}>
    ${chips.map(
      ([text, pressed, press]) =>
        html`<button
          class="chip"
          part="filter"
          type="button"
          aria-pressed=${String(pressed)}
          @click=${press}
        >
          ${text}
        </button>`,
    )}
  </div>`;
}
