import { css, html, LitElement, nothing } from 'lit';
import { state } from 'lit/decorators.js';
import { controls } from '../../lit/controls.styles.js';
import { define } from '../../lit/define.js';
import { Localize } from '../../lit/localize.js';
import { tokens } from '../../lit/tokens.styles.js';
import '../../locales/en-later.js';
import '../chat-dialog/chat-dialog.js';
import type { ChatDialog } from '../chat-dialog/chat-dialog.js';
import '../chat-menu/chat-menu.js';
import type { ChatMenu, MenuItem } from '../chat-menu/chat-menu.js';
import { dayOf, format } from '../chat-message/time/dates.js';
import { form } from '../form/form.styles.js';

/** When the first and the last message were sent, and the one that is read: Unix milliseconds. */
export interface Span {
  readonly first: number;
  readonly last: number;
  readonly at: number;
}

/** Days. */
const ago = { week: 7, month: 30, year: 365 } as const;
type Ago = keyof typeof ago;

/**
 * The way to a date in a conversation: so long ago, the first message, or a date of one's own.
 *
 * @customElement chat-date-menu
 * @fires {CustomEvent<{ at: number }>} date - The beginning of the day that was chosen; the focus is back.
 */
export class ChatDateMenu extends LitElement {
  static override styles = [
    tokens,
    controls,
    form,
    css`
      :host {
        display: contents;
      }
    `,
  ];

  @state() private span: Span = { first: 0, last: 0, at: 0 };
  @state() private value = '';
  @state() private wrong = false;

  readonly #localize = new Localize(this);

  get open(): boolean {
    return this.#menu.open || this.#dialog.open;
  }

  get #menu(): ChatMenu {
    return this.renderRoot.querySelector('chat-menu')!;
  }
  get #dialog(): ChatDialog {
    return this.renderRoot.querySelector('chat-dialog')!;
  }
  get #field(): HTMLInputElement {
    return this.renderRoot.querySelector('input')!;
  }

  /** Offers what lies within the conversation. */
  async openAt(anchor: Element, span: Span): Promise<void> {
    this.span = span;
    await this.updateComplete;
    await this.#menu.openAt(anchor, 'bottom');
  }

  #items(): MenuItem[] {
    const { first, last } = this.span;
    const localize = this.#localize;
    const words = { week: 'dateWeek', month: 'dateMonth', year: 'dateYear' } as const;
    const within = (Object.keys(ago) as Ago[]).filter((one) => {
      const day = dayOf(daysAgo(ago[one]));
      return day > dayOf(first) && day <= dayOf(last);
    });
    return [
      ...within.map((id) => ({ id, label: localize.term(words[id]) })),
      { id: 'first', label: localize.term('dateFirst') },
      { id: 'choose', label: localize.term('dateChoose') },
    ];
  }

  #onChoose = ({ detail: { id } }: CustomEvent<{ id: string }>) => {
    if (id === 'choose') void this.#ask();
    else this.#go(id === 'first' ? 0 : daysAgo(ago[id as Ago]));
  };

  async #ask(): Promise<void> {
    this.wrong = false;
    this.value = written(this.span.at);
    await this.updateComplete;
    this.#field.value = this.value;
    await this.#dialog.show();
    this.#field.focus();
  }

  #onInput = () => {
    this.value = this.#field.value;
    this.wrong = false;
  };

  #onSubmit = (event: Event) => {
    event.preventDefault();
    // Where the browser has no calendar, anything may be written.
    const { first, last } = this.span;
    const day = dayOf(read(this.value));
    this.wrong = !(day >= dayOf(first) && day <= dayOf(last));
    if (this.wrong) this.#field.focus();
    else this.#dialog.close('go');
  };

  /** Not before: it gives the focus back. */
  #onClose = () => {
    if (this.#dialog.returnValue) this.#go(read(this.value));
  };

  #go(at: number): void {
    this.dispatchEvent(new CustomEvent('date', { detail: { at } }));
  }

  override render() {
    const localize = this.#localize;
    const { first, last } = this.span;
    return html`<chat-menu
        .label=${localize.term('toDate', '')}
        .items=${this.#items()}
        @chat-choose=${this.#onChoose}
      ></chat-menu>
      <chat-dialog .heading=${localize.term('toDate', '')} @close=${this.#onClose}>
        <form id="form" novalidate @submit=${this.#onSubmit}>
          <label>
            ${localize.term('dateDay')}
            <input
              class="field"
              part="field"
              type="date"
              min=${written(first)}
              max=${written(last)}
              aria-invalid=${String(this.wrong)}
              aria-describedby="error"
              @input=${this.#onInput}
            />
          </label>
          <span class="error" id="error" role="alert"
            >${this.wrong ? localize.term('dateOutside', this.#said(first), this.#said(last)) : nothing}</span
          >
        </form>
        <button slot="action" class="button" type="button" @click=${() => this.#dialog.close()}>
          ${localize.term('cancel')}
        </button>
        <button
          slot="action"
          class="button primary"
          type="submit"
          form="form"
          ?disabled=${this.value === ''}
        >
          ${localize.term('dateGo')}
        </button>
      </chat-dialog>`;
  }

  #said(at: number): string {
    const options = { day: 'numeric', month: 'long', year: 'numeric' } as const;
    return format(this.#localize.lang(), 'date', options).format(at);
  }
}

/** The beginning of the day so many days ago. */
function daysAgo(days: number): number {
  const day = new Date(Date.now());
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() - days).getTime();
}

/** As a field of a date has it, which knows no time zones. */
function written(at: number): string {
  const day = new Date(at);
  const two = (number: number) => String(number).padStart(2, '0');
  return `${String(day.getFullYear()).padStart(4, '0')}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}

/** NaN where it is no date. */
function read(value: string): number {
  return new Date(`${value}T00:00`).getTime();
}

define('chat-date-menu', ChatDateMenu);
declare global {
  interface HTMLElementTagNameMap {
    'chat-date-menu': ChatDateMenu;
  }
}
