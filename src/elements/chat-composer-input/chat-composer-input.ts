import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { adopt } from '../../lit/adopt.js';
import { controls } from '../../lit/controls.styles.js';
import { define } from '../../lit/define.js';
import { Localize } from '../../lit/localize.js';
import { tokens } from '../../lit/tokens.styles.js';
import '../chat-avatar/chat-avatar.js';
import { styles } from './chat-composer-input.styles.js';
import { insertText, replaceText, toggleMarks } from './insert.js';
import { isComposing, meaningOf } from './keys.js';
import { follow, fromWire, mentionBeside, toWire, type MentionText } from './mentions.js';
import { paste } from './paste.js';
import type { Suggester } from './suggester.js';
import type { Suggestion } from './suggestions.js';
import type { Person } from './trigger.js';

/**
 * The text area of a composer: mentions and emoji as one types, Markdown by keys, pastes. Shows `@Ben` where the text
 * has `<@uid:ben>`. Its events stay within the composer.
 *
 * @customElement chat-composer-input
 * @fires {CustomEvent<{ text: string; caret: number }>} write - The person changed the text, or left it.
 * @fires {CustomEvent<{ query: string | undefined }>} query - People are looked for, or no longer.
 * @fires {CustomEvent<{ files: readonly File[] }>} attach - Files were pasted.
 * @fires send - The key that sends.
 * @fires escape - Escape with no popup open; prevented when it did something.
 * @fires recall - Arrow up in an empty text; prevented when it did something.
 * @csspart input - The text area.
 * @csspart suggestions - The popup of people or emoji.
 * @csspart suggestion - One of its rows.
 */
export class ChatComposerInput extends LitElement {
  static override styles = [tokens, controls, styles];

  /** As it is sent. */
  @property({ attribute: false }) text = '';
  /** Where the caret is to stand in a text that comes from outside. */
  @property({ attribute: false }) caret: number | undefined;
  @property() label = '';
  @property() enter: 'send' | 'newline' = 'send';
  @property({ type: Boolean }) disabled = false;
  /** Whom one can mention. */
  @property({ attribute: false }) people: readonly Person[] = [];
  /** Everyone can be mentioned at once. */
  @property({ type: Boolean }) everyone = false;
  @property({ attribute: false }) nameOf: (uid: string) => string = (uid) => uid;

  @state() private content: MentionText = { text: '', mentions: [] };

