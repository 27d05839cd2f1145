import { ContextConsumer } from '@lit/context';
import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators/property.js';
import { state } from 'lit/decorators/state.js';
import type { ListState } from '../../client/stores/list-types.js';
import { targetContext } from '../../lit/context.js';
import { basics } from '../../lit/basics.styles.js';
import { Skeleton } from '../../lit/skeleton.js';
import { skeleton } from '../../lit/skeleton.styles.js';
import { StoreController } from '../../lit/store-controller.js';
import { keyed } from '../../lit/keyed.js';
import { tokens } from '../../lit/tokens.styles.js';
import type { Target } from '../../protocol/ids.js';
import { ChatElement } from '../chat-element.js';
import type { MenuAnchor, MenuItem } from '../chat-menu/chat-menu.js';
import { LatePart } from '../late/late-part.js';
import { tellFailure } from '../late/tell-failure.js';
import { styles } from './list.styles.js';
import { ListData, type ListSource } from './data.js';
import type { ItemEntry } from './entries.js';
import type { HandledList, ListHandling } from './handling.js';
import { lateHandling } from './late-handling.js';
import { renderSearchField } from './search-field.js';
import { renderSkeleton } from './skeleton.js';
import { ListWindow } from './window.js';

/** Rows before the end at which the next page is asked for, once the first are on the screen. */
const ahead = 12;

/** The one shape of every flat list: searched, filtered, windowed, worked by keys alone. */
export abstract class ListElement<T extends { readonly id: string }> extends ChatElement {
  static override styles: CSSResultGroup[] = [tokens, basics, skeleton, styles];

  /** What the rows have to match. */
  @property() search = '';

  @state() private active: string | undefined;

