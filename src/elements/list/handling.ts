import { html, type LitElement, type TemplateResult } from 'lit';
import type { ClientStatus } from '../../client/client-status.js';
import { adopt } from '../../lit/adopt.js';
import { Clock } from '../../lit/clock.js';
import { sharpen } from '../../lit/contrast.js';
import { buttons } from '../../lit/controls.styles.js';
import { emit } from '../../lit/events.js';
import { icons } from '../../lit/icons.js';
import { laterIcons } from '../../lit/later-icons.js';
import type { Localize } from '../../lit/localize.js';
import '../../locales/en-later.js';
import type { ChatError } from '../../protocol/errors.js';
import { Attempts, attemptStyles } from '../attempts.js';
import type { ChatMenu, MenuAnchor, MenuItem } from '../chat-menu/chat-menu.js';
import { later } from '../late/later.js';
import { errorText, signedOutText } from '../words/error-text.js';
import { LongPress } from '../long-press.js';
import type { Hit, ListData } from './data.js';
import { handlingStyles } from './handling.styles.js';
import { besides, isTyping, rowForKey } from './keys.js';
import * as moves from './moves.js';
import { OrderHold } from './order.js';
import { RowFocus } from './row-focus.js';
import { ListSearch } from './search.js';
import { announceResult, renderEnd, renderMore, renderState } from './states.js';
import type { ListWindow } from './window.js';

const loadMenu = later(() => import('../chat-menu/chat-menu.js'));

/** A row's item; of a conversation it is known what is unread. */
interface Listed {
  readonly id: string;
  readonly conversation?: { readonly unread: number };
}

/** A list, as far as what is done in it needs it. */
export interface HandledList<T extends Listed> {
  readonly element: LitElement & { search: string; reload(): void };
  readonly localize: Localize;
  readonly data: ListData<T>;
  readonly window: ListWindow;
  nameOf(item: T): string;
  hasMenu(item: T): boolean;
  menuFor(item: T): readonly MenuItem[];
  onMenu(item: T, id: string): void;
  openMenu(item: T, anchor: MenuAnchor): void;
  /** Makes it the one row that Tab reaches. */
  activate(id: string): void;
}

/** Pointers, keys, menus, the search, and what stands in the place of rows. */
export class ListHandling<T extends Listed> {
  readonly attempts: Attempts;
  readonly search: ListSearch;
  #list: HandledList<T>;
  #focus: RowFocus<T>;
  #press: LongPress;
  #menuOf: T | undefined;
  #reported: ChatError | undefined;
  #silent = false;
  #told: { list?: unknown; search?: string; text: string } = { text: '' };

  constructor(list: HandledList<T>) {
    const { element, data } = list;
    this.#list = list;
    new Clock(element);
    sharpen();
    list.window.moves = moves;
    this.#focus = new RowFocus(list);
    this.attempts = new Attempts(element, () => data.list);
    this.search = new ListSearch(element, (event) => this.#onFieldKeydown(event));
    let pressed: T | undefined;
    const press = new LongPress(element, ({ clientX, clientY, pointerId }) => {
      if (pressed) list.openMenu(pressed, { x: clientX, y: clientY, pointerId });
    });
    this.#press = press;
    const hold = new OrderHold(element, data.items);
    data.hold = hold;
    const leave = () => {
      press.end();
      hold.release();
    };
    const handlers: Readonly<Record<string, (event: never) => void>> = {
      contextmenu: (event: PointerEvent) => this.#onContextMenu(event),
      keydown: (event: KeyboardEvent) => this.#onKeydown(event),
      pointermove: (event: PointerEvent) => {
        press.move(event);
        hold.keep();
      },
      pointerdown: (event: PointerEvent) => {
        // Later the event does not know it any more.
        pressed = data.hit(event)?.item;
        press.down(event);
        hold.keep();
      },
      pointerup: () => press.end(),
      mousedown: (event: MouseEvent) => press.mousedown(event),
      pointercancel: leave,
      pointerout: ({ relatedTarget }: PointerEvent) => {
        if (!(relatedTarget instanceof Element) || !relatedTarget.closest('.sizer')) leave();
      },
    };
    const hear = (event: Event) => {
      if ((event.target as Element).closest('.sizer')) handlers[event.type]?.(event as never);
    };
    element.addController({
      hostConnected() {
        adopt(element, buttons, attemptStyles, handlingStyles);
        for (const type of Object.keys(handlers)) element.renderRoot.addEventListener(type, hear);
      },
    });
  }

  /** What could not be loaded, unless the page shows it itself. */
  get error(): ChatError | undefined {
    return this.#silent ? undefined : this.#list.data.state?.error;
  }

  /** Before rendering. */
  prepare(): void {
    this.#focus.remember();
  }

  /** After it. */
  check(): void {
    this.#focus.keep();
    this.#followMenu();
    const error = this.#list.data.state?.error;
    if (!error || error === this.#reported) return;
    this.#reported = error;
    const { element } = this.#list;
    // The page may show it itself.
    this.#silent = !emit(element, 'chat-error', { error, operation: element.localName });
  }

  /** Whether a click on a row was for something else than the row. */
  takesClick(event: MouseEvent, { item }: Hit<T>): boolean {
    if (this.#press.takesClick()) return true;
    const more = (event.target as Element).closest('.more');
    if (more) this.#list.openMenu(item, more);
    return more !== null;
  }

  get #menu(): ChatMenu | null {
    return this.#list.element.renderRoot.querySelector('chat-menu');
  }

  /** What may be done with the row of an open menu may be something else now. */
  #followMenu(): void {
    const { data, menuFor } = this.#list;
    const was = this.#menuOf;
    const menu = was && this.#menu;
    if (!menu?.open) return;
    const now = data.items.find(({ id }) => id === was?.id);
    if (!now || now === was) return;
    this.#menuOf = now;
    menu.items = menuFor(now);
  }

  showMenu(item: T, anchor: MenuAnchor): void {
    const { localize, menuFor, nameOf } = this.#list;
    const menu = this.#menu;
    const items = menuFor(item);
    if (!menu || items.length === 0 || menu.open) return;
    this.#menuOf = item;
    menu.label = localize.term('listActions', nameOf(item));
    menu.items = items;
    const open = async () => {
      await loadMenu();
      await menu.openAt(anchor);
      // Before it was open, nothing followed.
      this.#followMenu();
    };
    void this.attempts.run('chat-menu', open());
  }

  #onChoose = (event: CustomEvent<{ id: string }>): void => {
    if (!this.#menuOf) return;
    // What one does oneself is to be seen at once.
    this.#list.data.hold?.reset();
    this.#list.onMenu(this.#menuOf, event.detail.id);
  };

  #onContextMenu(event: PointerEvent): void {
    const { data, hasMenu, openMenu } = this.#list;
    const hit = data.hit(event);
    if (!hit || !hasMenu(hit.item)) return;
    event.preventDefault();
    // A finger has its own timer here.
    if (event.pointerType === 'touch') return;
    const pointed = event.button === 2;
    openMenu(hit.item, pointed ? { x: event.clientX, y: event.clientY } : hit.row);
  }

