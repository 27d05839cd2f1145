import { nothing, type LitElement, type ReactiveController } from 'lit';
import { adopt } from '../../lit/adopt.js';
import type { Localize } from '../../lit/localize.js';
import '../../locales/en-later.js';
import { insertText, replaceText, toggleMarks } from './insert.js';
import { isComposing } from './keys.js';
import { mentionBeside, type MentionText } from './mentions.js';
import { paste } from './paste.js';
import { placePopup } from './place.js';
import { createSuggester, type Suggester } from './suggester.js';
import { mentionRows, renderSuggestions, type Suggestion } from './suggestions.js';
import { suggestionStyles } from './suggestions.styles.js';
import type { Person } from './trigger.js';

/** A text area, as far as what helps to write in it needs it. */
export interface WrittenText {
  readonly element: LitElement;
  readonly localize: Localize;
  /** Mentions chosen here, so that undo brings them back whole. */
  readonly labels: Map<string, string>;
  area(): HTMLTextAreaElement | null;
  content(): MentionText;
  people(): readonly Person[];
  /** Everyone can be mentioned at once. */
  everyone(): boolean;
}

/** Suggestions of people and emoji, Markdown by keys, mentions that go as one, pastes. */
export class Writing implements ReactiveController {
  /** Of the popup: none while it is closed. */
  rows: readonly Suggestion[] = [];
  #text: WrittenText;
  #suggester: Suggester;
  #asked: string | undefined;

  constructor(text: WrittenText) {
    const { element } = text;
    this.#text = text;
    this.#suggester = createSuggester(() => element.requestUpdate());
    element.addController(this);
    if (element.hasUpdated) this.look();
  }

  /** Index of the row that keys choose. */
  get active(): number {
    return Math.min(this.#suggester.active, Math.max(this.rows.length - 1, 0));
  }

  hostConnected(): void {
    adopt(this.#text.element, suggestionStyles);
  }

  hostDisconnected(): void {
    this.#suggester.release();
  }

  close(): void {
    this.#suggester.close();
  }

  /** The text or the caret has changed. */
  look(): void {
    const { area, content } = this.#text;
    const field = area();
    if (field && field.selectionStart === field.selectionEnd)
      this.#suggester.look(content(), field.selectionStart);
    else this.close();
  }

  hostUpdate(): void {
    const { people, everyone, localize } = this.#text;
    const { trigger, emoji } = this.#suggester;
    this.rows =
      trigger?.kind === 'mention'
        ? mentionRows(people(), trigger.query, everyone(), localize)
        : emoji;
  }

  hostUpdated(): void {
    const { element } = this.#text;
    const box = element.renderRoot.querySelector<HTMLElement>('.suggestions');
    if (box && this.rows.length > 0) void placePopup(box, element.closest('.box') ?? element);
    else if (box?.matches(':popover-open')) box.hidePopover();
    element.renderRoot.querySelector('.active')?.scrollIntoView({ block: 'nearest' });
    this.#ask();
  }

  #ask(): void {
    const { trigger } = this.#suggester;
    const query = trigger?.kind === 'mention' ? trigger.query.trim() : undefined;
    if (query === this.#asked) return;
    this.#asked = query;
    this.#text.element.dispatchEvent(new CustomEvent('query', { detail: { query } }));
  }

  /** True when the popup took the key. */
  takesKey(event: KeyboardEvent, composedAt: number): boolean {
    const { length } = this.rows;
    if (length === 0 || isComposing(event, composedAt) || event.ctrlKey || event.metaKey)
      return false;
    const suggester = this.#suggester;
    const row = this.rows[suggester.active] ?? this.rows[0];
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
    const { trigger } = this.#suggester;
    const area = this.#text.area();
    if (!trigger || !area) return;
    if (row.token) this.#text.labels.set(row.text, row.token);
    const spaced = row.token && !/^\s/.test(area.value.slice(trigger.end));
    replaceText(area, trigger.start, trigger.end, spaced ? `${row.text} ` : row.text);
    this.close();
  };

  insert(text: string): void {
    const area = this.#text.area();
    if (area) insertText(area, text);
  }

  mark(meaning: 'bold' | 'italic'): void {
    const area = this.#text.area();
    if (area) toggleMarks(area, meaning === 'bold' ? '**' : '_');
  }

  /** A mention is deleted as one. */
  beforeInput(event: InputEvent & { currentTarget: HTMLTextAreaElement }): void {
    const area = event.currentTarget;
    const [, direction] = /^delete(?:Content|Word)(Backward|Forward)$/.exec(event.inputType) ?? [];
    if (!direction || event.isComposing || area.selectionStart !== area.selectionEnd) return;
    const side = direction === 'Backward' ? 'backward' : 'forward';
    const mention = mentionBeside(this.#text.content(), area.selectionStart, side);
    if (!mention) return;
    event.preventDefault();
    replaceText(area, mention.start, mention.end, '');
  }

  paste(event: ClipboardEvent & { currentTarget: HTMLTextAreaElement }): void {
    const files = paste(event, event.currentTarget);
    if (files.length > 0)
      this.#text.element.dispatchEvent(new CustomEvent('attach', { detail: { files } }));
  }

  render(): unknown {
    const { localize } = this.#text;
    const label = localize.term('composerSuggestions');
    if (this.rows.length === 0) return nothing;
    return renderSuggestions(this.rows, this.active, label, this.#choose);
  }

  /** To those who hear the page. */
  count(): string {
    const { length } = this.rows;
    return length > 0 ? this.#text.localize.term('composerSuggestionCount', length) : '';
  }
}
