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

// Lit has no dynamic tag names without a static import of its own; the icons in use have these four shapes.
function shape([tag, a]: IconNode[number]): SVGTemplateResult | null {
  switch (tag) {
    case 'path':
      return svg`<path d=${a['d']} />`;
    case 'circle':
      return svg`<circle cx=${a['cx']} cy=${a['cy']} r=${a['r']} />`;
    case 'rect':
      return svg`<rect x=${a['x']} y=${a['y']} width=${a['width']} height=${a['height']} rx=${a['rx'] ?? 0} />`;
    case 'line':
      return svg`<line x1=${a['x1']} x2=${a['x2']} y1=${a['y1']} y2=${a['y2']} />`;
    default:
      return null;
  }
}