  #onKeydown(event: KeyboardEvent): void {
    const { data, window, localize, openMenu } = this.#list;
    const hit = data.hit(event);
    if (!hit) return;
    const at = Number(hit.row.dataset['index']);
    if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) {
      event.preventDefault();
      openMenu(hit.item, hit.row);
      return;
    }
    // Those are the browser's; Alt and Shift together lead to what is unread (B106).
    if (event.ctrlKey || event.metaKey || (event.altKey && !event.shiftKey)) return;
    const beside = besides(event, hit.row, localize.dir() === 'rtl');
    if (beside) {
      event.preventDefault();
      beside.focus();
      return;
    }
    const page = Math.max(1, Math.floor((window.end - window.start) / window.heights.usual));
    let next = rowForKey(event.key, at, data.entries.length, page);
    if (next !== undefined) {
      event.preventDefault();
      // Headings are passed over, and with Alt and Shift what is read (B106).
      const step = event.key === 'ArrowUp' || event.key === 'End' ? -1 : 1;
      const isOver = (item: T | undefined) => !item || (event.altKey && !item.conversation?.unread);
      while (data.entries[next] && isOver(data.entries[next]?.item)) next += step;
      if (data.entries[next]) this.#focus.to(next);
    } else if (isTyping(event)) {
      // The letter then lands in the field.
      this.search.focus();
    }
  }

  #onFieldKeydown(event: KeyboardEvent): void {
    const { element, data } = this.#list;
    if (event.key === 'ArrowDown') {
      event.preventDefault();
      this.#focus.to(data.indexOf(() => true));
    } else if (event.key === 'Enter' && !event.isComposing) {
      // Not a row of the former search.
      if (this.search.typed === element.search && data.state?.ready)
        element.renderRoot.querySelector<HTMLElement>('.row .main')?.click();
    }
  }

  /** Beside the list: how many rows there are for what is searched, to those who hear it; and the menu of a row. */
  render(): TemplateResult {
    return html`<p class="visually-hidden" role="status">${this.#result()}</p>
      <chat-menu @chat-choose=${this.#onChoose}></chat-menu>`;
  }

  /** Once of each search: more of them come as one reads on. */
  #result(): string {
    const { element, data, localize } = this.#list;
    const { list } = data;
    const { search } = element;
    const told = this.#told;
    if (told.text && told.list === list && told.search === search) return told.text;
    const text = announceResult(search, data.state, localize);
    this.#told = { list, search, text };
    return text;
  }

  renderMore(item: T): TemplateResult {
    const { localize, nameOf } = this.#list;
    return renderMore(localize.term('listActions', nameOf(item)));
  }

  /** In the place of rows: why there are none, and what to do. */
  renderInstead(
    status: ClientStatus | undefined,
    idle: TemplateResult | undefined,
    empty: () => TemplateResult | undefined,
  ): TemplateResult {
    const { element, localize } = this.#list;
    const signedOut = signedOutText(status, localize);
    if (signedOut) return renderState(laterIcons.user, signedOut);
    if (idle) return idle;
    const { error } = this;
    if (error)
      return renderState(icons.failed, localize.term('listFailed'), {
        detail: errorText(error, localize),
        label: localize.term('retry'),
        run: () => element.reload(),
      });
    if (element.search)
      return renderState(icons.search, localize.term('listNothing', element.search), {
        label: localize.term('listClear'),
        run: () => this.search.clear(),
      });
    return html`<slot name="empty">${empty()}</slot>`;
  }

  /** Below the rows: the others could not be loaded. */
  renderEnd(): TemplateResult {
    const { data, localize } = this.#list;
    const again = () => void (data.state?.more ? data.list?.more() : data.list?.reload());
    return renderEnd(localize.term('listRestFailed'), localize.term('retry'), again);
  }
}
