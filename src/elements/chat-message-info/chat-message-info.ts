import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { ChatClient, MessageItem } from '../../client/types.js';
import { controls } from '../../lit/controls.styles.js';
import { define } from '../../lit/define.js';
import { icons } from '../../lit/icons.js';
import { Localize } from '../../lit/localize.js';
import { Skeleton } from '../../lit/skeleton.js';
import { skeleton } from '../../lit/skeleton.styles.js';
import { tokens } from '../../lit/tokens.styles.js';
import '../../locales/en-later.js';
import { ChatError } from '../../protocol/errors.js';
import type { ChatDialog } from '../chat-dialog/chat-dialog.js';
import { fullText, timeText } from '../chat-message/time/dates.js';
import { faces } from '../styles/faces.styles.js';
import { errorText } from '../words/error-text.js';
import { previewOf } from '../words/message-preview.js';
import '../chat-avatar/chat-avatar.js';
import '../chat-dialog/chat-dialog.js';

type Receipts = Awaited<ReturnType<ChatClient['messages']['receipts']>>;

/**
 * Who has got a message, and who has read it.
 *
 * @customElement chat-message-info
 */
export class ChatMessageInfo extends LitElement {
  static override styles = [
    tokens,
    controls,
    skeleton,
    faces,
    css`
      :host {
        display: contents;
      }
      .preview {
        margin: 0 0 var(--_chat-space-4);
        padding: var(--_chat-space-2) var(--_chat-space-3);
        border-radius: var(--_chat-radius-m);
        background: var(--_chat-color-bubble);
        font-size: var(--_chat-font-size-s);
      }
      .preview small {
        display: block;
        margin-block-start: 2px;
        font-size: var(--_chat-font-size-2xs);
        color: var(--_chat-color-muted);
      }
      h3 {
        display: flex;
        align-items: center;
        gap: 6px;
        margin: var(--_chat-space-3) 0 var(--_chat-space-1);
        font-size: var(--_chat-font-size-xs);
        font-weight: 600;
        color: var(--_chat-color-muted);
        --_chat-icon-size: 16px;
      }
      time {
        margin-inline-start: auto;
        font-size: var(--_chat-font-size-2xs);
        color: var(--_chat-color-muted);
        font-variant-numeric: tabular-nums;
      }
      .skeleton {
        block-size: 40px;
        margin-block: 6px;
      }
      .muted {
        color: var(--_chat-color-muted);
        font-size: var(--_chat-font-size-s);
      }
    `,
  ];

  @property({ attribute: false }) item: MessageItem | undefined;
  @property({ attribute: false }) client: ChatClient | undefined;

  @state() private receipts: Receipts | undefined;
  @state() private error: ChatError | undefined;

  readonly #localize = new Localize(this);
  readonly #skeleton = new Skeleton(this);

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('item');
    // It was received or read while one looks.
    if (before && before.id === this.item?.id && before.state !== this.item.state) this.#load();
  }

  /** Asks for the receipts and opens. */
  async show(): Promise<void> {
    this.receipts = undefined;
    this.#load();
    await this.updateComplete;
    await this.#dialog?.show();
  }

  get #dialog(): ChatDialog | null {
    return this.renderRoot.querySelector('chat-dialog');
  }

  #load = () => {
    const { client, item } = this;
    this.error = undefined;
    if (!client || !item) return;
    const isShown = () => this.item?.id === item.id;
    client.messages.receipts(item.id).then(
      (receipts) => {
        if (isShown()) this.receipts = receipts;
      },
      (error: unknown) => {
        if (isShown()) this.error = ChatError.from(error);
      },
    );
  };

  override render() {
    const { item } = this;
    const localize = this.#localize;
    return html`<chat-dialog .heading=${localize.term('messageInfo')}>
      ${
        item
          ? html`<p class="preview">
              <bdi>${previewOf(item.message, item.people, localize)}</bdi>
              <small
                >${localize.term('infoSentAt', fullText(item.message.sentAt, localize.lang()))}</small
              >
            </p>`
          : nothing
      }
      ${this.#renderReceipts()}
    </chat-dialog>`;
  }

  #renderReceipts() {
    const { receipts, error } = this;
    const localize = this.#localize;
    if (error) {
      return html`<p role="alert">${errorText(error, localize)}</p>
        <button class="button" type="button" @click=${this.#load}>
          ${localize.term('retry')}
        </button>`;
    }
    if (!receipts) {
      if (!this.#skeleton.isDue()) return nothing;
      return html`<div class="skeleton"></div>
        <div class="skeleton"></div>`;
    }
    const read = receipts.filter(({ readAt }) => readAt !== undefined);
    const delivered = receipts.filter(
      ({ readAt, deliveredAt }) => readAt === undefined && deliveredAt !== undefined,
    );
    if (read.length + delivered.length === 0) {
      return html`<p class="muted">${localize.term('infoWaiting')}</p>`;
    }
    return [
      this.#renderList(localize.term('infoRead'), icons.read, read, 'readAt'),
      this.#renderList(localize.term('infoDelivered'), icons.delivered, delivered, 'deliveredAt'),
    ];
  }

  #renderList(heading: string, icon: unknown, people: Receipts, at: 'readAt' | 'deliveredAt') {
    if (people.length === 0) return nothing;
    const lang = this.#localize.lang();
    return html`<h3>${icon} ${heading}</h3>
      <ul>
        ${people.map(({ uid, user, [at]: when = 0 }) => {
          const name = user?.name ?? uid;
          return html`<li part="row">
            <chat-avatar .name=${name} .src=${user?.avatar}></chat-avatar>
            <bdi class="truncate">${name}</bdi>
            <time datetime=${new Date(when).toISOString()} title=${fullText(when, lang)}
              >${timeText(when, lang)}</time
            >
          </li>`;
        })}
      </ul>`;
  }
}

define('chat-message-info', ChatMessageInfo);
declare global {
  interface HTMLElementTagNameMap {
    'chat-message-info': ChatMessageInfo;
  }
}