  readonly #localize = new Localize(this);
  #suggest: typeof import('./suggest.js') | undefined;
  #suggester: Suggester | undefined;
  #rows: readonly Suggestion[] = [];
  #asked: string | undefined;
  /** Mentions chosen here, so that undo brings them back whole. */
  #labels = new Map<string, string>();
  #composedAt = -Infinity;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#suggester?.release();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('text')) this.#take();
    const { trigger, emoji = [] } = this.#suggester ?? {};
    this.#rows =
      trigger?.kind === 'mention' && this.#suggest
        ? this.#suggest.mentionRows(this.people, trigger.query, this.everyone, this.#localize)
        : emoji;
  }

  protected override updated(): void {
    const area = this.#area;
    if (!area) return;
    if (area.value !== this.content.text) {
      area.value = this.content.text;
      const caret = this.caret ?? area.value.length;
      area.setSelectionRange(caret, caret);
    }
    this.#fit(area);
    const box = this.renderRoot.querySelector<HTMLElement>('.suggestions');
    if (box && this.#rows.length > 0)
      void this.#suggest?.placePopup(box, this.closest('.box') ?? this);
    else if (box?.matches(':popover-open')) box.hidePopover();
    this.renderRoot.querySelector('.active')?.scrollIntoView({ block: 'nearest' });
    this.#ask();
  }

  override focus(options?: FocusOptions): void {
    this.#area?.focus(options);
  }

  /** Inserts at the caret; the browser's undo takes it back. */
  insertText(text: string): void {
    if (this.#area) insertText(this.#area, text);
  }

  get #area(): HTMLTextAreaElement | null {
    return this.renderRoot.querySelector('textarea');
  }

  /** A text from outside: a draft, a message to edit, nothing after sending. */
  #take(): void {
    const text = this.text.replaceAll('\r\n', '\n');
    if (text === toWire(this.content)) return;
    const content = fromWire(text, this.nameOf);
    this.content = content;
    this.#labels = new Map(
      content.mentions.map(({ start, end, token }) => [content.text.slice(start, end), token]),
    );
    this.#suggester?.close();
  }

  // Browsers without field-sizing measure.
  #fit(area: HTMLTextAreaElement): void {
    if (CSS.supports('field-sizing', 'content')) return;
    area.style.setProperty('block-size', 'auto');
    area.style.setProperty('block-size', `${area.scrollHeight}px`);
  }

  #tell(name: 'send' | 'escape' | 'recall'): boolean {
    return !this.dispatchEvent(new Event(name, { cancelable: true }));
  }

  #ask(): void {
    const trigger = this.#suggester?.trigger;
    const query = trigger?.kind === 'mention' ? trigger.query.trim() : undefined;
    if (query === this.#asked) return;
    this.#asked = query;
    this.dispatchEvent(new CustomEvent('query', { detail: { query } }));
  }

  #write(): void {
    const caret = this.#area?.selectionStart ?? 0;
    // Its echo is not a text from outside.
    this.text = toWire(this.content);
    this.dispatchEvent(new CustomEvent('write', { detail: { text: this.text, caret } }));
  }

  #onInput = (event: Event & { currentTarget: HTMLTextAreaElement }) => {
    this.content = follow(this.content, event.currentTarget.value, this.#labels);
    this.#look();
    this.#write();
  };

  #look = () => {
    const area = this.#area;
    if (area && area.selectionStart === area.selectionEnd)
      this.#suggester?.look(this.content, area.selectionStart);
    else this.#suggester?.close();
  };

  /** Whoever comes to write may soon look for a person or an emoji. */
  #onFocus = () => {
    if (this.#suggest) return;
    import('./suggest.js').then(
      (suggest) => {
        this.#suggest = suggest;
        adopt(this, suggest.suggestionStyles);
        this.#suggester ??= suggest.createSuggester(() => this.requestUpdate());
        this.#look();
      },
      // Without a network one writes without suggestions; the next focus tries again.
      () => undefined,
    );
  };

  #onBlur = () => {
    this.#suggester?.close();
    if (this.content.text !== '') this.#write();
  };

  #onBeforeInput = (event: InputEvent & { currentTarget: HTMLTextAreaElement }) => {
    const area = event.currentTarget;
    const [, direction] = /^delete(?:Content|Word)(Backward|Forward)$/.exec(event.inputType) ?? [];
    if (!direction || event.isComposing || area.selectionStart !== area.selectionEnd) return;
    const side = direction === 'Backward' ? 'backward' : 'forward';
    const mention = mentionBeside(this.content, area.selectionStart, side);
    if (!mention) return;
    event.preventDefault();
    replaceText(area, mention.start, mention.end, '');
  };

  #onPaste = (event: ClipboardEvent & { currentTarget: HTMLTextAreaElement }) => {
    const files = paste(event, event.currentTarget);
    if (files.length > 0) this.dispatchEvent(new CustomEvent('attach', { detail: { files } }));
  };

  #onKeydown = (event: KeyboardEvent & { currentTarget: HTMLTextAreaElement }) => {
    const area = event.currentTarget;
    if (this.#rows.length > 0 && this.#onPopupKey(event)) return;
    const meaning = meaningOf(event, {
      empty: area.value === '',
      enter: this.enter,
      composedAt: this.#composedAt,
    });
    if (meaning === undefined) return;
    if ((meaning === 'escape' || meaning === 'recall') && !this.#tell(meaning)) return;
    event.preventDefault();
    // What Escape has done here, it does not do once more further out.
    if (meaning === 'escape') event.stopPropagation();
    if (meaning === 'send') this.#tell('send');
    if (meaning === 'bold') toggleMarks(area, '**');
    if (meaning === 'italic') toggleMarks(area, '_');
  };

  #onPopupKey(event: KeyboardEvent): boolean {
    const suggester = this.#suggester;
    if (!suggester || isComposing(event, this.#composedAt) || event.ctrlKey || event.metaKey)
      return false;
    const { length } = this.#rows;
    const row = this.#rows[suggester.active] ?? this.#rows[0];
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const step = event.key === 'ArrowDown' ? 1 : -1;
      suggester.active = (suggester.active + step + length) % length;
    } else if (event.key === 'Escape') {
      suggester.dismiss();
    } else if (row && (event.key === 'Tab' || (event.key === 'Enter' && !event.shiftKey))) {
      this.#choose(row);
    } else {
      return false;
    }
    event.preventDefault();
    event.stopPropagation();
    return true;
  }

  #choose = (row: Suggestion) => {
    const { trigger } = this.#suggester ?? {};
    const area = this.#area;
    if (!trigger || !area) return;
    if (row.token) this.#labels.set(row.text, row.token);
    const spaced = row.token && !/^\s/.test(area.value.slice(trigger.end));
    replaceText(area, trigger.start, trigger.end, spaced ? `${row.text} ` : row.text);
    this.#suggester?.close();
  };

  override render() {
    const { length } = this.#rows;
    const active = Math.min(this.#suggester?.active ?? 0, Math.max(length - 1, 0));
    return html`<textarea
        part="input"
        rows="1"
        dir=${this.content.text === '' ? nothing : 'auto'}
        aria-label=${this.label}
        placeholder=${this.label}
        enterkeyhint=${this.enter === 'send' ? 'send' : 'enter'}
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-controls=${length > 0 ? 'suggestions' : nothing}
        aria-activedescendant=${length > 0 ? `suggestion-${active}` : nothing}
        ?disabled=${this.disabled}
        @input=${this.#onInput}
        @beforeinput=${this.#onBeforeInput}
        @keydown=${this.#onKeydown}
        @keyup=${this.#look}
        @click=${this.#look}
        @focus=${this.#onFocus}
        @blur=${this.#onBlur}
        @paste=${this.#onPaste}
        @compositionend=${(event: CompositionEvent) => (this.#composedAt = event.timeStamp)}
      ></textarea>
      ${
        length > 0
          ? this.#suggest?.renderSuggestions(
              this.#rows,
              active,
              this.#localize.term('composerSuggestions'),
              this.#choose,
            )
          : nothing
      }
      <span class="visually-hidden" role="status">
        ${length > 0 ? this.#localize.term('composerSuggestionCount', length) : nothing}
      </span>`;
  }
}

define('chat-composer-input', ChatComposerInput);
declare global {
  interface HTMLElementTagNameMap {
    'chat-composer-input': ChatComposerInput;
  }
}
