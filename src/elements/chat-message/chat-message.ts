import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { property } from 'lit/decorators/property.js';
import { state } from 'lit/decorators/state.js';
import type { MessageItem } from '../../client/types.js';
import { define } from '../../lit/define.js';
import { hue, renderFace } from '../chat-avatar/face.js';
import { timeText } from './time/dates.js';
import { glimpse } from './glimpse.js';
import { isBrief, isVeiled } from './is-plain.js';
import { extras } from './late-extras.js';
import type { MessageHost } from './message-host.js';
import type { MessageRow } from './message-row.js';
import { renderMeta } from './time/meta.js';
import { isHeld, stateText } from './status.js';
import { plainWords, renderWords } from './text/words.js';

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
export class ChatMessage extends LitElement implements MessageRow {
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

  /** Shows what is folded: a long text, notices, what somebody blocked has written. */
  @state() unfolded = false;
  /** Its text is too long to be shown whole. */
  @state() overflowing = false;

  readonly #internals = this.attachInternals();

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.requestUpdate();
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
    const { item, host, first, last, group, active } = this;
    if (!item || !host) return;
    const { mine } = item;
    const states = { mine, note: this.#isNote, held: isHeld(item), first, last, group, active };
    for (const [name, is] of Object.entries(states))
      this.#internals.states[is ? 'add' : 'delete'](name);
    const said = ['item', 'run', 'language', 'unfolded'] as const;
    if (said.some((name) => changed.has(name)))
      this.setAttribute('aria-label', this.#label(item, host));
  }

  /** Renders now rather than in a microtask, so that the list can measure what it has. */
  flush(): void {
    if (!this.isUpdatePending) return;
    this.performUpdate();
    extras.get()?.measureFold(this);
    if (this.isUpdatePending) this.performUpdate();
  }

  /** Somebody's whom the reader has blocked, who has not asked for it yet (B97). */
  get veiled(): boolean {
    return !this.unfolded && this.item !== undefined && isVeiled(this.item);
  }

  fold(): void {
    this.unfolded = !this.unfolded;
  }

  get #isNote(): boolean {
    const category = this.item?.message.category;
    return category === 'action' || category === 'call';
  }

  get #name(): string {
    return this.item?.sender?.name ?? this.item?.message.sender ?? '';
  }

  /** What it says to those who hear it. */
  #label(item: MessageItem, host: MessageHost): string {
    const rare = extras.get();
    if (rare) return rare.messageLabel(item, host, this.run, this.veiled);
    const { localize } = host;
    const { message, people, mine } = item;
    const who = mine ? localize.term('you') : this.#name;
    const text = isBrief(item) ? plainWords(message, people) : glimpse(item, localize);
    const time = timeText(message.sentAt, localize.lang());
    return [who, text, time, stateText(item, localize)].filter(Boolean).join(', ');
  }

  override render() {
    const { item, host } = this;
    if (!item || !host) return nothing;
    if (this.#isNote) return this.#renderNote(item, host);
    const { mine, sender, message } = item;
    const name = this.#name;
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
    }${this.#renderBubble(item, host)}${extras.get()?.renderBelow(item, host)}${host.trouble(this)}`;
  }

  #renderNote(item: MessageItem, host: MessageHost) {
    return (
      extras.get()?.renderNote(this, item, host) ??
      html`<span class="note" part="note">${glimpse(item, host.localize)}</span>`
    );
  }

  #renderBubble(item: MessageItem, host: MessageHost) {
    const rare = extras.get();
    const toolbar = this.active ? host.toolbar(item) : nothing;
    const brief = isBrief(item);
    const meta = renderMeta(item, host, this.active);
    if (rare && !brief) return rare.renderRareBubble(this, item, host, meta, toolbar);
    return html`<div class="bubble" part="bubble">
      ${rare?.renderQuote(item, host)}${
        brief
          ? html`<div class="text" part="text" dir="auto">${this.renderText(meta)}</div>`
          : html`<p>${glimpse(item, host.localize)}${meta}</p>`
      }${rare?.renderLinks(item, host)}${toolbar}
    </div>`;
  }

  renderText(tail: unknown): unknown {
    const { item, host } = this;
    if (!item || !host) return nothing;
    const { localize, me } = host;
    const copy = (code: string) => host.act((acts) => acts.copy(code));
    const context = { people: item.people, author: this.#name, me, localize, copy };
    return renderWords(item.message, context, tail);
  }
}

define('chat-message', ChatMessage);
declare global {
  interface HTMLElementTagNameMap {
    'chat-message': ChatMessage;
  }
}
