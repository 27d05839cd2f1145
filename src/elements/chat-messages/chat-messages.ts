import { html, nothing, type PropertyValues } from 'lit';
import { property } from 'lit/decorators/property.js';
import { state } from 'lit/decorators/state.js';
import type { Feed, FeedState, MessageItem } from '../../client/types.js';
import { basics } from '../../lit/basics.styles.js';
import { define } from '../../lit/define.js';
import { Skeleton } from '../../lit/skeleton.js';
import { skeleton } from '../../lit/skeleton.styles.js';
import { StoreController } from '../../lit/store-controller.js';
import { keyed } from '../../lit/keyed.js';
import { tokens } from '../../lit/tokens.styles.js';
import type { ChatMessage } from '../chat-message/chat-message.js';
import type { MessageHost } from '../chat-message/message-host.js';
import { extras } from '../chat-message/late-extras.js';
import { isDrawable, loadRich, onCopy, useRichRows } from '../chat-message/rich.js';
import { rowStyles } from '../chat-message/row.styles.js';
import { isStuck } from '../chat-message/status.js';
import { ConversationElement } from '../conversation-element.js';
import { LatePart } from '../late/late-part.js';
import { PeerStores } from '../peer-stores.js';
import { beginningOf, renderComing, renderEdge } from './edges.js';
import { followPress } from './rows/follow-press.js';
import type { HandledList, Handling } from './handling.js';
import { lateHandling } from './late-handling.js';
import type { Verbosity } from './news.js';
import { Reading } from './scrolling/reading.js';
import { createRowHost } from './rows/row-host.js';
import { rowOf } from './rows/row-of.js';
import { renderRow, type RowLook } from './rows/render-row.js';
import { repliesOf, rowsOf, tabStopOf } from './rows/rows.js';
import { SizeWatcher } from './scrolling/size-watcher.js';
import { styles } from './chat-messages.styles.js';
import '../chat-message/chat-message.js';

/**
 * The messages of the conversation on show: opens at the end or at the first unread one, loads more as one reads,
 * and never moves the line under the reader's eye.
 *
 * @customElement chat-messages
 * @fires {ChatEventMap['chat-thread']} chat-thread - A thread was opened: `<chat-thread>` shows it.
 * @fires {ChatEventMap['chat-link']} chat-link - A link was followed.
 * @fires {ChatEventMap['chat-open']} chat-open - A picture was opened.
 * @fires {ChatEventMap['chat-person']} chat-person - A name, a face or a mention was pressed.
 * @fires {ChatEventMap['chat-error']} chat-error - Something failed.
 * @csspart scroller - What scrolls.
 * @csspart message - One message.
 * @csspart parent - In a thread: the message it is about.
 * @csspart replies - The line below it that counts the replies.
 * @csspart day - The day between messages, and the one that shows while scrolling.
 * @csspart unread - The line before the first unread message.
 * @csspart since - Says how much is new above the view: a way there, and a way to be done with it.
 * @csspart latest - The button that leads to the newest message.
 * @csspart back - The button that leads back, after a jump.
 * @csspart typing - Who is typing.
 */
export class ChatMessages extends ConversationElement {
  static override styles = [tokens, basics, skeleton, ...rowStyles, styles];

  /** Shows the thread of this message instead of the conversation. */
  @property({ attribute: 'parent-id' }) parentId: string | undefined;
  /** How much is read out: what arrives (`full`), and that one's own was sent (`all`); only how many came, or nothing. */
  @property() announcements: Verbosity = 'full';
  /** In groups: without the messages of those one has blocked, or is blocked by. */
  @property({ type: Boolean, attribute: 'hide-blocked' }) hideBlocked = false;

  @state() private current: string | undefined;

