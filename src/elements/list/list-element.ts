import { consume } from '@lit/context';
import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { ListState } from '../../client/list-types.js';
import { targetContext } from '../../lit/context.js';
import { controls } from '../../lit/controls.styles.js';
import { icons } from '../../lit/icons.js';
import { skeleton } from '../../lit/skeleton.styles.js';
import { StoreController } from '../../lit/store-controller.js';
import { keyed } from '../../lit/keyed.js';
import { tokens } from '../../lit/tokens.styles.js';
import type { Target } from '../../protocol/ids.js';
import { attemptStyles, Attempts } from '../attempts.js';
import { ChatElement } from '../chat-element.js';
import type { ChatMenu, MenuAnchor, MenuItem } from '../chat-menu/chat-menu.js';
import { errorText, signedOutText } from '../error-text.js';
import { styles } from './list.styles.js';
import { ListData, type ListSource } from './data.js';
import type { ItemEntry } from './entries.js';
import { besides, isTyping, rowForKey } from './keys.js';
import { ListSearch } from './search.js';
import { announceResult, renderEnd, renderMore, renderSkeleton, renderState } from './states.js';
import { ListWindow } from './window.js';
import { LongPress } from '../long-press.js';

/** Rows before the end at which the next page is asked for. */
const ahead = 12;

/** The one shape of every flat list: searched, filtered, windowed, worked by keys alone. */
export abstract class ListElement<T extends { readonly id: string }> extends ChatElement {
  static override styles: CSSResultGroup[] = [tokens, controls, skeleton, attemptStyles, styles];

  /** What the rows have to match. */
  @property() search = '';

  @consume({ context: targetContext, subscribe: true })
  @state()
  protected shown: Target | undefined;
  @state() private active: string | undefined;
  @query('chat-menu') private menu!: ChatMenu;

  /** Whether it has a search field. */
  protected readonly searched: boolean = true;
  protected readonly attempts = new Attempts(this);
  protected readonly data = new ListData<T>(this);
  readonly #status = new StoreController(this, () => this.client?.$status);
  readonly #window = new ListWindow(this);
  readonly #field = new ListSearch(this, (event) => this.#onFieldKeydown(event));
  readonly #press = new LongPress(this, (event) => this.#onLongPress(event));
  #reported: unknown;
  #silent = false;
  #focused: { id: string; index: number } | undefined;
  #menuOf: T | undefined;

  protected override willUpdate(_changed: PropertyValues): void {
    const again = this.data.open(this.client, this.client && this.source());
    if (again) this.#window.toStart();
    this.#focused = this.#focusedRow();
  }

  protected override updated(_changed: PropertyValues): void {
    this.#keepFocus();
    const list = this.data.state;
    if (list?.error && list.error !== this.#reported) {
      this.#reported = list.error;
      this.#silent = !this.report(list.error, this.localName);
    }
    if (this.#isNearEnd()) queueMicrotask(() => void this.data.list?.more());
  }

  /** Puts the focus on the row that has it when one tabs into the list. */
  override focus(): void {
    const row = this.renderRoot.querySelector<HTMLElement>('.main[tabindex="0"]');
    if (row) row.focus();
    else this.#field.focus();
  }

  /** Asks for the rows again. */
  reload(): void {
    void this.data.list?.reload();
  }

  /** What to ask the client for; undefined while it cannot be known. */
  protected abstract source(): ListSource<T> | undefined;
  protected abstract get heading(): string;
  protected abstract nameOf(item: T): string;
  /** The inside of a row's button; its text is the row's accessible name. */
  protected abstract renderItem(item: T): TemplateResult;
  /** A row was pressed. */
  protected abstract choose(item: T, row: Element): void;
  protected abstract renderEmpty(): TemplateResult;

  protected menuFor(_item: T): readonly MenuItem[] {
    return [];
  }
  protected hasMenu(item: T): boolean {
    return this.menuFor(item).length > 0;
  }
  protected onMenu(_item: T, _id: string): void {}
  protected isSelected(_item: T): boolean {
    return false;
  }
  /** Given: the row is a checkbox. */
  protected isChecked(_item: T): boolean | undefined {
    return undefined;
  }
  /** It can be read, and not chosen. */
  protected isClosed(_item: T): boolean {
    return false;
  }
  protected sectionOf(_item: T): string | undefined {
    return undefined;
  }
  /** Instead of rows while there is nothing to ask for. */
  protected renderIdle(): TemplateResult | undefined {
    return undefined;
  }
  protected renderBarActions(): unknown {
    return nothing;
  }
  protected renderFilters(): unknown {
    return nothing;
  }
  protected renderRowActions(_item: T): unknown {
    return nothing;
  }
  protected renderAfter(): unknown {
    return nothing;
  }

  protected openMenu(item: T, anchor: MenuAnchor): void {
    const items = this.menuFor(item);
    if (items.length === 0 || this.menu.open) return;
    this.#menuOf = item;
    this.menu.label = this.localize.term('listActions', this.nameOf(item));
    this.menu.items = items;
    void import('../chat-menu/chat-menu.js').then(() => this.menu.openAt(anchor));
  }

  #isNearEnd(): boolean {
    const { state, keys } = this.data;
    if (!state?.ready || !state.more || state.loading || state.error) return false;
    return (this.#window.rows.at(-1)?.index ?? -1) >= keys.length - ahead;
  }

  /** The one row that Tab reaches. */
  #activeIndex(): number {
    const at = (match: (item: T) => boolean) => this.data.indexOf(match);
    const active = this.active === undefined ? -1 : at((item) => item.id === this.active);
    if (active >= 0) return active;
    const selected = at((item) => this.isSelected(item));
    return selected >= 0 ? selected : at(() => true);
  }

