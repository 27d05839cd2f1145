import { html, type TemplateResult } from 'lit';

interface TextField {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly type?: string;
  /** Characters. */
  readonly most: number;
  readonly wrong: boolean;
  /** What is wrong with it, where something is. */
  readonly problem: TemplateResult;
  readonly readonly?: boolean;
}

/** A line of text under its label, with what is wrong below. */
export function renderTextField(field: TextField): TemplateResult {
  const { name, label, value, type = 'text', most, wrong, problem, readonly = false } = field;
  return html`<label>
    ${label}
    <input
      class="field"
      part="field"
      name=${name}
      type=${type}
      dir=${type === 'url' ? 'ltr' : 'auto'}
      autocomplete="off"
      maxlength=${most}
      value=${value}
      ?readonly=${readonly}
      aria-invalid=${String(wrong)}
      aria-describedby="${name}-error"
    />
    ${problem}
  </label>`;
}