  readonly #reading = new Reading({
    box: () => this.#box,
    rows: () => this.renderRoot.querySelectorAll<ChatMessage>('.rows > chat-message'),
    changed: () =>
      queueMicrotask(() => {
        this.#handling.now?.pace.hurry();
        this.requestUpdate();
      }),
    looked: (resting) => this.#handling.now?.travel.look(resting),
    isSelecting: (box) => this.#handling.now?.isSelecting(box),
  });
  readonly #feed = new StoreController(this, () => this.#chosen()?.$feed);
  readonly #parent = new StoreController(this, () =>
    this.parentId ? this.client?.messages.$message(this.parentId) : undefined,
  );
  readonly #me = new StoreController(this, () => this.client?.$me);
  readonly #status = new StoreController(this, () => this.client?.$status);
  // The first page brings along whom the conversation is with: asked for sooner, they would come twice.
  readonly #peer = new PeerStores(this, () => {
    const { ready, error } = this.#feed.value ?? {};
    return { client: this.client, target: ready || error ? this.target : undefined };
  });
  readonly #skeleton = new Skeleton(this);
  readonly #handled: HandledList = {
    element: this,
    localize: this.localize,
    client: () => this.client,
    me: () => this.#me.value?.id,
    reading: this.#reading,
  };
  readonly #handling: LatePart<HandledList, Handling> = new LatePart(
    this,
    lateHandling,
    this.#handled,
  );
  readonly #sizes = new SizeWatcher(this, () => this.#reading.resized());
  #host: MessageHost | undefined;
  #shown: Feed | undefined;
  /** What is on show: what cannot be drawn yet waits. */
  #state: FeedState | undefined;
  /** What the thread is about, likewise. */
  #about: MessageItem | undefined;

  constructor() {
    super();
    useRichRows(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#reading.leave(true);
    // Moving in the DOM disconnects and connects at once: only a real removal stops what plays.
    queueMicrotask(() => {
      if (!this.isConnected) this.#silence();
    });
  }

  protected override willUpdate(): void {
    const { client } = this;
    if (!client || this.#host?.client === client) return;
    this.#silence();
    this.#host = createRowHost(client, this.#handled, this.#handling);
  }

  override requestUpdate(...change: Parameters<ConversationElement['requestUpdate']>): void {
    super.requestUpdate(...change);
    if (!this.hasUpdated) return;
    // What comes may wait for its turn; rows of another conversation go at once (B27).
    if (this.#chosen() !== this.#shown) return this.#handling.now?.pace.hurry();
    const last = this.#feed.value?.items.at(-1);
    if (!last?.mine || last.state !== 'pending') return;
    this.#reading.wrote(last.id);
    this.#handling.now?.pace.soon();
  }

  protected override async scheduleUpdate(): Promise<void> {
    await this.#handling.now?.pace.turn;
    await super.scheduleUpdate();
  }

  // Not in willUpdate: the stores are settled only after it.
  protected override update(changed: PropertyValues): void {
    const feed = this.#chosen();
    if (feed !== this.#shown) {
      this.#shown = feed;
      this.#handling.now?.reset();
      this.#state = this.#about = this.current = undefined;
    }
    const items = [this.#parent.value ?? [], this.#feed.value?.items ?? []].flat();
    if (this.#waits(items)) this.#handling.load();
    else if (isDrawable(items)) {
      this.#state = this.#feed.value;
      this.#about = this.#parent.value;
    }
    this.#reading.prepare(feed, this.#state);
    this.#handling.now?.prepare([this.#about ?? [], this.#state?.items ?? []].flat());
    super.update(changed);
  }

  protected override updated(): void {
    this.#handling.now?.pace.drew();
    for (const row of this.#rows) row.flush();
    this.#reading.settle();
    this.#handling.now?.check();
  }

  /**
   * Shows a message, or the first one of a moment or after it, in the middle, with the focus on it; a button then leads
   * back. False when it is not there, or may not be seen.
   */
  async show(place: string | Date): Promise<boolean> {
    await Promise.all([lateHandling.load(), loadRich()]);
    await this.updateComplete;
    return this.#handling.now?.show(place) ?? false;
  }

  /** Puts the focus where it was last: on a message, which moves nothing. */
  override focus(): void {
    const row = this.#rowOf(this.current ?? '') ?? [...this.#rows].at(-1) ?? this.#box;
    row?.focus({ preventScroll: true });
  }

  /** Goes to the newest message. */
  showLatest(): void {
    this.#handling.with(({ travel }) => travel.toEnd());
  }

  #chosen(): Feed | undefined {
    if (!this.client || !this.target) return undefined;
    const filter = this.hideBlocked ? { hideBlocked: true } : undefined;
    return this.client.messages.feed(this.target, { parentId: this.parentId || undefined, filter });
  }

  get #box(): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>('.scroller');
  }

  get #rows(): NodeListOf<ChatMessage> {
    return this.renderRoot.querySelectorAll('chat-message');
  }

  #rowOf(id: string): ChatMessage | undefined {
    return [...this.#rows].find(({ item }) => item?.id === id);
  }

  #silence(): void {
    if (this.#host) extras.get()?.playerOf(this.#host).stop();
  }

  /** What a thread begins with, and why a message is stuck, is drawn by what is loaded later. */
  #waits(items: readonly MessageItem[]): boolean {
    return (
      !this.#handling.now &&
      !this.#handling.failed &&
      (Boolean(this.parentId) || items.some(isStuck))
    );
  }

  #onScroll = () => {
    const byHand = this.#reading.scrolled();
    this.#handling.now?.scrolled(byHand);
  };

  #onFocusin = (event: FocusEvent) => {
    const id = rowOf(event)?.item?.id;
    // Focus may move while the list renders.
    if (id !== undefined) queueMicrotask(() => (this.current = id));
  };

  #onClick = (event: MouseEvent) => followPress(event, this.#host);

  override render() {
    const status = this.#status.value;
    if (this.client && (!this.target || status?.phase === 'signedOut')) {
      return this.#renderInstead();
    }
    return html`<div class="frame">
      <div
        class="scroller"
        part="scroller"
        tabindex="-1"
        @scroll=${this.#onScroll}
        @copy=${onCopy}
        @click=${{ handleEvent: this.#onClick, capture: true }}
        @focusin=${this.#onFocusin}
      >
        <div class="runway"></div>
        ${this.#renderContent()}
      </div>
      ${this.#handling.now?.render(status)}
    </div>`;
  }

  /** Why there are no messages, and what to do. */
  #renderInstead(): unknown {
    const { now, failed } = this.#handling;
    const status = this.#status.value;
    // Most pages sign in at once: to say that nobody is signed in has time until the rest is loaded.
    if (!now && !failed && status?.phase !== 'signedOut') this.#handling.load();
    return now?.renderInstead(status, this.#peer.name) ?? this.#renderComing();
  }

  #renderComing(): unknown {
    return renderComing(this.#skeleton.isDue());
  }

  #renderContent(): unknown {
    const feed = this.#chosen();
    const state = this.#state;
    const { localize } = this;
    const isBare = state?.ready && state.items.length === 0 && !this.parentId;
    if (feed && (isBare || (state?.error && !state.ready))) return this.#renderInstead();
    if (!feed || !state?.ready) return this.#renderComing();
    const { items } = state;
    const { name } = this.#peer;
    const parent = this.#about;
    const { start, end } = this.#reading.rows;
    const rows = repliesOf(rowsOf(state, start, end), parent);
    const status = this.#status.value;
    const look: RowLook = {
      actions: this.#host,
      tabStop: tabStopOf(state, { start, end }, this.current, this.parentId),
      group: this.target?.guid !== undefined,
      offline: status?.phase !== 'signedIn' || status.connection === 'offline',
      localize,
      language: localize.lang(),
    };
    const beginning = this.parentId ? '' : beginningOf(this.target?.guid, name, localize);
    return html`<div class="rows">
      ${start === 0 && parent ? this.#handling.now?.renderParent(parent, look) : nothing}
      ${start === 0 ? this.#renderEdge('older', state, feed, beginning) : nothing}
      ${keyed(
        rows,
        ({ key }) => key,
        (row) => renderRow(row, look),
      )}
      ${end === items.length ? this.#renderEdge('newer', state, feed, '') : nothing}
    </div>`;
  }

  #renderEdge(side: 'older' | 'newer', state: FeedState, feed: Feed, beginning: string): unknown {
    return state[side] === 'failed'
      ? this.#handling.now?.renderFailed(side, feed)
      : renderEdge(side, state[side], feed, this.localize, beginning);
  }
}

define('chat-messages', ChatMessages);
declare global {
  interface HTMLElementTagNameMap {
    'chat-messages': ChatMessages;
  }
}
