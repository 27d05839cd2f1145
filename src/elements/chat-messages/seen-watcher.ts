import type { ReactiveController, ReactiveControllerHost } from 'lit';

const dwell = 500;

/**
 * Tells which messages were really seen: in view for half a second, in a visible page that has the focus, with
 * nothing modal over them.
 */
export class SeenWatcher implements ReactiveController {
  #inView: () => readonly string[];
  #seen: (id: string) => void;
  #covered: () => boolean;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #before: ReadonlySet<string> = new Set();
  #told: string | undefined;

  /**
   * @param inView ids of the messages in view, oldest first
   * @param covered whether something lies over them
   * @param seen called with the newest that was in view long enough
   */
  constructor(
    host: ReactiveControllerHost,
    inView: () => readonly string[],
    covered: () => boolean,
    seen: (id: string) => void,
  ) {
    this.#inView = inView;
    this.#covered = covered;
    this.#seen = seen;
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('focus', this.look);
    document.addEventListener('visibilitychange', this.look);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    window.removeEventListener('focus', this.look);
    document.removeEventListener('visibilitychange', this.look);
  }

  /** Another conversation: what was in view before does not count. */
  reset(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#before = new Set();
    this.#told = undefined;
  }

  /** Something moved: look now, and again in half a second. */
  look = (): void => {
    if (this.#timer !== undefined || !isAttentive()) return;
    this.#before = new Set(this.#inView());
    this.#timer = setTimeout(this.#compare, dwell);
  };

  #compare = () => {
    this.#timer = undefined;
    if (!isAttentive() || this.#covered()) return;
    const now = this.#inView();
    const stayed = now.findLast((id) => this.#before.has(id));
    if (stayed !== undefined && stayed !== this.#told) {
      this.#told = stayed;
      this.#seen(stayed);
    }
    // What came into view meanwhile has its own half second.
    if (now.at(-1) !== undefined && !this.#before.has(now.at(-1) ?? '')) this.look();
  };
}

/** Somebody may be looking at this page. */
export function isAttentive(): boolean {
  return document.visibilityState === 'visible' && document.hasFocus();
}

/** Whether something, like a modal dialog, lies over the middle of a list. */
export function isCovered(root: Node, list: HTMLElement | null): boolean {
  if (!list || !(root instanceof ShadowRoot)) return true;
  const { left, top, width, height } = list.getBoundingClientRect();
  const found = root.elementFromPoint(left + width / 2, top + height / 2);
  return found === null || (found !== root.host && !root.contains(found));
}
