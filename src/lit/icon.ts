import { svg, html, type SVGTemplateResult, type TemplateResult } from 'lit';

/** An icon of lucide: its shapes, each a tag name and attributes. */
export type IconNode = readonly (readonly [string, Readonly<Record<string, string | number>>])[];

/** Draws an icon 20 px large, or as `--_chat-icon-size` says; hidden from assistive technology. */
export function drawIcon(node: IconNode): TemplateResult {
  return html`<svg
    part="icon"
    class="icon"
    viewBox="0 0 24 24"
    aria-hidden="true"
    focusable="false"
  >
    ${node.map(shape)}
  </svg>`;
}

// Lit has no dynamic tag names without a static import of its own; lucide uses these seven shapes.
function shape([tag, a]: IconNode[number]): SVGTemplateResult | null {
  switch (tag) {
    case 'path':
      return svg`<path d=${a['d'] ?? ''}></path>`;
    case 'circle':
      return svg`<circle cx=${a['cx'] ?? 0} cy=${a['cy'] ?? 0} r=${a['r'] ?? 0}></circle>`;
    case 'rect':
      return svg`<rect x=${a['x'] ?? 0} y=${a['y'] ?? 0} width=${a['width'] ?? 0} height=${a['height'] ?? 0} rx=${a['rx'] ?? 0}></rect>`;
    case 'line':
      return svg`<line x1=${a['x1'] ?? 0} x2=${a['x2'] ?? 0} y1=${a['y1'] ?? 0} y2=${a['y2'] ?? 0}></line>`;
    case 'polyline':
      return svg`<polyline points=${a['points'] ?? ''}></polyline>`;
    case 'polygon':
      return svg`<polygon points=${a['points'] ?? ''}></polygon>`;
    case 'ellipse':
      return svg`<ellipse cx=${a['cx'] ?? 0} cy=${a['cy'] ?? 0} rx=${a['rx'] ?? 0} ry=${a['ry'] ?? 0}></ellipse>`;
    default:
      return null;
  }
}
