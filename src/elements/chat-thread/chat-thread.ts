import { html, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Feed, MessageItem } from '../../client/types.js';
import { controls } from '../../lit/controls.styles.js';
import { define } from '../../lit/define.js';
import { emit, type ChatEventMap } from '../../lit/events.js';
import { iconButton } from '../../lit/icon-button.js';
import { laterIcons } from '../../lit/later-icons.js';
import { rowIcons } from '../../lit/row-icons.js';
import { StoreController } from '../../lit/store-controller.js';
import { tokens } from '../../lit/tokens.styles.js';
import '../../locales/en-later.js';
import { attemptStyles, Attempts } from '../attempts.js';
import '../chat-composer/chat-composer.js';
import '../chat-messages/chat-messages.js';
import { ConversationElement } from '../conversation-element.js';
import { isFreeEscape } from '../escape.js';
import { Offers } from '../offers.js';
import { tellFailure } from '../late/tell-failure.js';
import { isSameTarget } from '../same-target.js';
import { SubjectStores } from '../subject-stores.js';
import { styles } from './chat-thread.styles.js';
import { around, originIn } from '../scopes.js';

/**
 * A thread: the message it is about, its replies, and a composer for one more. It shows the thread it is given, or the
 * one that was opened in the messages of its conversation; until then it takes no room.
 *
 * @customElement chat-thread
 * @slot action - More buttons, before Close.
 * @fires {ChatEventMap['chat-back']} chat-back - The thread is closed; prevent it to keep it.
 * @fires {ChatEventMap['chat-error']} chat-error - Something could not be done.
 * @csspart bar - The title, the conversation's name, the way out.
 * @csspart title - The title.
 * @csspart subtitle - The conversation's name.
 * @csspart back - The Back button.
 * @csspart close - The Close button.
 * @csspart bell - Whether one is told of replies; `aria-pressed` says it.
 * @csspart gone - What it says when there is no such thread.
 * @cssstate open - A thread is on show.
 */
export class ChatThread extends ConversationElement {
  static override styles = [tokens, controls, attemptStyles, styles];

  /** The message whose thread is shown. */
  @property({ attribute: 'parent-id' }) parentId: string | undefined;
  /** A page of its own: shows the way back in the place of Close. */
  @property({ type: Boolean, reflect: true }) narrow = false;

  /** The thread that was opened elsewhere on the page. */
  @state() private followed: ChatEventMap['chat-thread'] | undefined;

