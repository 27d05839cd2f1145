import { nothing, svg, html, type TemplateResult } from 'lit';

const bars = 40;

/**
 * Loudness as bars; what lies behind `done` (0 to 1) is strong. Of more levels than there is room for, the last.
 *
 * @param growing there is more to come: they begin at the start and leave room for it
 */
export function renderWave(
  levels: readonly number[],
  done: number,
  growing = false,
): TemplateResult {
  const shown = levels.slice(-bars);
  const width = 5 * (growing ? bars : Math.max(1, shown.length));
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
    viewBox="0 0 ${width} 28"
    preserveAspectRatio="none"
    aria-hidden="true"
    focusable="false"
  >
    ${heard > 0 ? svg`<path d=${path(shown.slice(0, heard), 0)}></path>` : nothing}
    ${svg`<path class="rest" d=${path(shown.slice(heard), heard)}></path>`}
  </svg>`;
}
