import { html, type TemplateResult } from 'lit';
import type { Localize } from '../../lit/localize.js';
import { limits } from '../../protocol/limits.js';

/** @param problem what is wrong with it, where something is */
export function renderNameField(
  localize: Localize,
  value: string,
  wrong: boolean,
  problem: TemplateResult,
): TemplateResult {
  return html`<label>
    ${localize.term('groupName')}
    <input
      class="field"
      part="field"
      name="name"
      dir="auto"
      autocomplete="off"
      maxlength=${limits.nameLength}
      value=${value}
      aria-invalid=${String(wrong)}
      aria-describedby="name-error"
    />
    ${problem}
  </label>`;
}

export function renderDescriptionField(localize: Localize, value: string): TemplateResult {
  return html`<label>
    ${localize.term('groupDescription')}
    <textarea
      class="field"
      part="field"
      name="description"
      dir="auto"
      maxlength=${limits.descriptionLength}
      .defaultValue=${value}
    ></textarea>
  </label>`;
}
