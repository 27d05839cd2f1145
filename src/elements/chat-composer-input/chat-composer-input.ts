import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { controls } from '../../lit/controls.styles.js';
import { define } from '../../lit/define.js';
import { Localize } from '../../lit/localize.js';
import { tokens } from '../../lit/tokens.styles.js';
import { styles } from './chat-composer-input.styles.js';
import { meaningOf } from './keys.js';
import { lateWriting } from './late-writing.js';
import { follow, fromWire, toWire, type MentionText } from './mentions.js';
import type { Person } from './trigger.js';
import type { Writing } from './writing.js';

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
  /** Mentions chosen here, so that undo brings them back whole. */
  readonly #labels = new Map<string, string>();
  #writing: Writing | undefined;
  #composedAt = -Infinity;

  constructor() {
    super();
    lateWriting.follow(({ Writing }) => {
      this.#writing = new Writing({
        element: this,
        localize: this.#localize,
        labels: this.#labels,
        area: () => this.#area,
        content: () => this.content,
        people: () => this.people,
        everyone: () => this.everyone,
      });
    });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('text')) this.#take();
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
  }

  override focus(options?: FocusOptions): void {
    this.#area?.focus(options);
  }

  /** Inserts at the caret; the browser's undo takes it back. */
  insertText(text: string): void {
    void lateWriting.run(() => this.#writing?.insert(text)).catch(() => undefined);
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
    this.#labels.clear();
    for (const { start, end, token } of content.mentions)
      this.#labels.set(content.text.slice(start, end), token);
    this.#writing?.close();
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

  #write(): void {
    const caret = this.#area?.selectionStart ?? 0;
    // Its echo is not a text from outside.
    this.text = toWire(this.content);
    this.dispatchEvent(new CustomEvent('write', { detail: { text: this.text, caret } }));
  }

  #onInput = (event: Event & { currentTarget: HTMLTextAreaElement }) => {
    this.content = follow(this.content, event.currentTarget.value, this.#labels);
    this.#writing?.look();
    this.#write();
  };

  #look = () => this.#writing?.look();

  // Without a network one writes without help; the next focus tries again.
  #onFocus = () => void lateWriting.load().catch(() => undefined);

  #onBeforeInput = (event: InputEvent & { currentTarget: HTMLTextAreaElement }) =>
    this.#writing?.beforeInput(event);

  #onPaste = (event: ClipboardEvent & { currentTarget: HTMLTextAreaElement }) =>
    this.#writing?.paste(event);

  #onBlur = () => {
    this.#writing?.close();
    if (this.content.text !== '') this.#write();
  };

  #onKeydown = (event: KeyboardEvent & { currentTarget: HTMLTextAreaElement }) => {
    const area = event.currentTarget;
    if (this.#writing?.takesKey(event, this.#composedAt)) return;
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
    if (meaning === 'bold' || meaning === 'italic') this.#writing?.mark(meaning);
  };

  override render() {
    const writing = this.#writing;
    const isOpen = Boolean(writing?.rows.length);
    return html`<textarea
        part="input"
        rows="1"
        dir=${this.content.text === '' ? nothing : 'auto'}
        aria-label=${this.label}
        placeholder=${this.label}
        enterkeyhint=${this.enter === 'send' ? 'send' : 'enter'}
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-controls=${isOpen ? 'suggestions' : nothing}
        aria-activedescendant=${isOpen ? `suggestion-${writing?.active}` : nothing}
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
      ${writing?.render()}
      <span class="visually-hidden" role="status">${writing?.count()}</span>`;
  }
}

define('chat-composer-input', ChatComposerInput);
declare global {
  interface HTMLElementTagNameMap {
    'chat-composer-input': ChatComposerInput;
  }
}
