import { html, LitElement, nothing } from 'lit';
import { query, state } from 'lit/decorators.js';
import { controls } from '../../lit/controls.styles.js';
import { define } from '../../lit/define.js';
import { iconButton } from '../../lit/icon-button.js';
import { icons } from '../../lit/icons.js';
import { Localize } from '../../lit/localize.js';
import '../../locales/en-later.js';
import '../../locales/en-rows.js';
import '../chat-announcer/chat-announcer.js';
import type { ChatAnnouncer } from '../chat-announcer/chat-announcer.js';
import { takeEscape } from '../escape.js';
import { styles } from './chat-toast.styles.js';

/** Milliseconds that it stays: as long as it takes to read, or to decide and get there. */
const stays = { read: 6000, act: 10_000 };

/** What can still be done about what it says. */
export interface ToastAction {
  readonly label: string;
  run(): unknown;
}

/**
 * Says for a while what has happened, to those who see it and to those who hear it. With something to do about it, it
 * waits for whoever points at it or has the focus in it, and gives the focus back to the element around it.
 *
 * @customElement chat-toast
 * @csspart toast - The box.
 */
export class ChatToast extends LitElement {
  static override styles = [controls, styles];

  @state() private text = '';
  @state() private action: ToastAction | undefined;
  @query('chat-announcer') private announcer!: ChatAnnouncer;

  readonly #localize = new Localize(this);
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** What keeps it: it goes on waiting where both are gone. */
  #pointed = false;
  #focused = false;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#forget();
  }

  /** Takes the place of what it said before. */
  async say(text: string, action?: ToastAction): Promise<void> {
    if (!action && this.#focused) this.#leave();
    this.text = text;
    this.action = action;
    this.#wait();
    await this.updateComplete;
    this.announcer.say(action ? this.#localize.term('comma', text, action.label) : text);
  }

  #wait(): void {
    clearTimeout(this.#timer);
    if (this.action && (this.#pointed || this.#focused)) return;
    this.#timer = setTimeout(this.#close, this.action ? stays.act : stays.read);
  }

  #close = () => {
    if (this.#focused) this.#leave();
    this.#forget();
  };

  #forget(): void {
    clearTimeout(this.#timer);
    this.text = '';
    this.action = undefined;
    this.#pointed = this.#focused = false;
  }

  #leave(): void {
    const { host } = this.getRootNode() as ShadowRoot;
    (host as HTMLElement).focus();
  }

  #onPointer = (event: PointerEvent) => {
    this.#pointed = event.type === 'pointerenter';
    this.#wait();
  };

  #onFocus = (event: FocusEvent) => {
    this.#focused = event.type === 'focusin';
    this.#wait();
  };

  #onAct = () => {
    const { action } = this;
    this.#close();
    action?.run();
  };

  #onKeydown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    takeEscape(event);
    this.#close();
  };

  override render() {
    return html`${this.text ? this.#renderBox() : nothing}<chat-announcer></chat-announcer>`;
  }

  #renderBox() {
    const { text, action } = this;
    return html`<div
      class="toast ${action ? 'acting' : ''}"
      part="toast"
      @pointerenter=${this.#onPointer}
      @pointerleave=${this.#onPointer}
      @focusin=${this.#onFocus}
      @focusout=${this.#onFocus}
      @keydown=${this.#onKeydown}
    >
      <span class="text" dir="auto">${text}</span>
      ${
        action
          ? html`<button class="act" type="button" @click=${this.#onAct}>${action.label}</button>
              ${iconButton(this.#localize.term('close'), icons.close, this.#close)}`
          : nothing
      }
    </div>`;
  }
}

define('chat-toast', ChatToast);
declare global {
  interface HTMLElementTagNameMap {
    'chat-toast': ChatToast;
  }
}
