import { html, nothing, type LitElement, type ReactiveController } from 'lit';
import { adopt } from '../../lit/adopt.js';
import { Localize } from '../../lit/localize.js';
import '../../locales/en-later.js';
import { insertText, replaceText, toggleMarks } from './insert.js';
import { isComposing } from './keys.js';
import { meaningOf } from './meaning.js';
import { follow, fromWire, mentionBeside, toWire, type MentionText } from './mentions.js';
import { paste } from './paste.js';
import { placePopup } from './place.js';
import { createSuggester, type Suggester } from './suggester.js';
import { mentionRows, renderSuggestions, type Suggestion } from './suggestions.js';
import { suggestionStyles } from './suggestions.styles.js';
import type { Person } from './trigger.js';

/** The element of a text area, as far as what helps to write in it needs it. */
export interface WrittenText extends LitElement {
  /** As it is sent. */
  readonly text: string;
  /** What is written is an edit, or a reply: in words. */
  readonly about: string | undefined;
  readonly people: readonly Person[];
  /** Everyone can be mentioned at once. */
  readonly everyone: boolean;
  readonly nameOf: (uid: string) => string;
}
type AreaEvent<E extends Event> = E & { readonly target: HTMLTextAreaElement };

/** Mentions by name, suggestions of people and emoji, Markdown by keys, pastes. */
export class Writing implements ReactiveController {
  #element: WrittenText;
  #localize: Localize;
  #suggester: Suggester;
  #content: MentionText = { text: '', mentions: [] };
  /** Mentions chosen here, so that undo brings them back whole. */
  #labels = new Map<string, string>();
  /** Of the popup: none while it is closed. */
  #rows: readonly Suggestion[] = [];
  #asked: string | undefined;
  #handlers: Readonly<Record<string, (event: never) => void>> = {
    beforeinput: (event: AreaEvent<InputEvent>) => this.#beforeInput(event),
    keyup: () => this.#look(),
    click: () => this.#look(),
    focusout: () => this.#suggester.close(),
    paste: (event: AreaEvent<ClipboardEvent>) => {
      // Files have been taken.
      if (!event.defaultPrevented) paste(event, event.target);
    },
  };

  constructor(element: WrittenText) {
    this.#element = element;
    this.#localize = new Localize(element);
    this.#suggester = createSuggester(() => element.requestUpdate());
    element.addController(this);
  }

  /** What the text area shows: `@Ben` where the text has `<@uid:ben>`. */
  get shown(): string {
    return this.#content.text;
  }

  /** Id of the popup, and of the row in it that keys choose. */
  get popup(): string | undefined {
    return this.#rows.length > 0 ? 'suggestions' : undefined;
  }
  get active(): string | undefined {
    return this.popup && `suggestion-${this.#active}`;
  }

  get #active(): number {
    return Math.min(this.#suggester.active, this.#rows.length - 1);
  }

  get #area(): HTMLTextAreaElement | null {
    return this.#element.renderRoot.querySelector('textarea');
  }

  hostConnected(): void {
    adopt(this.#element, suggestionStyles);
    for (const type of Object.keys(this.#handlers))
      this.#element.renderRoot.addEventListener(type, this.#hear);
    // Somebody may be writing already.
    this.#take();
    if (this.#area?.matches(':focus')) this.#look();
  }

  hostDisconnected(): void {
    this.#suggester.release();
  }

  hostUpdate(): void {
    this.#take();
    const { people, everyone } = this.#element;
    const { trigger, emoji } = this.#suggester;
    this.#rows =
      trigger?.kind === 'mention'
        ? mentionRows(people, trigger.query, everyone, this.#localize)
        : emoji;
  }

  hostUpdated(): void {
    const element = this.#element;
    if (this.#area) this.#area.ariaDescription = element.about || null;
    const box = element.renderRoot.querySelector<HTMLElement>('.suggestions');
    if (box && this.#rows.length > 0) {
      const placed = placePopup(box, element.closest('.box') ?? element);
      // What could not be shown is not to be chosen: one goes on typing.
      placed.catch(() => this.#suggester.close());
    } else if (box?.matches(':popover-open')) box.hidePopover();
    element.renderRoot.querySelector('.active')?.scrollIntoView({ block: 'nearest' });
    this.#ask();
  }

  #hear = (event: Event): void => {
    if (event.target === this.#area) this.#handlers[event.type]?.(event as never);
  };

  /** A text from outside: a draft, a message to edit, nothing after sending. */
  #take(): void {
    const text = this.#element.text.replaceAll('\r\n', '\n');
    if (text === toWire(this.#content)) return;
    const content = fromWire(text, this.#element.nameOf);
    this.#content = content;
    this.#labels.clear();
    for (const { start, end, token } of content.mentions)
      this.#labels.set(content.text.slice(start, end), token);
    this.#suggester.close();
  }

  /** The person has changed what is shown to this: as it is sent. */
  wireOf(shown: string): string {
    this.#content = follow(this.#content, shown, this.#labels);
    this.#look();
    return toWire(this.#content);
  }

  /** The text or the caret has changed. */
  #look(): void {
    const area = this.#area;
    if (area && area.selectionStart === area.selectionEnd)
      this.#suggester.look(this.#content, area.selectionStart);
    else this.#suggester.close();
  }

  #ask(): void {
    const { trigger } = this.#suggester;
    const query = trigger?.kind === 'mention' ? trigger.query.trim() : undefined;
    if (query === this.#asked) return;
    this.#asked = query;
    this.#element.dispatchEvent(new CustomEvent('query', { detail: { query } }));
  }

  /** True when the key meant something here. */
  takesKey(event: KeyboardEvent, composedAt: number): boolean {
    if (isComposing(event, composedAt)) return false;
    if (this.#movesPopup(event)) {
      event.preventDefault();
      event.stopPropagation();
      return true;
    }
    const meaning = meaningOf(event, this.#area?.value === '');
    if (!meaning) return false;
    if (meaning === 'escape' || meaning === 'recall') {
      if (this.#element.dispatchEvent(new Event(meaning, { cancelable: true }))) return false;
      // What Escape has done here, it does not do once more further out.
      if (meaning === 'escape') event.stopPropagation();
    } else if (this.#area) {
      toggleMarks(this.#area, meaning === 'bold' ? '**' : '_');
    }
    event.preventDefault();
    return true;
  }

  #movesPopup({ key, ctrlKey, metaKey, shiftKey }: KeyboardEvent): boolean {
    const { length } = this.#rows;
    if (length === 0 || ctrlKey || metaKey) return false;
    const suggester = this.#suggester;
    const at = this.#active;
    const row = this.#rows[at];
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      const step = key === 'ArrowDown' ? 1 : -1;
      suggester.active = (at + step + length) % length;
    } else if (key === 'Escape') {
      suggester.dismiss();
    } else if (row && (key === 'Tab' || (key === 'Enter' && !shiftKey))) {
      this.#choose(row);
    } else {
      return false;
    }
    return true;
  }

  #choose = (row: Suggestion) => {
    const { trigger } = this.#suggester;
    const area = this.#area;
    if (!trigger || !area) return;
    if (row.token) this.#labels.set(row.text, row.token);
    const spaced = row.token && !/^\s/.test(area.value.slice(trigger.end));
    replaceText(area, trigger.start, trigger.end, spaced ? `${row.text} ` : row.text);
    this.#suggester.close();
  };

  insert(text: string): void {
    const area = this.#area;
    if (area) insertText(area, text);
  }

  /** A mention is deleted as one. */
  #beforeInput(event: AreaEvent<InputEvent>): void {
    const area = event.target;
    const [, direction] = /^delete(?:Content|Word)(Backward|Forward)$/.exec(event.inputType) ?? [];
    if (!direction || event.isComposing || area.selectionStart !== area.selectionEnd) return;
    const side = direction === 'Backward' ? 'backward' : 'forward';
    const mention = mentionBeside(this.#content, area.selectionStart, side);
    if (!mention) return;
    event.preventDefault();
    replaceText(area, mention.start, mention.end, '');
  }

  render(): unknown {
    const rows = this.#rows;
    const localize = this.#localize;
    const open = rows.length > 0;
    return html`${
        open
          ? renderSuggestions(
              rows,
              this.#active,
              localize.term('composerSuggestions'),
              this.#choose,
            )
          : nothing
      }
      <span class="visually-hidden" role="status"
        >${open ? localize.term('composerSuggestionCount', rows.length) : ''}</span
      >`;
  }
}
