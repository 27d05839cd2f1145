import { html, type TemplateResult } from 'lit';

const widths = ['a', 'b', 'c', 'd', 'b', 'a', 'd', 'c'];

export function renderSkeleton(label: string): TemplateResult {
  return html`<div class="skeletons" part="skeleton" role="status">
    <span class="visually-hidden">${label}</span>
    ${widths.map(
      (width) =>
        html`<div class="skeleton-row" aria-hidden="true">
          <span class="skeleton face"></span>
          <span class="skeleton line ${width}"></span>
          <span class="skeleton line short ${width}"></span>
        </div>`,
    )}
  </div>`;
}
