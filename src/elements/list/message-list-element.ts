import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { MessageItem } from '../../client/types.js';
import { emit } from '../../lit/events.js';
import { StoreController } from '../../lit/store-controller.js';
import '../../locales/en-later.js';
import '../../locales/en-rows.js';
import { conversationTarget, type Target } from '../../protocol/ids.js';
import { renderFace } from '../chat-avatar/face.js';
import { markdown } from '../chat-message/late-markdown.js';
import { useGlimpses } from '../chat-message/rich.js';
import { later } from '../late/later.js';
import { ListElement } from './list-element.js';
import { glimpseOf } from '../words/message-preview.js';
import { OwnTarget } from '../own-target.js';
import { PlaceNames } from '../words/place-names.js';
import { rowTime } from '../words/row-time.js';
import { isSameTarget } from '../same-target.js';
import { tellFailure } from '../late/tell-failure.js';

const loadToast = later(() => import('../chat-toast/chat-toast.js'));

/** Messages taken out of their conversations: each leads back to its place. */
export abstract class MessageListElement extends ListElement<MessageItem> {
  static override styles = [
    ListElement.styles,
    css`
      :host {
        --chat-avatar-size: 40px;
        position: relative;
      }
      .main {
        grid-template-columns: auto minmax(0, 1fr);
        align-items: start;
      }
      .face {
        padding-block-start: 2px;
      }
      .title {
        gap: 6px;
      }
      .place {
        flex: 0 1000 auto;
        min-inline-size: 0;
        font-size: var(--_chat-font-size-xs);
        color: var(--_chat-color-muted);
      }
      .text {
        display: -webkit-box;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 3;
        line-clamp: 3;
        overflow: hidden;
        overflow-wrap: anywhere;
        font-size: var(--_chat-font-size-s);
        /*
         * Words of the other direction are cut at their own end, and stand where the row begins. Aligned to that side,
         * Chromium would leave out the dots.
         */
        inline-size: fit-content;
        max-inline-size: 100%;
        text-align: start;
      }
      /* Over the time, beside the words. */
      .row .more {
        inset-block-start: 6px;
        inline-size: 28px;
        block-size: 28px;
      }
      .note {
        display: block;
        margin-block-start: 2px;
        font-size: var(--_chat-font-size-xs);
        color: var(--_chat-color-muted);
      }
      time {
        flex: none;
        margin-inline-start: auto;
        font-size: var(--_chat-font-size-2xs);
        color: var(--_chat-color-muted);
      }
      mark {
        border-radius: 3px;
        background: var(--_chat-color-accent-soft);
        color: var(--_chat-color-accent-text);
        font-weight: 600;
      }
    `,
  ];

  /** Pins the element to the conversation with this user. */
  @property() uid: string | undefined;
  /** Pins the element to this group. */
  @property() guid: string | undefined;

  readonly #me = new StoreController(this, () => this.client?.$me);
  readonly #own = new OwnTarget();
  readonly #names = new PlaceNames(this);

  constructor() {
    super();
    useGlimpses(this);
    void markdown.load();
  }

  /** The conversation on show: an own attribute wins over the scope. */
  get target(): Target | undefined {
    const { uid, guid } = this;
    return uid || guid ? this.#own.of(this.localName, uid, guid) : this.shown;
  }

  /** Whether rows of several conversations are mixed, and each says where it is from. */
  protected get mixed(): boolean {
    return false;
  }

  protected override nameOf(item: MessageItem) {
    return glimpseOf(item, this.localize);
  }

  protected override choose(item: MessageItem) {
    const target = this.placeOf(item);
    const { id, message } = item;
    if (!isSameTarget(target, this.target) && !emit(this, 'chat-select', { target })) return;
    emit(this, 'chat-show', {
      target,
      id,
      ...(message.parentId !== undefined && { parentId: message.parentId }),
    });
  }

  /** Once it is done, says so and offers the way back. */
  protected async undoable(
    done: Promise<boolean>,
    text: string,
    undo: () => unknown,
  ): Promise<void> {
    if (!(await done)) return;
    const action = { label: this.localize.term('undo'), run: undo };
    const said = loadToast().then(() =>
      // A list that has left the page meanwhile has nobody to tell, and its toast was never upgraded.
      this.isConnected ? this.renderRoot.querySelector('chat-toast')?.say(text, action) : undefined,
    );
    tellFailure(this, 'chat-toast', said);
  }

  protected override renderAfter(): unknown {
    return html`<chat-toast></chat-toast>`;
  }

  protected placeOf({ message }: MessageItem): Target {
    return conversationTarget(this.#me.value?.id ?? '', message.conversationId);
  }

  protected override renderItem(item: MessageItem): TemplateResult {
    const { message, sender, mine } = item;
    const { localize } = this;
    const name = mine ? localize.term('you') : (sender?.name ?? message.sender);
    const { sentAt } = message;
    return html`<span class="face"
        >${renderFace({ name: sender?.name ?? message.sender, src: sender?.avatar })}</span
      >
      <span class="lines">
        <span class="title"
          ><bdi class="name truncate" part="name">${name}</bdi> ${this.#renderPlace(item)}
          <time class="yields" part="time" datetime=${new Date(sentAt).toISOString()}
            >${rowTime(sentAt, Date.now(), localize)}</time
          ></span
        >
        <span class="text" part="text" dir="auto">${this.renderText(item)}</span>
        ${this.renderNote(item)}
      </span>`;
  }

  protected renderText(item: MessageItem): unknown {
    return glimpseOf(item, this.localize);
  }

  protected renderNote(item: MessageItem): unknown {
    return item.message.parentId === undefined
      ? nothing
      : html`<span class="note">${this.localize.term('replyInThreadNote')}</span>`;
  }

  #renderPlace(item: MessageItem) {
    if (!this.mixed || !this.client) return nothing;
    const place = this.placeOf(item);
    // The conversation with somebody bears their name.
    if (place.uid === item.message.sender) return nothing;
    const name = this.#names.of(place, this.client);
    return html`<span class="place truncate" part="place"
      ><span aria-hidden="true">· </span><bdi>${name}</bdi></span
    >`;
  }
}
