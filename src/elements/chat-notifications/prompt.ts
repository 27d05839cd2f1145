import { html, nothing, type LitElement } from 'lit';
import { adopt } from '../../lit/adopt.js';
import { controls } from '../../lit/controls.styles.js';
import { deepActiveElement } from '../../lit/focus.js';
import { laterIcons } from '../../lit/later-icons.js';
import { rowIcons } from '../../lit/row-icons.js';
import type { Localize } from '../../lit/localize.js';
import '../../locales/en-later.js';
import '../../locales/en-rows.js';
import '../chat-announcer/chat-announcer.js';
import { takeEscape } from '../escape.js';
import { styles } from './prompt.styles.js';
import { answer, type Question } from './reach.js';

const wordsOf = {
  ask: ['notifyAsk', 'notifyAskText'],
  denied: ['notifyBlocked', 'notifyBlockedText'],
  unsupported: ['notifyUnsupported', 'notifyUnsupportedText'],
} as const;

/** Asks for leave with a reason first, or says that it cannot be had. Takes no focus, and gives it back. */
export class Prompt {
  #host: LitElement;
  #localize: Localize;
  #question: Question | undefined;
  /** Where the focus was when it came. */
  #before: HTMLElement | undefined;

  constructor(host: LitElement, localize: Localize) {
    this.#host = host;
    this.#localize = localize;
    adopt(host, ...controls, styles);
  }

  get open(): boolean {
    return this.#question !== undefined;
  }

  async show(question: Question | undefined): Promise<void> {
    if (question === this.#question) return;
    if (!this.open) this.#before = deepActiveElement();
    this.#question = question;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    if (!question || this.#question !== question || !this.#host.isConnected) return;
    this.#host.renderRoot.querySelector<HTMLElement>('.prompt')?.showPopover();
    const [heading, text] = wordsOf[question];
    const localize = this.#localize;
    this.#say(localize.term('comma', localize.term(heading), localize.term(text)));
  }

  #say(text: string): void {
    this.#host.renderRoot.querySelector('chat-announcer')?.say(text);
  }

  #close(): void {
    const held = (this.#host.renderRoot as ShadowRoot).activeElement !== null;
    void this.show(undefined);
    if (held) this.#before?.focus();
  }

  #onKeydown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    takeEscape(event);
    this.#onAnswer();
  };

  #onAnswer = () => {
    if (this.#question) answer(this.#question);
    this.#close();
  };

  #onTurnOn = async () => {
    const permission = await Notification.requestPermission();
    answer('ask');
    if (permission === 'denied') return this.show('denied');
    if (permission === 'granted') this.#say(this.#localize.term('notifyDone'));
    this.#close();
  };

  render() {
    const question = this.#question;
    return html`${question ? this.#renderBox(question) : nothing}<chat-announcer></chat-announcer>`;
  }

  #renderBox(question: Question) {
    const localize = this.#localize;
    const [heading, text] = wordsOf[question];
    const asks = question === 'ask';
    return html`<section
      class="prompt ${asks ? 'asks' : ''}"
      part="prompt"
      popover="manual"
      aria-labelledby="heading"
      @keydown=${this.#onKeydown}
    >
      <div class="reason">
        <span class="emblem">${asks ? laterIcons.bell : rowIcons.bellOff}</span>
        <h2 id="heading">${localize.term(heading)}</h2>
        <p>${localize.term(text)}</p>
      </div>
      <div class="answers">
        <button class="button" type="button" @click=${this.#onAnswer}>
          ${localize.term(asks ? 'notifyLater' : 'notifyClose')}
        </button>
        ${
          asks
            ? html`<button class="button primary" type="button" @click=${this.#onTurnOn}>
                ${localize.term('notifyOn')}
              </button>`
            : nothing
        }
      </div>
    </section>`;
  }
}
