import { html, LitElement, nothing } from 'lit';
import { property } from 'lit/decorators/property.js';
import { basics } from '../../lit/basics.styles.js';
import { define } from '../../lit/define.js';
import { tokens } from '../../lit/tokens.styles.js';
import { LatePart } from '../late/late-part.js';
import { styles } from './chat-composer-input.styles.js';
import { sends } from './keys.js';
import { lateWriting } from './late-writing.js';
import { pastedFiles } from './pasted-files.js';
import type { Person } from './trigger.js';
import type { Writing, WrittenText } from './writing.js';

/**
 * The text area of a composer: mentions and emoji as one types, Markdown by keys, pastes. Shows `@Ben` where the text
 * has `<@uid:ben>`. Its events stay within the composer.
 *
 * @customElement chat-composer-input
 * @fires {CustomEvent<{ text: string; caret: number }>} write - The person changed the text.
 * @fires {CustomEvent<{ text: string; caret: number }>} leave - The focus left the text.
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
  static override styles = [tokens, basics, styles];

  /** As it is sent. */
  @property({ attribute: false }) text = '';
  /** Where the caret is to stand in a text that comes from outside. By itself it draws nothing. */
  caret: number | undefined;
  @property() label = '';
  /** What it is told of besides: what is written is an edit, or a reply. Drawn with the next change of anything else. */
  declare about: string | undefined;
  @property() enter: 'send' | 'newline' = 'send';
  @property({ type: Boolean }) disabled = false;
  /** Whom one can mention. */
  @property({ attribute: false }) people: readonly Person[] = [];
  /** Everyone can be mentioned at once. */
  @property({ type: Boolean }) everyone = false;
  @property({ attribute: false }) nameOf: (uid: string) => string = (uid) => uid;

  readonly #writing: LatePart<WrittenText, Writing> = new LatePart<WrittenText, Writing>(
    this,
    lateWriting,
    this,
  );
  #composedAt = -Infinity;

  protected override updated(): void {
    const area = this.#area;
    if (!area) return;
    const text = this.#writing.now?.shown ?? (this.#waits ? '' : this.text);
    if (area.value !== text) {
      area.value = text;
      // An empty one would stay where the text was scrolled to.
      if (!text) area.scrollTop = 0;
      const caret = this.caret ?? text.length;
      area.setSelectionRange(caret, caret);
    }
    // Browsers without field-sizing measure.
    if (CSS.supports('field-sizing', 'content')) return;
    area.style.setProperty('block-size', 'auto');
    area.style.setProperty('block-size', `${area.scrollHeight}px`);
  }

  override focus(options?: FocusOptions): void {
    const focus = () => this.#area?.focus(options);
    // It is about to be drawn, or to be opened for writing.
    if (this.#area?.disabled ?? true) void this.updateComplete.then(focus);
    else focus();
  }

  /** Inserts at the caret; the browser's undo takes it back. */
  insertText(text: string): void {
    this.#writing.with((writing) => {
      // What it has just brought is shown before.
      this.performUpdate();
      writing.insert(text);
    });
  }

  get #area(): HTMLTextAreaElement | null {
    return this.renderRoot.querySelector('textarea');
  }

  /** A mention is shown by its name alone. */
  get #waits(): boolean {
    return !this.#writing.now && !this.#writing.failed && this.text.includes('<@');
  }

  #write(kind: 'write' | 'leave' = 'write'): void {
    const caret = this.#area?.selectionStart ?? 0;
    this.dispatchEvent(new CustomEvent(kind, { detail: { text: this.text, caret } }));
  }

  #onInput = ({ currentTarget }: Event & { currentTarget: HTMLTextAreaElement }) => {
    const { value } = currentTarget;
    // Its echo is not a text from outside.
    this.text = this.#writing.now?.wireOf(value) ?? value;
    this.#write();
  };

  #onBlur = () => {
    if (this.text !== '') this.#write('leave');
  };

  #onPaste = (event: ClipboardEvent) => {
    const files = pastedFiles(event);
    if (files.length === 0) return;
    event.preventDefault();
    this.dispatchEvent(new CustomEvent('attach', { detail: { files } }));
  };

  #onKeydown = (event: KeyboardEvent) => {
    if (this.#writing.now?.takesKey(event, this.#composedAt)) return;
    if (!sends(event, this.enter, this.#composedAt)) return;
    event.preventDefault();
    this.dispatchEvent(new Event('send'));
  };

  override render() {
    const writing = this.#writing.now;
    if (this.#waits) this.#writing.load();
    return html`<textarea
        part="input"
        rows="1"
        dir=${this.text === '' ? nothing : 'auto'}
        aria-label=${this.label}
        placeholder=${this.label}
        enterkeyhint=${this.enter === 'send' ? 'send' : 'enter'}
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-controls=${writing?.popup ?? nothing}
        aria-activedescendant=${writing?.active ?? nothing}
        ?disabled=${this.disabled}
        ?readonly=${this.#waits}
        @input=${this.#onInput}
        @keydown=${this.#onKeydown}
        @blur=${this.#onBlur}
        @paste=${this.#onPaste}
        @compositionend=${(event: CompositionEvent) => (this.#composedAt = event.timeStamp)}
      ></textarea>
      ${writing?.render()}`;
  }
}

define('chat-composer-input', ChatComposerInput);
declare global {
  interface HTMLElementTagNameMap {
    'chat-composer-input': ChatComposerInput;
  }
}
