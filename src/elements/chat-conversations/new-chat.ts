import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { adopt } from '../../lit/adopt.js';
import { iconButton } from '../../lit/icon-button.js';
import { laterIcons } from '../../lit/later-icons.js';
import type { Localize } from '../../lit/localize.js';
import '../../locales/en-later.js';
import '../chat-groups/chat-groups.js';
import type { ChatNewGroup } from '../chat-new-group/chat-new-group.js';
import { takeEscape } from '../escape.js';
import { tellFailure } from '../late/tell-failure.js';
import '../chat-users/chat-users.js';
import { later } from '../late/later.js';
import { renderChips } from '../list/chips.js';
import type { Offers } from '../offers.js';
import { newChatStyles } from './new-chat.styles.js';

const loadNewGroup = later(() => import('../chat-new-group/chat-new-group.js'));

export type Picked = 'people' | 'groups';

interface Host {
  readonly element: LitElement;
  readonly localize: Localize;
  readonly offers: Offers;
  /** With whom a chat can be begun. */
  kinds(): readonly Picked[];
}

/** The choice of people and groups to chat with, over the chats there are. */
export class NewChat {
  picking: Picked | undefined;
  #host: Host;

  constructor(host: Host) {
    this.#host = host;
    adopt(host.element, newChatStyles);
  }

  async show(): Promise<void> {
    this.#pick(this.#host.kinds()[0]);
    await this.#focus('.picker .back');
  }

  #pick = (kind?: Picked) => {
    this.picking = kind;
    this.#host.element.requestUpdate();
  };

  /** Its chip comes anew with the other list. */
  async #turnTo(kind: Picked): Promise<void> {
    this.#pick(kind);
    await this.#focus('.picker [aria-pressed="true"]');
  }

  async #focus(selector: string): Promise<void> {
    const { element } = this.#host;
    await element.updateComplete;
    element.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  #onNewGroup = () => {
    const { element } = this.#host;
    const opening = loadNewGroup().then(() =>
      element.renderRoot.querySelector<ChatNewGroup>('chat-new-group')?.show(),
    );
    tellFailure(element, 'chat-new-group', opening);
  };

  #onPicked = () => this.#pick();

  #onKeydown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    takeEscape(event);
    this.#onBack();
  };

  #onBack = () => {
    this.#pick();
    void this.#focus('.compose');
  };

  render(): TemplateResult {
    const { localize, offers, kinds } = this.#host;
    const { picking } = this;
    const creates = offers.has('group.create', 'groups.create');
    const header = html`<div slot="header">
      <div class="bar">
        ${iconButton(localize.term('back'), laterIcons.back, this.#onBack, { kind: 'back' })}
        <h2>${localize.term('chatNew')}</h2>
        ${
          creates
            ? html`<button class="button" type="button" @click=${this.#onNewGroup}>
                ${localize.term('groupNew')}
              </button>`
            : nothing
        }
      </div>
      ${renderChips(
        localize.term('chatsShow'),
        kinds().map((kind) => [
          localize.term(kind),
          picking === kind,
          () => void this.#turnTo(kind),
        ]),
      )}
    </div>`;
    return html`${
        picking === undefined
          ? nothing
          : html`<div
              class="picker"
              role="dialog"
              aria-label=${localize.term('chatNew')}
              @chat-select=${this.#onPicked}
              @keydown=${this.#onKeydown}
            >
              ${
                picking === 'people'
                  ? html`<chat-users class="body">${header}</chat-users>`
                  : html`<chat-groups class="body">${header}</chat-groups>`
              }
            </div>`
      } <chat-new-group @chat-select=${this.#onPicked}></chat-new-group>`;
  }
}