  readonly #internals = this.attachInternals();
  readonly #stores = new SubjectStores(this, () => this.place());
  readonly #feed = new StoreController(this, () => this.#chosen()?.$feed);
  readonly #parent = new StoreController(this, () => {
    const id = this.#shown;
    return id && this.target ? this.client?.messages.$message(id) : undefined;
  });
  readonly #attempts = new Attempts(this, () => this.#shown);
  readonly #offers = new Offers(this, () => this.client);
  #opener: HTMLElement | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('chat-thread', this.#onThread);
    document.addEventListener('chat-show', this.#onShow);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('chat-thread', this.#onThread);
    document.removeEventListener('chat-show', this.#onShow);
  }

  protected override willUpdate(): void {
    if (this.followed && !isSameTarget(this.followed.target, this.target)) {
      this.followed = undefined;
    }
  }

  protected override updated(changed: PropertyValues): void {
    if (!changed.has('parentId') && !changed.has('followed')) return;
    if (this.#shown === undefined) this.#internals.states.delete('open');
    else this.#internals.states.add('open');
  }

  /** A finger begins to read, a mouse goes on to write. */
  override focus(): void {
    const composer = this.renderRoot.querySelector('chat-composer');
    if (composer && !matchMedia('(pointer: coarse)').matches) {
      void composer.updateComplete.then(() => composer.focus());
    } else this.renderRoot.querySelector<HTMLElement>('h2')?.focus();
  }

  /** Closes the thread, and gives the focus back to the messages it was opened in. */
  close(): void {
    if (!emit(this, 'chat-back', {})) return;
    this.parentId = this.followed = undefined;
    const opener = this.#opener;
    this.#opener = undefined;
    if (opener?.isConnected) void this.updateComplete.then(() => opener.focus());
  }

  /** Shows a message of the thread in the middle, with the focus on it. False when it is not there. */
  async show(id: string): Promise<boolean> {
    await this.updateComplete;
    return (await this.renderRoot.querySelector('chat-messages')?.show(id)) ?? false;
  }

  get #shown(): string | undefined {
    return this.parentId || this.followed?.parentId;
  }

  protected override place() {
    return { client: this.client, target: this.#shown ? this.target : undefined };
  }

  #chosen(): Feed | undefined {
    const parentId = this.#shown;
    if (!parentId || !this.target) return undefined;
    return this.client?.messages.feed(this.target, { parentId });
  }

  #onThread = (event: HTMLElementEventMap['chat-thread']) => {
    const opener = originIn(event, this);
    if (!opener || this.parentId || !isSameTarget(event.detail.target, this.target)) return;
    // A messenger has a place of its own for it.
    if (around(opener, 'chat-messenger')) return;
    // The dispatch has to end first: a listener further out may still prevent it.
    queueMicrotask(() => {
      if (event.defaultPrevented) return;
      this.#follow(event.detail, opener);
      // A script that opens is not a person who does.
      if (navigator.userActivation.isActive) void this.updateComplete.then(() => this.focus());
    });
  };

  /** A reply that was found, pinned or saved is shown in its thread. */
  #onShow = (event: HTMLElementEventMap['chat-show']) => {
    const opener = originIn(event, this);
    const { target, id, parentId } = event.detail;
    if (!opener || parentId === undefined || around(this, 'chat-messenger')) return;
    if ((this.uid || this.guid) && !isSameTarget(target, this.target)) return;
    // A thread of a page's own shows but itself.
    if (event.defaultPrevented || (this.parentId && this.parentId !== parentId)) return;
    event.preventDefault();
    // The scope follows after the dispatch, and what it was chosen in closes then.
    const show = async () => {
      await this.updateComplete;
      if (!isSameTarget(target, this.target)) return;
      if (!this.parentId) this.#follow({ target, parentId }, opener);
      if (this.#shown === parentId) await this.show(id);
    };
    setTimeout(() => tellFailure(this, 'chat-show', show()));
  };

  #follow(thread: ChatEventMap['chat-thread'], opener: HTMLElement): void {
    this.followed = thread;
    this.#opener = opener;
  }

  /** B74: after everything that Escape ends within. */
  #onKeydown = (event: KeyboardEvent) => {
    if (!isFreeEscape(event)) return;
    event.preventDefault();
    this.close();
  };

  #onClose = () => this.close();

  #onBell({ id, message }: MessageItem): void {
    const work = this.client?.messages.subscribe(id, !message.threadSubscribed);
    if (work) void this.#attempts.run('thread.subscribe', work);
  }

  override render() {
    const { localize, narrow } = this;
    if (!this.#shown) return nothing;
    const name = this.#stores.subject?.name ?? '';
    const way = narrow ? 'back' : 'close';
    const wayOut = iconButton(localize.term(way), laterIcons[way], this.#onClose, { part: way });
    return html`<div class="frame" @keydown=${this.#onKeydown}>
      <div class="top">
        <div class="bar" part="bar">
          ${narrow ? wayOut : nothing}
          <div class="lines">
            <h2 part="title" tabindex="-1">${localize.term('thread')}</h2>
            <span class="sub truncate" part="subtitle"><bdi>${name}</bdi></span>
          </div>
          ${this.#renderBell(this.#parent.value)}
          <slot name="action"></slot>
          ${narrow ? nothing : wayOut}
        </div>
        ${this.#attempts.render(localize)}
      </div>
      ${this.#feed.value?.error?.code === 'not-found' ? this.#renderGone() : this.#renderTalk()}
    </div>`;
  }

  #renderBell(parent: MessageItem | undefined) {
    if (!parent || parent.state === 'pending' || parent.message.deletedAt !== undefined)
      return nothing;
    if (!this.#offers.has('thread.subscribe')) return nothing;
    const told = parent.message.threadSubscribed ?? false;
    const label = this.localize.term('threadFollow');
    return iconButton(
      label,
      told ? laterIcons.bell : rowIcons.bellOff,
      () => this.#onBell(parent),
      {
        part: 'bell',
        title: this.localize.term(told ? 'threadFollowing' : 'threadFollow'),
        pressed: told,
      },
    );
  }

  #renderTalk() {
    const { uid, guid } = this;
    const parentId = this.#shown;
    return html`<chat-messages .uid=${uid} .guid=${guid} .parentId=${parentId}></chat-messages>
      <chat-composer .uid=${uid} .guid=${guid} .parentId=${parentId}></chat-composer>`;
  }

  #renderGone() {
    const { localize } = this;
    return html`<div class="gone" part="gone" role="status">
      <span class="emblem">${rowIcons.thread}</span>
      <p class="title">${localize.term('threadGone')}</p>
      <p>${localize.term('threadGoneText')}</p>
      <button class="button" type="button" @click=${this.#onClose}>
        ${localize.term('close')}
      </button>
    </div>`;
  }
}

define('chat-thread', ChatThread);
declare global {
  interface HTMLElementTagNameMap {
    'chat-thread': ChatThread;
  }
}
