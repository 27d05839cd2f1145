import { deepActiveElement, giveFocusBack, holds } from '../../lit/focus.js';
import { keepModal } from '../keep-modal.js';

/**
 * A box over the page that does not stop it: in the top layer, and modal only over what is modal itself, or where it
 * covers everything.
 */
export interface Box {
  readonly open: boolean;
  /**
   * Also where it is open already.
   * @param takesFocus moves the focus to what `start` finds in it
   * @param covers all of the page
   */
  show(takesFocus: boolean, covers: boolean): void;
  /**
   * Also where it is closed already, and what stands for it has gone.
   * @param held the focus was in its shadow tree, and may be gone with what it was on
   */
  hide(held: boolean): void;
  /** To the beginning of the box; or back, where it is inside already. */
  toggleFocus(): void;
  focus(): void;
  leaveFocus(): void;
}

export function createBox(root: () => ShadowRoot, start: string): Box {
  let before: HTMLElement | undefined;
  let isOverModal = false;
  const dialog = () => root().querySelector('dialog');
  const isOpen = () => dialog()?.matches('[open], :popover-open') ?? false;
  const isInside = () => {
    const [box, active] = [dialog(), deepActiveElement()];
    return Boolean(box && active && holds(box, active));
  };

  /** What was pressed may be gone already, and the focus with it; and what is in here goes with the call. */
  function remember(): void {
    const active = deepActiveElement();
    if (active && active !== document.body && !holds(root(), active)) before = active;
  }
  function focus(): void {
    remember();
    dialog()?.querySelector<HTMLElement>(start)?.focus();
  }
  function leaveFocus(): void {
    if (isInside()) before?.focus();
  }

  /** What has the focus in it keeps it. */
  function turn(box: HTMLDialogElement, modal: boolean): void {
    if (box.open === modal) return;
    const active = deepActiveElement();
    const inside = isInside();
    remember();
    close(box);
    open(box, modal);
    if (inside) active?.focus();
    else if (modal) focus();
  }

  return {
    get open() {
      return isOpen();
    },
    show(takesFocus, covers) {
      const box = dialog();
      if (!box) return;
      keepModal(box, false);
      if (isOpen()) return turn(box, covers || isOverModal);
      remember();
      // Anything else would be inert below it.
      isOverModal = isUnderModal(deepActiveElement());
      const modal = covers || isOverModal;
      open(box, modal);
      if (modal || takesFocus) focus();
    },
    hide(held) {
      const box = dialog();
      if (!box) return;
      keepModal(box, false);
      // Nothing else could have it beside what is modal.
      if (isOpen()) held ||= box.open || isInside();
      else held &&= root().activeElement === null;
      if (isOpen()) close(box);
      if (held) giveFocusBack(before, root().host);
    },
    toggleFocus: () => (isInside() ? leaveFocus() : focus()),
    focus,
    leaveFocus,
  };
}

function open(box: HTMLDialogElement, modal: boolean): void {
  // Chromium takes any dialog of the top layer for modal, and so would those who hear that from it.
  box.ariaModal = modal ? null : 'false';
  if (modal) return box.showModal();
  // A dialog takes the focus when it is shown, wanted or not; what is inert cannot.
  box.inert = true;
  box.showPopover();
  box.inert = false;
}

function close(box: HTMLDialogElement): void {
  if (box.open) box.close();
  else box.hidePopover();
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
