import type { AnchorRow, Scroller } from './scroller.js';

/** The row at the top edge of the view, and where that edge is in the window. */
export interface Topmost {
  readonly row: AnchorRow;
  readonly top: number;
}

export function topmost(scroller: Scroller): Topmost | undefined {
  const { top } = scroller.box.getBoundingClientRect();
  const row = scroller.rows()[scroller.firstBelow(0)];
  return row && { row, top };
}

/** Rows of which at least half, or half a view, is in view. */
export function visible(scroller: Scroller): AnchorRow[] {
  const { top, bottom } = scroller.box.getBoundingClientRect();
  const rows = scroller.rows();
  const found: AnchorRow[] = [];
  for (let i = scroller.firstBelow(0); i < rows.length; i++) {
    const row = rows[i];
    if (!row) break;
    const rect = row.getBoundingClientRect();
    if (rect.top >= bottom) break;
    const inView = Math.min(rect.bottom, bottom) - Math.max(rect.top, top);
    if (inView >= Math.min(rect.height, bottom - top) / 2) found.push(row);
  }
  return found;
}
