import { html, type TemplateResult } from 'lit';
import type { Localize } from '../../lit/localize.js';
import '../../locales/en-later.js';
import { limits } from '../../protocol/limits.js';
import { renderTextField } from './text-field.js';

/** @param problem what is wrong with it, where something is */
export function renderNameField(
  localize: Localize,
  value: string,
  wrong: boolean,
  problem: TemplateResult,
): TemplateResult {
  const label = localize.term('groupName');
  return renderTextField({ name: 'name', label, value, most: limits.nameLength, wrong, problem });
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
