import type { Placement } from '@floating-ui/dom';
import type { LitElement } from 'lit';
import { deepActiveElement, giveFocusBack, holds } from '../lit/focus.js';
import '../locales/en-later.js';

/** A point may be where a finger still rests: it is lifted later, and does not close what it has opened. */
export type Anchor =
  Element | { readonly x: number; readonly y: number; readonly pointerId?: number | undefined };

/** A box of an element, in the top layer, at an element or a point; focus goes back to where it was. */
export interface Popup {
  readonly open: boolean;
  /** Opens on the side where there is room. Undefined when it was closed, or the element has gone, meanwhile. */
  show(anchor: Anchor, placement: Placement, gap: number): Promise<HTMLElement | undefined>;
  hide(): void;
  /** For the box's `toggle` event. */
  onToggle(event: ToggleEvent): void;
}

/** The box bears the class `popup`, whose styles are in `popup.styles.ts`. */
export function createPopup(host: LitElement): Popup {
  let before: HTMLElement | undefined;
  let stopFollowing: (() => void) | undefined;
  const box = () => host.renderRoot.querySelector<HTMLElement>('.popup');
  const isOpen = () => box()?.matches(':popover-open') ?? false;

  // Taken off the page, it tells of no `toggle`.
  host.addController({ hostDisconnected: () => stopFollowing?.() });

  /** Light dismiss by a click elsewhere has already moved focus; Escape and choosing have not. */
  function giveBack(): void {
    const active = deepActiveElement();
    if (!active || active === document.body || holds(host.renderRoot, active))
      giveFocusBack(before, host.renderRoot);
  }

  return {
    get open() {
      return isOpen();
    },
    async show(anchor, placement, gap) {
      before = deepActiveElement();
      // Closed and opened within one task, it has heard nothing of `toggle` yet.
      stopFollowing?.();
      const [{ autoUpdate, computePosition, flip, hide, offset, shift }] = await Promise.all([
        // Loaded with the first popup: a page that opens none does not pay for it.
        import('@floating-ui/dom'),
        host.updateComplete,
      ]);
      const shown = box();
      if (!shown || !host.isConnected) return undefined;
      if (!isOpen()) shown.showPopover();
      if (!(anchor instanceof Element)) hold(shown, anchor.pointerId);
      const reference =
        anchor instanceof Element
          ? anchor
          : { getBoundingClientRect: () => new DOMRect(anchor.x, anchor.y, 0, 0) };
      const place = async () => {
        const { x, y, middlewareData } = await computePosition(reference, shown, {
          strategy: 'fixed',
          placement,
          middleware: [offset(gap), flip(), shift({ padding: 8, crossAxis: true }), hide()],
        });
        shown.style.setProperty('left', `${x}px`);
        shown.style.setProperty('top', `${y}px`);
        return !middlewareData.hide?.referenceHidden;
      };
      const wasSeen = await place();
      if (!isOpen()) return undefined;
      if (anchor instanceof Element) {
        // Scrolled out of sight, or away with its row: what is left hanging belongs to nothing. What a screen reader
        // opens where nobody looks stays.
        const follow = async () => {
          if (!anchor.isConnected || (!(await place()) && wasSeen)) this.hide();
        };
        stopFollowing = autoUpdate(anchor, shown, () => void follow());
      } else {
        const again = () => void place();
        addEventListener('resize', again);
        stopFollowing = () => removeEventListener('resize', again);
      }
      return shown;
    },
    hide() {
      if (!isOpen()) return;
      box()?.hidePopover();
      // At once: a dialog that opens now has to know where the focus was.
      giveBack();
    },
    onToggle(event) {
      if (event.newState === 'open') return;
      stopFollowing?.();
      giveBack();
      host.dispatchEvent(new Event('close'));
    },
  };
}

/** Lifted from the page, the finger would be a press elsewhere, which closes the box. */
function hold(box: HTMLElement, pointerId: number | undefined): void {
  if (pointerId === undefined) return;
  try {
    box.setPointerCapture(pointerId);
  } catch {
    // It was lifted while the box was made.
  }
}
