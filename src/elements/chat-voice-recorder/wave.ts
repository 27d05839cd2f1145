import { nothing, svg, html, type TemplateResult } from 'lit';

const bars = 40;

/** Loudness as bars from the first moment on; what lies behind `done` (0 to 1) is strong. Of more levels, the last. */
export function renderWave(levels: readonly number[], done: number): TemplateResult {
  const shown = levels.slice(-bars);
  const heard = Math.round(done * shown.length);
  const path = (part: readonly number[], from: number) =>
    part
      .map((level, i) => {
        const half = Math.max(0.06, Math.min(1, level)) * 12;
        return `M${(from + i) * 5 + 2} ${14 - half}v${half * 2}`;
      })
      .join('');
  return html`<svg
    class="wave"
    viewBox="0 0 ${bars * 5} 28"
    preserveAspectRatio="none"
    aria-hidden="true"
    focusable="false"
  >
    ${heard > 0 ? svg`<path d=${path(shown.slice(0, heard), 0)}></path>` : nothing}
    ${svg`<path class="rest" d=${path(shown.slice(heard), heard)}></path>`}
  </svg>`;
}
