import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { state } from 'lit/decorators.js';
import { controls } from '../../lit/controls.styles.js';
import { define } from '../../lit/define.js';
import { emit } from '../../lit/events.js';
import { iconButton } from '../../lit/icon-button.js';
import { icons } from '../../lit/icons.js';
import { Localize } from '../../lit/localize.js';
import { Skeleton } from '../../lit/skeleton.js';
import { skeleton } from '../../lit/skeleton.styles.js';
import { tokens } from '../../lit/tokens.styles.js';
import '../../locales/en-later.js';
import { categories } from './categories.js';
import { styles } from './chat-emoji-panel.styles.js';
import { createEmojiSource, type EmojiEntry, type EmojiSource } from './emoji-source.js';

const hands = ['🖐️', '🖐🏻', '🖐🏼', '🖐🏽', '🖐🏾', '🖐🏿'];

/**
 * All emoji by category, with search, skin tones, and those used most first. `<chat-emoji-picker>` loads and shows it.
 *
 * @customElement chat-emoji-panel
 * @fires {ChatEventMap['chat-emoji']} chat-emoji - One was chosen.
 * @csspart search - The search field.
 * @csspart tab - The button of a category.
 * @csspart emoji - One emoji.
 */
export class ChatEmojiPanel extends LitElement {
  static override styles = [tokens, controls, skeleton, styles];

  @state() private category = 1;
  @state() private query = '';
  @state() private found: readonly EmojiEntry[] | undefined;
  @state() private failed = false;
  @state() private tone = 0;
  @state() private choosingTone = false;