  #focusedRow(): { id: string; index: number } | undefined {
    const row = (this.renderRoot as ShadowRoot).activeElement?.closest<HTMLElement>('.row');
    const entry = row && this.data.entries[Number(row.dataset['index'])];
    return entry?.item && { id: entry.item.id, index: Number(row?.dataset['index']) };
  }

  /** Moving a node in the DOM takes its focus, and a row that is gone leaves it to the next (B120). */
  #keepFocus(): void {
    const was = this.#focused;
    if (!was || (this.renderRoot as ShadowRoot).activeElement) return;
    const same = this.data.entries.findIndex((entry) => entry.item?.id === was.id);
    const to = same >= 0 ? same : Math.min(was.index, this.data.entries.length - 1);
    queueMicrotask(() => this.#focusRow(to));
  }

  #focusRow(index: number): void {
    const entry = this.data.entries[index];
    if (!entry?.item) return;
    this.active = entry.item.id;
    void this.updateComplete.then(() => {
      this.renderRoot
        .querySelector<HTMLElement>(`[data-index="${index}"] .main`)
        ?.focus({ preventScroll: true });
      // Only now: the row that had the focus may leave the window with this.
      this.#window.reveal(index);
    });
  }

  #itemOf(event: Event): { item: T; row: HTMLElement } | undefined {
    const row = (event.target as Element).closest<HTMLElement>('.row');
    const item = row && this.data.entries[Number(row.dataset['index'])]?.item;
    return item && row ? { item, row } : undefined;
  }

  #onLongPress(event: PointerEvent): void {
    const hit = this.#itemOf(event);
    if (hit) this.openMenu(hit.item, hit.row);
  }

  #onClick = (event: MouseEvent) => {
    const hit = this.#itemOf(event);
    if (!hit || this.#press.takesClick()) return;
    const more = (event.target as Element).closest('.more');
    if (more) this.openMenu(hit.item, more);
    else if (!(event.target as Element).closest('.own') && !this.isClosed(hit.item))
      this.choose(hit.item, hit.row);
  };

  #onPointerMove = (event: PointerEvent) => {
    this.#press.move(event);
    this.data.hold.keep();
  };

  #onPointerDown = (event: PointerEvent) => {
    this.#press.down(event);
    this.data.hold.keep();
  };

  #onPointerLeave = () => {
    this.#press.end();
    this.data.hold.release();
  };

  #onContextMenu = (event: MouseEvent) => {
    const hit = this.#itemOf(event);
    if (!hit || !this.hasMenu(hit.item)) return;
    event.preventDefault();
    const pointed = event.button === 2;
    this.openMenu(hit.item, pointed ? { x: event.clientX, y: event.clientY } : hit.row);
  };

  #onKeydown = (event: KeyboardEvent) => {
    const hit = this.#itemOf(event);
    if (!hit) return;
    const at = Number(hit.row.dataset['index']);
    if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) {
      event.preventDefault();
      this.openMenu(hit.item, hit.row);
      return;
    }
    const beside = besides(event, hit.row, this.localize.dir() === 'rtl');
    if (beside) {
      event.preventDefault();
      beside.focus();
      return;
    }
    let next = rowForKey(event.key, at, this.data.entries.length, this.#window.page);
    if (next !== undefined) {
      event.preventDefault();
      // Headings are passed over.
      const step = event.key === 'ArrowUp' || event.key === 'End' ? -1 : 1;
      while (this.data.entries[next] && !this.data.entries[next]?.item) next += step;
      if (this.data.entries[next]) this.#focusRow(next);
    } else if (isTyping(event)) {
      // The letter then lands in the field.
      this.#field.focus();
    }
  };

  #onFocusin = (event: FocusEvent) => {
    const hit = this.#itemOf(event);
    if (hit) this.active = hit.item.id;
  };

  #onFieldKeydown(event: KeyboardEvent): void {
    if (event.key === 'ArrowDown') {
      event.preventDefault();
      this.#focusRow(this.data.indexOf(() => true));
    } else if (event.key === 'Enter' && !event.isComposing) {
      const { value } = event.target as HTMLInputElement;
      // Not a row of the former search.
      if (value.trim() === this.search && this.data.state?.ready)
        this.renderRoot.querySelector<HTMLElement>('.row .main')?.click();
    }
  }

  #onChoose = (event: CustomEvent<{ id: string }>) => {
    if (!this.#menuOf) return;
    // What one does oneself is to be seen at once.
    this.data.hold.reset();
    this.onMenu(this.#menuOf, event.detail.id);
  };

  protected override render(): unknown {
    this.data.arrange((item) => this.sectionOf(item));
    this.#window.update(this.data.keys, this.#activeIndex(), this.data.moved);
    return html`<div class="scroller" part="scroller">
        <div class="before"><slot name="before"></slot></div>
        <div class="head" part="head">
          <slot name="header">
            <div class="bar" part="bar">
              <slot name="start"></slot>
              <h2 class="truncate" part="heading">${this.heading}</h2>
              ${this.renderBarActions()}
            </div>
          </slot>
          ${this.searched ? this.#field.render(this.localize) : nothing} ${this.renderFilters()}
          ${this.attempts.render(this.localize)}
        </div>
        ${this.#renderBody()}
      </div>
      <p class="visually-hidden" role="status">
        ${announceResult(this.search, this.data.state, this.localize)}
      </p>
      <chat-menu @chat-choose=${this.#onChoose}></chat-menu>
      ${this.renderAfter()}`;
  }

  #renderBody() {
    const list = this.data.state;
    const { localize } = this;
    const error = this.#silent ? undefined : list?.error;
    const signedOut = signedOutText(this.#status.value, localize);
    if (signedOut) return renderState(icons.user, signedOut);
    const idle = this.data.list ? undefined : this.renderIdle();
    if (idle) return idle;
    if (this.data.entries.length > 0)
      return html`${this.#renderRows(list)} ${error ? this.#renderEnd(list) : nothing}`;
    if (error)
      return renderState(icons.failed, localize.term('listFailed'), {
        detail: errorText(error, localize),
        label: localize.term('retry'),
        run: () => this.reload(),
      });
    if (!list || !list.ready || list.loading) return renderSkeleton(localize.term('loading'));
    if (this.search)
      return renderState(icons.search, localize.term('listNothing', this.search), {
        label: localize.term('listClear'),
        run: () => this.#field.clear(),
      });
    return html`<slot name="empty">${this.renderEmpty()}</slot>`;
  }

  #renderRows(list: ListState<T> | undefined) {
    const count = this.data.items.length;
    const size = list?.more ? Math.max(list.total ?? -1, -1) : count;
    const active = this.#activeIndex();
    return html`<div
      class="sizer"
      part="list"
      role="list"
      aria-label=${this.heading}
      aria-busy=${String(list?.loading ?? true)}
      @click=${this.#onClick}
      @contextmenu=${this.#onContextMenu}
      @keydown=${this.#onKeydown}
      @focusin=${this.#onFocusin}
      @pointermove=${this.#onPointerMove}
      @pointerdown=${this.#onPointerDown}
      @pointerup=${() => this.#press.end()}
      @pointercancel=${this.#onPointerLeave}
      @pointerleave=${this.#onPointerLeave}
    >
      ${keyed(
        this.#window.rows,
        (row) => row.key,
        ({ index }) => {
          const entry = this.data.entries[index];
          if (!entry || entry.heading !== undefined)
            return html`<div class="section" part="section" data-index=${index} aria-hidden="true">
              ${entry?.heading}
            </div>`;
          return this.#renderRow(entry, index, size, index === active);
        },
      )}
    </div>`;
  }

  #renderRow({ item, place }: ItemEntry<T>, index: number, size: number, active: boolean) {
    const selected = this.isSelected(item);
    const checked = this.isChecked(item);
    return html`<div
      class="row ${selected ? 'selected' : ''}"
      part=${selected ? 'row selected' : 'row'}
      role="listitem"
      data-index=${index}
      aria-posinset=${place}
      aria-setsize=${size}
    >
      <button
        class="main"
        type="button"
        tabindex=${active ? 0 : -1}
        role=${checked === undefined ? nothing : 'checkbox'}
        aria-checked=${checked === undefined ? nothing : String(checked)}
        aria-current=${selected ? 'true' : nothing}
        aria-disabled=${this.isClosed(item) ? 'true' : nothing}
      >
        ${this.renderItem(item)}
      </button>
      ${this.renderRowActions(item)}
      ${this.hasMenu(item) ? renderMore(this.localize.term('listActions', this.nameOf(item))) : nothing}
    </div>`;
  }

  #renderEnd(list: ListState<T> | undefined) {
    const again = () => void (list?.ready ? this.data.list?.more() : this.data.list?.reload());
    return renderEnd(this.localize.term('listRestFailed'), this.localize.term('retry'), again);
  }
}
