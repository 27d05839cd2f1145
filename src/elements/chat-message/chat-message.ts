import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { property } from 'lit/decorators/property.js';
import { state } from 'lit/decorators/state.js';
import type { MessageItem } from '../../client/types.js';
import { define } from '../../lit/define.js';
import { icons } from '../../lit/icons.js';
import { hue, renderFace } from '../chat-avatar/face.js';
import { actionText, isVeiled, previewOf } from '../message-preview.js';
import { messageLabel } from './label.js';
import type { MessageHost } from './message-host.js';
import { messageKind } from './message-kinds.js';
import { extras } from './rich.js';
import { isHeld, renderMeta } from './status.js';
import { emojiOnly } from './text/emoji-only.js';
import { isDeed } from './text/marked.js';
import { blocksOf } from './text/parse.js';
import { renderText } from './text/render.js';

/** A pending message is slow after this. */
const slowAfter = 10_000;
/** Text of more lines than this, at about 40 letters a line, may have to be folded. */
const foldedLines = 20;

/**
 * One message. It lives in `<chat-messages>`, renders into the list's own shadow root (so that selecting text and
 * `::part` reach through all rows alike) and updates only when its own item changed.
 *
 * @customElement chat-message
 * @csspart bubble - What holds the content.
 * @csspart sender - The name above the first message of a group.
 * @csspart avatar - The face beside the last message of a group.
 * @csspart text - The text.
 * @csspart link - A link in the text.
 * @csspart mention - A mention in the text.
 * @csspart link-card - What is behind a link in the text.
 * @csspart quote - The message this one answers to.
 * @csspart time - When it was sent.
 * @csspart state - The mark that tells whether it was sent, delivered, read.
 * @csspart reactions - The chips below.
 * @csspart reaction - One chip.
 * @csspart thread - Opens the thread.
 * @csspart trouble - Why it was not sent, and the ways out; or that it waits for review.
 * @csspart toolbar - What can be done with it.
 * @cssstate mine - Sent by the reader.
 * @cssstate held - Waits for review, and nobody else has it yet.
 * @cssstate first - Begins a group of one sender.
 * @cssstate last - Ends a group.
 * @cssstate active - The toolbar shows.
 * @cssstate note - What happened in the group, not said by anyone.
 */
export class ChatMessage extends LitElement {
  @property({ attribute: false }) item: MessageItem | undefined;
  /** Notices that this row stands for: `item` is the last of them. */
  @property({ attribute: false }) run: readonly MessageItem[] | undefined;
  @property({ attribute: false }) host: MessageHost | undefined;
  /** Begins a group of messages of one sender. */
  @property({ type: Boolean }) first = false;
  /** Ends it. */
  @property({ type: Boolean }) last = false;
  /** Several people write here: names and faces are shown. */
  @property({ type: Boolean }) group = false;
  /** Nothing can be sent at the moment. */
  @property({ type: Boolean }) offline = false;
  /** Shows what can be done with it. */
  @property({ type: Boolean }) active = false;
  /** Changes with the language, which the texts depend on. */
  @property() language = '';

  @state() private unfolded = false;
  @state() private overflowing = false;

