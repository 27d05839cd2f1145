import { deepActiveElement, holds } from '../../lit/focus.js';

/** A box over the page that does not stop it: in the top layer, and modal only over what is modal itself. */
export interface Box {
  readonly open: boolean;
  /** @param takesFocus moves the focus to what `start` finds in it */
  show(takesFocus: boolean): void;
  /** @param held it had the focus, which may be gone with what it was on */
  hide(held: boolean): void;
  /** To the beginning of the box; or back, where it is inside already. */
  toggleFocus(): void;
  focus(): void;
  leaveFocus(): void;
}

export function createBox(root: () => ShadowRoot, start: string): Box {
  let before: HTMLElement | undefined;
  const dialog = () => root().querySelector('dialog');
  const isOpen = () => dialog()?.matches('[open], :popover-open') ?? false;
  const isInside = () => {
    const [box, active] = [dialog(), deepActiveElement()];
    return Boolean(box && active && holds(box, active));
  };

  function focus(): void {
    if (!isInside()) before = deepActiveElement();
    dialog()?.querySelector<HTMLElement>(start)?.focus();
  }
  function leaveFocus(): void {
    if (isInside()) before?.focus();
  }

  return {
    get open() {
      return isOpen();
    },
    show(takesFocus) {
      const box = dialog();
      if (!box || isOpen()) return;
      before = deepActiveElement();
      if (isUnderModal(before)) {
        // Anything else would be inert below it.
        box.showModal();
        focus();
        return;
      }
      // A dialog takes the focus when it is shown, wanted or not; what is inert cannot.
      box.inert = true;
      box.showPopover();
      box.inert = false;
      if (takesFocus) focus();
    },
    hide(held) {
      const box = dialog();
      if (!box || !isOpen()) return;
      const returns = held || isInside();
      if (box.open) box.close();
      else box.hidePopover();
      if (returns) before?.focus();
    },
    toggleFocus: () => (isInside() ? leaveFocus() : focus()),
    focus,
    leaveFocus,
  };
}

function isUnderModal(from: HTMLElement | undefined): boolean {
  let at: Element | undefined = from;
  while (at) {
    if (at.closest(':modal')) return true;
    const tree = at.getRootNode();
    at = tree instanceof ShadowRoot ? tree.host : undefined;
  }
  return false;
}

/** Whether somebody is writing, and must not lose a letter to what opens by itself. */
export function isWriting(): boolean {
  const active = deepActiveElement();
  return Boolean(active?.matches('input, textarea, select') || active?.isContentEditable);
}