  /** Whether it has a search field. */
  protected readonly searched: boolean = true;
  protected readonly data = new ListData<T>(this);
  readonly #shown = new ContextConsumer(this, { context: targetContext, subscribe: true });
  readonly #status = new StoreController(this, () => this.client?.$status);
  readonly #window = new ListWindow(this);
  readonly #skeleton = new Skeleton(this);
  readonly #handled: HandledList<T> = {
    element: this,
    localize: this.localize,
    data: this.data,
    window: this.#window,
    nameOf: (item) => this.nameOf(item),
    hasMenu: (item) => this.hasMenu(item),
    menuFor: (item) => this.menuFor(item),
    onMenu: (item, id) => this.onMenu(item, id),
    openMenu: (item, anchor) => this.openMenu(item, anchor),
    activate: (id) => (this.active = id),
  };
  readonly #handling = new LatePart<HandledList<T>, ListHandling<T>>(
    this,
    lateHandling,
    this.#handled,
  );

  /** The conversation on show in the scope. */
  protected get shown(): Target | undefined {
    return this.#shown.value;
  }

  protected override willUpdate(_changed: PropertyValues): void {
    const again = this.data.open(this.client, this.client && this.source());
    if (again) this.#window.scrollBy(-Infinity);
    this.#handling.now?.prepare();
  }

  protected override updated(_changed: PropertyValues): void {
    this.#handling.now?.check();
    if (this.#isNearEnd()) queueMicrotask(() => void this.data.list?.more());
  }

  /** Puts the focus on the row that has it when one tabs into the list; without rows, on what searches or filters. */
  override focus(): void {
    const row = this.renderRoot.querySelector<HTMLElement>('.main[tabindex="0"]');
    if (row) row.focus();
    else this.renderRoot.querySelector<HTMLElement>('input, .chip')?.focus();
  }

  /** Asks for the rows again. */
  reload(): void {
    void this.data.list?.reload();
  }

  /** What to ask the client for; undefined while it cannot be known. */
  protected abstract source(): ListSource<T> | undefined;
  protected abstract get heading(): string;
  /** Of the search field: there may be several on a page. */
  protected get searchName(): string {
    return `${this.localize.term('search')}: ${this.heading}`;
  }
  protected abstract nameOf(item: T): string;
  /** The inside of a row's button; its text is the row's accessible name. */
  protected abstract renderItem(item: T): TemplateResult;
  /** A row was pressed. */
  protected abstract choose(item: T, row: Element): void;
  /** Undefined while what draws it is on its way. */
  protected abstract renderEmpty(): TemplateResult | undefined;

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
  protected renderBarActions?(): unknown;
  protected renderFilters?(): unknown;
  protected renderRowActions?(item: T): unknown;
  protected renderAfter?(): unknown;

  protected openMenu(item: T, anchor: MenuAnchor): void {
    this.#handling.with((handling) => handling.showMenu(item, anchor));
  }

  /** Does it, and tells of it when it is refused: false then. */
  protected async attempt(operation: string, work: Promise<unknown>): Promise<boolean> {
    // It may be refused before what shows that is there.
    if (!this.#handling.now) await Promise.allSettled([work, lateHandling.load()]);
    const { now } = this.#handling;
    if (now) return now.attempts.run(operation, work);
    tellFailure(this, operation, work);
    return work.then(
      () => true,
      () => false,
    );
  }

  #isNearEnd(): boolean {
    const { state, keys } = this.data;
    if (!state?.ready || !state.more || state.loading || state.error) return false;
    const last = this.#window.rows.at(-1)?.index ?? -1;
    return last >= keys.length - (this.#window.full ? ahead : 1);
  }

  /** The one row that Tab reaches. */
  #activeIndex(): number {
    const at = (match: (item: T) => boolean) => this.data.indexOf(match);
    const active = this.active === undefined ? -1 : at((item) => item.id === this.active);
    if (active >= 0) return active;
    const selected = at((item) => this.isSelected(item));
    return selected >= 0 ? selected : at(() => true);
  }

  #onField = (event: Event) => this.#handling.with(({ search }) => search.handle(event));

  #onClick = (event: MouseEvent) => {
    const hit = this.data.hit(event);
    if (!hit || this.#handling.now?.takesClick(event, hit)) return;
    if (!(event.target as Element).closest('.own') && !this.isClosed(hit.item))
      this.choose(hit.item, hit.row);
  };

  #onFocusin = (event: FocusEvent) => {
    const hit = this.data.hit(event);
    if (hit) this.active = hit.item.id;
  };

  protected override render(): unknown {
    this.data.arrange((item) => this.sectionOf(item));
    const active = this.#activeIndex();
    this.#window.update(this.data.keys, active, this.data.moved);
    return html`<div class="scroller" part="scroller">
        <div class="before"><slot name="before"></slot></div>
        <div class="head" part="head">
          <slot name="header">
            <div class="bar" part="bar">
              <slot name="start"></slot>
              <h2 part="heading">${this.heading}</h2>
              ${this.renderBarActions?.()}
            </div>
          </slot>
          ${this.searched ? renderSearchField(this.search, this.searchName, this.#onField, this.localize) : nothing}
          ${this.renderFilters?.()} ${this.#handling.now?.attempts.render(this.localize)}
        </div>
        ${this.#renderBody(active)}
      </div>
      ${this.#handling.now?.render()} ${this.renderAfter?.()}`;
  }

  #renderBody(active: number) {
    const list = this.data.state;
    const status = this.#status.value;
    const handling = this.#handling.now;
    const error = handling ? handling.error : list?.error;
    const idle = this.data.list ? undefined : this.renderIdle();
    // Most pages sign in at once: to say that nobody is signed in has time until the rest is loaded.
    const signedOut = status?.phase === 'signedOut';
    let coming = signedOut && !handling;
    if (!signedOut && !idle) {
      if (this.data.entries.length > 0)
        return html`${this.#renderRows(list, active)} ${error ? handling?.renderEnd() : nothing}`;
      coming = !error && (!list?.ready || list.loading);
    }
    if (!coming && !handling) this.#handling.load();
    if (!coming && handling) return handling.renderInstead(status, idle, () => this.renderEmpty());
    return this.#skeleton.isDue() ? renderSkeleton(this.localize.term('loading')) : nothing;
  }

  #renderRows(list: ListState<T> | undefined, active: number) {
    const count = this.data.items.length;
    const size = list?.more ? (list.total ?? -1) : count;
    return html`<div
      class="sizer ${this.data.stale ? 'stale' : ''}"
      part="list"
      role="list"
      aria-label=${this.heading}
      aria-busy=${String(list?.loading ?? true)}
      @click=${this.#onClick}
      @focusin=${this.#onFocusin}
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
      ${this.renderRowActions?.(item)}
      ${this.hasMenu(item) ? this.#handling.now?.renderMore(item) : nothing}
    </div>`;
  }
}