  readonly #internals = this.attachInternals();
  #waitTimer: ReturnType<typeof setTimeout> | undefined;
  #listening: EventTarget | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#waitTimer);
    this.#listen(undefined);
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('item');
    if (before && before.id !== this.item?.id && !this.run)
      this.unfolded = this.overflowing = false;
  }

  protected override updated(changed: PropertyValues<this>): void {
    const { item, host } = this;
    if (!item || !host) return;
    const { states } = this.#internals;
    const set = (name: string, on: boolean) => (on ? states.add(name) : states.delete(name));
    set('mine', item.mine);
    set('note', this.#isNote);
    set('held', isHeld(item));
    set('first', this.first);
    set('last', this.last);
    set('group', this.group);
    set('active', this.active);
    const said = ['item', 'run', 'language', 'unfolded'] as const;
    if (said.some((name) => changed.has(name as keyof ChatMessage))) {
      this.setAttribute('aria-label', messageLabel(item, host, this.run, this.veiled));
      this.#listen(item.message.type === 'audio' ? extras.get()?.playerOf(host) : undefined);
    }
    this.#watchWaiting(item);
  }

  /** Renders now rather than in a microtask, so that the list can measure what it has. */
  flush(): void {
    if (!this.isUpdatePending) return;
    this.performUpdate();
    this.#measureFold();
    if (this.isUpdatePending) this.performUpdate();
  }

  /** Somebody's whom the reader has blocked, who has not asked for it yet (B97). */
  get veiled(): boolean {
    return !this.unfolded && this.item !== undefined && isVeiled(this.item);
  }

  get #isNote(): boolean {
    const category = this.item?.message.category;
    return category === 'action' || category === 'call';
  }

  #measureFold(): void {
    const text = this.querySelector<HTMLElement>('.foldable');
    if (text) this.overflowing = text.scrollHeight > text.clientHeight + 4;
  }

  #watchWaiting({ state, queuedAt = 0, resumesAt = 0 }: MessageItem): void {
    clearTimeout(this.#waitTimer);
    const now = Date.now();
    // A second less, or slow.
    const left = resumesAt > now ? (resumesAt - now) % 1000 || 1000 : queuedAt + slowAfter - now;
    if (state !== 'pending' || left <= 0) return;
    this.#waitTimer = setTimeout(() => this.requestUpdate(), left);
  }

  #listen(player: EventTarget | undefined): void {
    if (player === this.#listening) return;
    this.#listening?.removeEventListener('change', this.#onPlayer);
    this.#listening = player;
    player?.addEventListener('change', this.#onPlayer);
  }

  #onPlayer = () => this.requestUpdate();

  #onFold = () => {
    this.unfolded = !this.unfolded;
  };

  override render() {
    const { item, host } = this;
    if (!item || !host) return nothing;
    if (this.#isNote) return this.#renderNote(item, host);
    const { mine, sender, message } = item;
    const name = sender?.name ?? message.sender;
    const incoming = this.group && !mine;
    return html`${
      mine
        ? nothing
        : html`<span
            class=${incoming && this.first ? 'by' : 'by visually-hidden'}
            part="sender"
            data-uid=${message.sender}
            ${hue(name)}
            ><bdi>${name}</bdi></span
          >`
    }${
      incoming && this.last
        ? html`<span class="face" data-uid=${message.sender}
            >${renderFace({ name, src: sender?.avatar })}</span
          >`
        : nothing
    }${this.#renderBubble(item, host)}${extras.get()?.renderBelow(item, host)}${host.trouble(item, this.offline, this.#slow)}`;
  }

  get #slow(): boolean {
    return Date.now() - (this.item?.queuedAt ?? Infinity) >= slowAfter;
  }

  #renderNote(item: MessageItem, host: MessageHost) {
    const { message, people, mine } = item;
    const isCall = message.category === 'call';
    if (this.run) {
      return extras.get()?.renderNoteRun(this.run, host, this.unfolded, this.#onFold);
    }
    if (isCall && extras.get()) return extras.get()?.renderCallNote(item, host);
    return html`<span class="note" part="note"
      >${
        isCall
          ? previewOf(message, people, host.localize, mine)
          : actionText(message, people, host.localize)
      }</span
    >`;
  }

  #renderBubble(item: MessageItem, host: MessageHost) {
    const { message } = item;
    const meta = renderMeta(item, host, this.active);
    if (message.deletedAt !== undefined) {
      return html`<div class="bubble deleted" part="bubble">
        <p>${icons.ban} ${host.localize.term('messageDeleted')}${meta}</p>
      </div>`;
    }
    if (this.veiled) {
      return html`<div class="bubble deleted" part="bubble">
        <p>
          ${icons.ban} ${host.localize.term('messageVeiled')}
          <button class="link" type="button" tabindex="-1" @click=${this.#onFold}>
            ${host.localize.term('messageUnveil')}</button
          >${meta}
        </p>
      </div>`;
    }
    const toolbar = this.active ? host.toolbar(item) : nothing;
    const large = message.attachments || message.quotedId ? 0 : emojiOnly(message.text ?? '');
    const media = message.type === 'image' || message.type === 'video' ? 'media-bubble' : '';
    return html`<div class=${large ? `bubble large of-${large}` : `bubble ${media}`} part="bubble">
      ${extras.get()?.renderQuote(item, host)}${this.#renderContent(item, host, meta)}${extras.get()?.renderLinks(item, host)}${toolbar}
    </div>`;
  }

  #renderContent(item: MessageItem, host: MessageHost, meta: unknown): unknown {
    const { message } = item;
    const kind = messageKind(message);
    if (kind) return [kind.render(item, host.localize), meta];
    const attachments =
      message.category === 'message' ? extras.get()?.renderAttachments(item, host) : undefined;
    if (message.text?.trim()) {
      const text = this.#renderTextOf(item, host, meta);
      return attachments ? [attachments, text] : text;
    }
    if (attachments) return [attachments, meta];
    const term = message.type === 'text' ? 'messageEmpty' : 'messageUnsupported';
    return html`<p class="unsupported">
      ${
        message.attachments && !extras.get()
          ? previewOf(message, item.people, host.localize)
          : (message.conversationText ?? host.localize.term(term))
      }${meta}
    </p>`;
  }

  #renderTextOf(item: MessageItem, host: MessageHost, meta: unknown) {
    const { text = '' } = item.message;
    const { localize, me } = host;
    const context = { people: item.people, me, localize, copy: (code: string) => host.copy(code) };
    const long = text.split('\n').reduce((n, line) => n + 1 + line.length / 40, 0) > foldedLines;
    const folded = long && this.overflowing && !this.unfolded;
    const content = renderText(blocksOf(item.message), context, folded ? nothing : meta);
    if (isDeed(text)) {
      const name = item.sender?.name ?? item.message.sender;
      return html`<div class="text deed" part="text" dir="auto">
        <bdi>${name}</bdi> ${content}
      </div>`;
    }
    if (!long) return html`<div class="text" part="text" dir="auto">${content}</div>`;
    return html`<div
        class="text ${this.unfolded ? '' : 'foldable'} ${this.overflowing ? 'overflowing' : ''}"
        part="text"
        dir="auto"
      >
        ${content}
      </div>
      ${
        this.overflowing || this.unfolded
          ? html`<button class="link" type="button" tabindex="-1" @click=${this.#onFold}>
                ${localize.term(this.unfolded ? 'showLess' : 'showMore')}
              </button>
              ${folded ? meta : nothing}`
          : nothing
      }`;
  }
}

define('chat-message', ChatMessage);
declare global {
  interface HTMLElementTagNameMap {
    'chat-message': ChatMessage;
  }
}