  readonly #localize = new Localize(this);
  readonly #skeleton = new Skeleton(this);
  #source: EmojiSource | undefined;
  #asked = 0;
  #searched: Promise<void> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#source = createEmojiSource();
    void this.reset();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#source?.close();
    this.#source = undefined;
  }

  protected override updated(changed: PropertyValues): void {
    // A new list starts at its top.
    if (changed.has('found')) this.#body?.scrollTo({ top: 0 });
    // Where the tabs have no room side by side, this one may be half out of sight.
    if (changed.has('category')) this.#tab?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  /** Back to the beginning: no search, what is used most, or the smileys where nothing was used yet. */
  async reset(): Promise<void> {
    this.query = '';
    this.choosingTone = false;
    const field = this.#field;
    if (field) field.value = '';
    try {
      this.tone = (await this.#source?.tone()) ?? 0;
      const used = await this.#source?.frequent();
      this.category = used && used.length > 0 ? 0 : 1;
    } catch {
      this.category = 1;
    }
    await this.#load();
  }

  override focus(options?: FocusOptions): void {
    this.#field?.focus(options);
  }

  get #field(): HTMLInputElement | null {
    return this.renderRoot.querySelector('input');
  }

  get #body(): HTMLElement | null {
    return this.renderRoot.querySelector('.body');
  }

  get #tab(): HTMLElement | null {
    return this.renderRoot.querySelector('.tab[aria-selected="true"]');
  }

  async #load(): Promise<void> {
    const source = this.#source;
    if (!source) return;
    const asked = ++this.#asked;
    this.failed = false;
    try {
      const found = await this.#ask(source);
      if (asked === this.#asked) this.found = found;
    } catch {
      // No network, or a browser that refuses IndexedDB.
      if (asked === this.#asked) this.failed = true;
    }
  }

  #ask(source: EmojiSource): Promise<readonly EmojiEntry[]> {
    if (this.query) return source.search(this.query);
    const group = categories[this.category]?.group;
    return group === undefined ? source.frequent() : source.group(group);
  }

  #choose(entry: EmojiEntry): void {
    this.#source?.use(entry);
    emit(this, 'chat-emoji', { emoji: entry.emoji });
  }

  #onSearch = (event: Event & { currentTarget: HTMLInputElement }) => {
    this.query = event.currentTarget.value.trim();
    this.#searched = this.#load();
  };

  #onSearchKeydown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') {
      event.preventDefault();
      this.renderRoot.querySelector<HTMLElement>('.emoji')?.focus();
    } else if (event.key === 'Enter' && !event.isComposing && this.query) {
      event.preventDefault();
      void this.#chooseFirst();
    }
  };

  /** Of what was typed, not of what a slower search still shows. */
  async #chooseFirst(): Promise<void> {
    await this.#searched;
    const [first] = this.found ?? [];
    if (first) this.#choose(first);
  }

  #onTab(index: number): void {
    this.category = index;
    this.query = '';
    const field = this.#field;
    if (field) field.value = '';
    void this.#load();
  }

  #onTone(tone: number): void {
    this.choosingTone = false;
    this.tone = tone;
    this.renderRoot.querySelector<HTMLElement>('.tone')?.focus();
    void this.#source?.setTone(tone).then(() => this.#load());
  }

  /** Arrow keys in a row of buttons, or in a grid of them. */
  #onArrows = (event: KeyboardEvent & { currentTarget: HTMLElement }) => {
    const cells = [...event.currentTarget.querySelectorAll('button')];
    const at = cells.indexOf(event.target as HTMLButtonElement);
    const top = cells[0]?.offsetTop;
    const row = cells.findIndex((cell) => cell.offsetTop !== top);
    const columns = row < 0 ? cells.length : row;
    const forward = this.#localize.dir() === 'rtl' ? -1 : 1;
    const steps: Readonly<Record<string, number>> = {
      ArrowRight: forward,
      ArrowLeft: -forward,
      ArrowDown: columns,
      ArrowUp: -columns,
      Home: -at,
      End: cells.length - 1 - at,
    };
    const step = steps[event.key];
    if (step === undefined || at < 0) return;
    event.preventDefault();
    if (event.key === 'ArrowUp' && at < columns) this.focus();
    else cells[Math.min(Math.max(at + step, 0), cells.length - 1)]?.focus();
  };

  override render() {
    const term = this.#localize.term.bind(this.#localize);
    return html`<div class="top">
        <div class="search">
          ${icons.search}
          <input
            class="field"
            part="search"
            type="search"
            enterkeyhint="done"
            autocomplete="off"
            aria-label=${term('emojiSearch')}
            placeholder=${term('emojiSearch')}
            @input=${this.#onSearch}
            @keydown=${this.#onSearchKeydown}
          />
        </div>
        ${iconButton(
          term('emojiTone'),
          hands[this.tone],
          () => (this.choosingTone = !this.choosingTone),
          { kind: 'tone', expanded: this.choosingTone },
        )}
      </div>
      ${this.choosingTone ? this.#renderTones() : this.#renderTabs()}
      <div
        class="body"
        id="body"
        role=${this.query ? 'group' : 'tabpanel'}
        aria-label=${this.#heading()}
        aria-busy=${this.found ? 'false' : 'true'}
      >
        ${this.#renderBody()}
      </div>`;
  }

  #renderTones() {
    return html`<div
      class="tones"
      role="radiogroup"
      aria-label=${this.#localize.term('emojiTone')}
      @keydown=${this.#onArrows}
    >
      ${hands.map(
        (hand, tone) =>
          html`<button
            type="button"
            role="radio"
            aria-checked=${tone === this.tone ? 'true' : 'false'}
            aria-label=${this.#localize.term('emojiToneName', tone)}
            tabindex=${tone === this.tone ? 0 : -1}
            @click=${() => this.#onTone(tone)}
          >
            ${hand}
          </button>`,
      )}
    </div>`;
  }

  #renderTabs() {
    return html`<div
      class="tabs"
      role="tablist"
      aria-label=${this.#localize.term('emojiCategories')}
      @keydown=${this.#onArrows}
    >
      ${categories.map(({ term, icon }, index) => {
        const selected = index === this.category && !this.query;
        return html`<button
          class="tab"
          part="tab"
          type="button"
          role="tab"
          aria-selected=${selected ? 'true' : 'false'}
          aria-controls=${selected ? 'body' : nothing}
          aria-label=${this.#localize.term(term)}
          title=${this.#localize.term(term)}
          tabindex=${index === this.category ? 0 : -1}
          @click=${() => this.#onTab(index)}
        >
          ${icon}
        </button>`;
      })}
    </div>`;
  }

  #renderBody() {
    if (this.failed) {
      return html`<div class="note" role="alert">
        ${this.#localize.term('emojiFailed')}
        <button class="button" type="button" @click=${() => void this.#load()}>
          ${this.#localize.term('retry')}
        </button>
      </div>`;
    }
    if (!this.found) {
      if (!this.#skeleton.isDue()) return nothing;
      return html`<div class="grid">
        ${Array.from({ length: 40 }, () => html`<span class="skeleton"></span>`)}
      </div>`;
    }
    if (this.found.length === 0) {
      return html`<div class="note" role="status">
        ${this.#localize.term(this.query ? 'emojiNone' : 'emojiNoneUsed')}
      </div>`;
    }
    return html`<h3>${this.#heading()}</h3>
      <div class="grid" @keydown=${this.#onArrows}>
        ${this.found.map(
          (entry, index) =>
            html`<button
              class="emoji"
              part="emoji"
              type="button"
              tabindex=${index === 0 ? 0 : -1}
              aria-label=${entry.name}
              title=${entry.name}
              @click=${() => this.#choose(entry)}
            >
              ${entry.emoji}
            </button>`,
        )}
      </div>`;
  }

  #heading(): string {
    if (this.query) return this.#localize.term('emojiResults');
    return this.#localize.term(categories[this.category]?.term ?? 'emojiSmileys');
  }
}

define('chat-emoji-panel', ChatEmojiPanel);
declare global {
  interface HTMLElementTagNameMap {
    'chat-emoji-panel': ChatEmojiPanel;
  }
}
