import { css, html, nothing, type LitElement } from 'lit';
import type { ChatClient } from '../../client/types.js';
import { callIcons } from '../../lit/call-icons.js';
import { iconButton } from '../../lit/icon-button.js';
import { laterIcons } from '../../lit/later-icons.js';
import type { Localize } from '../../lit/localize.js';
import '../../locales/en-later.js';
import { isFreeEscape } from '../escape.js';
import { later } from '../late/later.js';
import { Offers } from '../offers.js';
import { tellFailure } from '../late/tell-failure.js';

const loadCalls = later(() => import('../chat-calls/chat-calls.js'));

export const callsPaneStyles = css`
  .calls {
    position: absolute;
    inset: 0;
    z-index: 3;
    animation: calls-in var(--_chat-motion);
  }
  @keyframes calls-in {
    from {
      opacity: 0;
      translate: 0 8px;
    }
  }
  .calls .aimed:dir(rtl) {
    scale: -1 1;
  }
`;

/** The log of calls, over the list of conversations. */
export class CallsPane {
  readonly #host: LitElement;
  readonly #localize: Localize;
  readonly #offers: Offers;
  #open = false;

  constructor(host: LitElement, localize: Localize, client: () => ChatClient | undefined) {
    this.#host = host;
    this.#localize = localize;
    this.#offers = new Offers(host, client);
  }

  /** Puts the focus on the list, or on the calls over it. */
  focus(): void {
    const list = this.#open ? 'chat-calls' : 'chat-conversations';
    this.#host.renderRoot.querySelector<HTMLElement>(list)?.focus();
  }

  #onOpen = () => {
    const opening = loadCalls().then(() => this.#show(true, '.calls .back'));
    tellFailure(this.#host, 'chat-calls', opening);
  };

  #onClose = () => void this.#show(false, '.call-log');

  async #show(open: boolean, focused: string): Promise<void> {
    this.#open = open;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    this.#host.renderRoot.querySelector<HTMLElement>(focused)?.focus();
  }

  #onKeydown = (event: KeyboardEvent) => {
    if (!isFreeEscape(event)) return;
    event.preventDefault();
    this.#onClose();
  };

  /** The list, with the way to its calls. */
  render() {
    return html`<chat-conversations ?inert=${this.#open}
        ><chat-me slot="start"></chat-me>${this.#renderButton()}</chat-conversations
      >${this.#open ? this.#renderPane() : nothing}`;
  }

  #renderButton() {
    if (!this.#offers.has('call.list', 'calls')) return nothing;
    const label = this.#localize.term('calls');
    return html`<span slot="action"
      >${iconButton(label, callIcons.audio, this.#onOpen, { kind: 'call-log' })}</span
    >`;
  }

  #renderPane() {
    const back = this.#localize.term('back');
    return html`<div class="calls" @keydown=${this.#onKeydown}>
      <chat-calls>
        <span slot="start"
          >${iconButton(back, laterIcons.back, this.#onClose, { kind: 'back' })}</span
        >
      </chat-calls>
    </div>`;
  }
}
