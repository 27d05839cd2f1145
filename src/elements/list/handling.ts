import { html, type LitElement, type TemplateResult } from 'lit';
import type { ClientStatus } from '../../client/client-status.js';
import { adopt } from '../../lit/adopt.js';
import { icons } from '../../lit/icons.js';
import { laterIcons } from '../../lit/later-icons.js';
import type { Localize } from '../../lit/localize.js';
import '../../locales/en-later.js';
import type { ChatError } from '../../protocol/errors.js';
import { Attempts, attemptStyles } from '../attempts.js';
import type { ChatMenu, MenuAnchor, MenuItem } from '../chat-menu/chat-menu.js';
import { errorText, signedOutText } from '../error-text.js';
import { LongPress } from '../long-press.js';
import type { Hit, ListData } from './data.js';
import { handlingStyles } from './handling.styles.js';
import { besides, isTyping, rowForKey } from './keys.js';
import { OrderHold } from './order.js';
import { ListSearch } from './search.js';
import { announceResult, renderEnd, renderMore, renderState } from './states.js';
import type { ListWindow } from './window.js';

/** A list, as far as what is done in it needs it. */
export interface HandledList<T extends { readonly id: string }> {
  readonly element: LitElement & { search: string; reload(): void };
  readonly localize: Localize;
  readonly data: ListData<T>;
  readonly window: ListWindow;
  nameOf(item: T): string;
  hasMenu(item: T): boolean;
  menuFor(item: T): readonly MenuItem[];
  onMenu(item: T, id: string): void;
  openMenu(item: T, anchor: MenuAnchor): void;
  focusRow(index: number): void;
}

/** Pointers, keys, menus, the search, and what stands in the place of rows. */
export class ListHandling<T extends { readonly id: string }> {
  readonly attempts: Attempts;
  readonly search: ListSearch;
  #list: HandledList<T>;
  #press: LongPress;
  #menuOf: T | undefined;
  #handlers: Readonly<Record<string, (event: never) => void>>;

  constructor(list: HandledList<T>) {
    const { element, data } = list;
    this.#list = list;
    this.attempts = new Attempts(element);
    this.search = new ListSearch(element, (event) => this.#onFieldKeydown(event));
    const press = new LongPress(element, (event) => {
      const hit = data.hit(event);
      if (hit) list.openMenu(hit.item, hit.row);
    });
    this.#press = press;
    const hold = new OrderHold(element, data.items);
    data.hold = hold;
    const leave = () => {
      press.end();
      hold.release();
    };
    this.#handlers = {
      contextmenu: (event: MouseEvent) => this.#onContextMenu(event),
      keydown: (event: KeyboardEvent) => this.#onKeydown(event),
      pointermove: (event: PointerEvent) => {
        press.move(event);
        hold.keep();
      },
      pointerdown: (event: PointerEvent) => {
        press.down(event);
        hold.keep();
      },
      pointerup: () => press.end(),
      pointercancel: leave,
      pointerleave: leave,
    };
    element.addController({ hostConnected: () => adopt(element, attemptStyles, handlingStyles) });
  }

  handle(event: Event): void {
    this.#handlers[event.type]?.(event as never);
  }

  /** Whether a click on a row was for something else than the row. */
  takesClick(event: MouseEvent, { item }: Hit<T>): boolean {
    if (this.#press.takesClick()) return true;
    const more = (event.target as Element).closest('.more');
    if (more) this.#list.openMenu(item, more);
    return more !== null;
  }

  showMenu(item: T, anchor: MenuAnchor): void {
    const { element, localize, menuFor, nameOf } = this.#list;
    const menu = element.renderRoot.querySelector<ChatMenu>('chat-menu');
    const items = menuFor(item);
    if (!menu || items.length === 0 || menu.open) return;
    this.#menuOf = item;
    menu.label = localize.term('listActions', nameOf(item));
    menu.items = items;
    const opening = import('../chat-menu/chat-menu.js').then(() => menu.openAt(anchor));
    void this.attempts.run('chat-menu', opening);
  }

  onChoose = (event: CustomEvent<{ id: string }>): void => {
    if (!this.#menuOf) return;
    // What one does oneself is to be seen at once.
    this.#list.data.hold?.reset();
    this.#list.onMenu(this.#menuOf, event.detail.id);
  };

  #onContextMenu(event: MouseEvent): void {
    const { data, hasMenu, openMenu } = this.#list;
    const hit = data.hit(event);
    if (!hit || !hasMenu(hit.item)) return;
    event.preventDefault();
    const pointed = event.button === 2;
    openMenu(hit.item, pointed ? { x: event.clientX, y: event.clientY } : hit.row);
  }

  #onKeydown(event: KeyboardEvent): void {
    const { data, window, localize, openMenu, focusRow } = this.#list;
    const hit = data.hit(event);
    if (!hit) return;
    const at = Number(hit.row.dataset['index']);
    if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) {
      event.preventDefault();
      openMenu(hit.item, hit.row);
      return;
    }
    const beside = besides(event, hit.row, localize.dir() === 'rtl');
    if (beside) {
      event.preventDefault();
      beside.focus();
      return;
    }
    let next = rowForKey(event.key, at, data.entries.length, window.page);
    if (next !== undefined) {
      event.preventDefault();
      // Headings are passed over.
      const step = event.key === 'ArrowUp' || event.key === 'End' ? -1 : 1;
      while (data.entries[next] && !data.entries[next]?.item) next += step;
      if (data.entries[next]) focusRow(next);
    } else if (isTyping(event)) {
      // The letter then lands in the field.
      this.search.focus();
    }
  }

  #onFieldKeydown(event: KeyboardEvent): void {
    const { element, data, focusRow } = this.#list;
    if (event.key === 'ArrowDown') {
      event.preventDefault();
      focusRow(data.indexOf(() => true));
    } else if (event.key === 'Enter' && !event.isComposing) {
      const { value } = event.target as HTMLInputElement;
      // Not a row of the former search.
      if (value.trim() === element.search && data.state?.ready)
        element.renderRoot.querySelector<HTMLElement>('.row .main')?.click();
    }
  }

  /** How many rows there are for what is searched, to those who hear it. */
  result(): string {
    const { element, data, localize } = this.#list;
    return announceResult(element.search, data.state, localize);
  }

  renderMore(item: T): TemplateResult {
    const { localize, nameOf } = this.#list;
    return renderMore(localize.term('listActions', nameOf(item)));
  }

  /** In the place of rows: why there are none, and what to do. */
  renderInstead(
    status: ClientStatus | undefined,
    idle: TemplateResult | undefined,
    error: ChatError | undefined,
    empty: () => TemplateResult | undefined,
  ): TemplateResult {
    const { element, localize } = this.#list;
    const signedOut = signedOutText(status, localize);
    if (signedOut) return renderState(laterIcons.user, signedOut);
    if (idle) return idle;
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
    const again = () => void (data.state?.ready ? data.list?.more() : data.list?.reload());
    return renderEnd(localize.term('listRestFailed'), localize.term('retry'), again);
  }
}
