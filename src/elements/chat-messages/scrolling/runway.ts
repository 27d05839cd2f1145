/** In views: so much stands ready on either side of where it begins. */
const reach = 4;

/**
 * Empty pixels before the first row while one scrolls and rows are still to be made there. A row that comes takes its
 * height from them, so that nothing below it moves: moved rows are all painted anew, which costs far more than the row.
 */
export class Runway {
  height = 0;
  /** One scrolls, and there are rows to come. */
  open = false;

  #box: HTMLElement;
  #element: HTMLElement | null;

  constructor(box: HTMLElement) {
    this.#box = box;
    this.#element = box.querySelector('.runway');
    this.#element?.style.removeProperty('block-size');
  }

  /** Rows before the view have become higher by so much. By how many pixels the box has to be scrolled all the same. */
  absorb(grown: number): number {
    const most = 2 * reach * this.#box.clientHeight;
    const before = this.height;
    const left = before - grown;
    if (!this.open) this.#set(0);
    else if (left >= 0 && left <= most) this.#set(left);
    else this.#set(most / 2);
    return grown + this.height - before;
  }

  #set(height: number): void {
    if (height === this.height) return;
    this.height = height;
    this.#element?.style.setProperty('block-size', `${height}px`);
  }
}
