import { html, nothing, type TemplateResult } from 'lit';
import type { Edge, Feed } from '../../client/types.js';
import type { Localize } from '../../lit/localize.js';

/** What lies beyond the first or last row: more, or nothing. */
export function renderEdge(
  side: 'older' | 'newer',
  edge: Edge,
  feed: Feed,
  localize: Localize,
  beginning: string,
): unknown {
  if (edge === 'end') return beginning && html`<p class="edge beginning">${beginning}</p>`;
  // Loads by itself; the button is for those who do not scroll.
  return html`<div class="edge">
    <button
      class="more"
      type="button"
      aria-disabled=${edge === 'loading' ? 'true' : nothing}
      @click=${() => feed[side]()}
    >
      <span class="spinner" aria-hidden="true"></span>
      ${localize.term(side === 'older' ? 'loadOlder' : 'loadNewer')}
    </button>
  </div>`;
}

/** What stands before the very first message. */
export function beginningOf(guid: string | undefined, name: string, localize: Localize): string {
  return localize.term(guid === undefined ? 'conversationStart' : 'groupStart', name);
}

const shapes = ['a', 'b', 'mine c', 'd', 'mine b', 'a', 'c'];

/** Room for the rows to come, and where they keep one waiting, grey bubbles in it. */
export function renderComing(isLate: boolean): TemplateResult {
  return html`<div class="coming" aria-hidden="true">
    ${isLate ? shapes.map((shape) => html`<div class="skeleton ${shape}"></div>`) : nothing}
  </div>`;
}
