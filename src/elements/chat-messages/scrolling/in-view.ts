import type { AnchorRow, Scroller } from './scroller.js';

/** The row at the top edge of the view, and where that edge is in the window. */
export interface Topmost {
  readonly row: AnchorRow;
  readonly top: number;
}

export function topmost(scroller: Scroller): Topmost | undefined {
  const { top } = scroller.box.getBoundingClientRect();
  const row = scroller.rows()[scroller.firstBelow(top)];
  return row && { row, top };
}

/** Rows of which at least half, or half a view, is in view. */
export function visible(scroller: Scroller): AnchorRow[] {
  const { top, bottom } = scroller.box.getBoundingClientRect();
  const rows = scroller.rows();
  const found: AnchorRow[] = [];
  for (let i = scroller.firstBelow(top); i < rows.length; i++) {
    const row = rows[i];
    if (!row) break;
    const rect = row.getBoundingClientRect();
    if (rect.top >= bottom) break;
    if (isMostlyIn(rect, top, bottom)) found.push(row);
  }
  return found;
}

/** The last of them. */
export function lowest(scroller: Scroller): AnchorRow | undefined {
  const { top, bottom } = scroller.box.getBoundingClientRect();
  const rows = scroller.rows();
  for (let i = Math.min(scroller.firstBelow(bottom), rows.length - 1); i >= 0; i--) {
    const row = rows[i];
    const rect = row?.getBoundingClientRect();
    if (!rect || rect.bottom <= top) return undefined;
    if (isMostlyIn(rect, top, bottom)) return row;
  }
  return undefined;
}

function isMostlyIn(rect: DOMRect, top: number, bottom: number): boolean {
  const inView = Math.min(rect.bottom, bottom) - Math.max(rect.top, top);
  return inView >= Math.min(rect.height, bottom - top) / 2;
}
