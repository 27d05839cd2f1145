import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { controls } from '../../lit/controls.styles.js';
import { define } from '../../lit/define.js';
import { emit, type ChatEventMap, type Panel } from '../../lit/events.js';
import { StoreController } from '../../lit/store-controller.js';
import { tokens } from '../../lit/tokens.styles.js';
import '../../locales/en-later.js';
import type { Target } from '../../protocol/ids.js';
import { CallStage } from '../call-stage.js';
import '../chat-composer/chat-composer.js';
import type { ChatComposer } from '../chat-composer/chat-composer.js';
import '../chat-conversations/chat-conversations.js';
import type { ChatConversations } from '../chat-conversations/chat-conversations.js';
import '../chat-details/chat-details.js';
import type { ChatDetails } from '../chat-details/chat-details.js';
import '../chat-header/chat-header.js';
import type { ChatHeader } from '../chat-header/chat-header.js';
import '../chat-messages/chat-messages.js';
import '../chat-me/chat-me.js';
import type { ChatMessages } from '../chat-messages/chat-messages.js';
import type { ChatPanel } from '../chat-panel/chat-panel.js';
import '../chat-status/chat-status.js';
import '../chat-thread/chat-thread.js';
import type { ChatThread } from '../chat-thread/chat-thread.js';
import { ConversationElement } from '../conversation-element.js';
import { isFreeEscape } from '../escape.js';
import { panelName } from '../panels.js';
import { isSameTarget } from '../same-target.js';
import { around, originIn } from '../scopes.js';
import { renderEmpty, renderSignedOut } from './calm.js';
import { CallsPane, callsPaneStyles } from './calls-pane.js';
import { AboveKeyboard } from './above-keyboard.js';
import { styles } from './chat-messenger.styles.js';
import { tellFailure } from '../tell-failure.js';
import { layoutFor, type Layout } from './layout.js';

/**
 * A whole messenger: the list, the conversation and its details or a thread, side by side or one after the other, as its
 * own box has room. It fills that box.
 *
 * @customElement chat-messenger
 * @slot signed-out - Instead of the words for somebody who is signed out: a way to sign in.
 * @slot header-action - More buttons in the header of a conversation, before its menu.
 * @slot call-media - Pictures of those in a call, see `<chat-call>`.
 * @slot call-action - More buttons of a call that runs.
 * @slot empty - Instead of the words shown while no conversation is chosen.
 * @fires {ChatEventMap['chat-select']} chat-select - A conversation was chosen.
 * @fires {ChatEventMap['chat-back']} chat-back - Back to the list.
 * @fires {ChatEventMap['chat-details']} chat-details - The details were asked for.
 * @fires {ChatEventMap['chat-person']} chat-person - A name, a face or a mention was pressed: the person's details open.
 * @fires {ChatEventMap['chat-thread']} chat-thread - A thread was asked for.
 * @fires {ChatEventMap['chat-panel']} chat-panel - Search, pinned or saved messages or threads were asked for.
 * @fires {ChatEventMap['chat-call-joined']} chat-call-joined - This device takes part in a call: sound and picture begin.
 * @fires {ChatEventMap['chat-call-left']} chat-call-left - It does so no more.
 * @fires {ChatEventMap['chat-show']} chat-show - A message was asked for.
 * @csspart list - The pane of conversations.
 * @csspart conversation - The pane of messages.
 * @csspart details - The pane of details.
 * @csspart thread - The pane of a thread.
 * @csspart panel - The pane of search, pinned or saved messages, or threads.
 * @cssstate narrow - There is room for one pane.
 */
export class ChatMessenger extends ConversationElement {
  static override styles = [tokens, controls, styles, callsPaneStyles];

  /** What is typed while nothing on the page takes keys goes to the composer, see `<chat-composer>`. */
  @property({ type: Boolean, attribute: 'catches-keys' }) catchesKeys = false;

  @state() private layout: Layout = 'narrow';
  /** What a narrow box shows. */
  @state() private page: 'list' | 'talk' | 'details' | 'thread' | 'panel' = 'list';
  /** Whether the details stand beside the conversation, once somebody said. */
  @state() private detailed: boolean | undefined;
  /** Whose details they are, if not the conversation's. */
  @state() private person: string | undefined;
  /** The thread that stands in the place of the details. */
  @state() private thread: ChatEventMap['chat-thread'] | undefined;
  /** What stands there instead of both. */
  @state() private panel: Panel | undefined;
  @query('chat-conversations') private list!: ChatConversations;
  @query('chat-header') private header!: ChatHeader | null;
  @query('chat-composer') private composer!: ChatComposer | null;
  @query('chat-messages') private messages!: ChatMessages | null;
  @query('chat-details') private details!: ChatDetails | null;
  @query('chat-thread') private threadPane!: ChatThread | null;
  @query('chat-panel') private panelPane!: ChatPanel | null;

  readonly #status = new StoreController(this, () => this.client?.$status);
  readonly #calls = new CallStage(this, () => this.client);
  readonly #log: CallsPane = new CallsPane(this, this.localize, () => this.client);
  readonly #internals = this.attachInternals();
  readonly #sizes = new ResizeObserver(() => this.#measure());
  #begun: Target | undefined;
  /** Settles when whoever chose a conversation is where they go on. */
  #focusing: Promise<void> | undefined;

  constructor() {
    super();
    new AboveKeyboard(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('chat-select', this.#onSelect);
    document.addEventListener('chat-show', this.#onShow);
    this.#sizes.observe(this);
    this.#measure();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('chat-select', this.#onSelect);
    document.removeEventListener('chat-show', this.#onShow);
    this.#sizes.disconnect();
  }

  protected override willUpdate(): void {
    this.#begin();
    // Another conversation is on show.
    if (this.thread && !isSameTarget(this.thread.target, this.shown)) this.thread = undefined;
    if (this.page === 'thread' && !this.thread) this.page = 'talk';
    if (this.page === 'panel' && !this.panel) this.page = 'talk';
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('layout')) {
      if (this.#narrow) this.#internals.states.add('narrow');
      else this.#internals.states.delete('narrow');
    }
  }

  /** An own `uid` or `guid` is where it begins; from there on one may choose others. */
  #begin(): void {
    const own = this.uid || this.guid ? this.target : undefined;
    if (!this.client || !own || own === this.#begun) return;
    this.#begun = own;
    emit(this, 'chat-select', { target: own });
  }

  #measure(): void {
    this.layout = layoutFor(this.clientWidth);
  }

  // It may be chosen anywhere in the scope.
  #onSelect = (event: Event) => {
    const from = originIn(event, this);
    // The dispatch has to end first: the page may still prevent it.
    queueMicrotask(() => {
      if (!from || event.defaultPrevented) return;
      this.page = 'talk';
      if (this.layout === 'medium' && this.detailed) this.detailed = undefined;
      // What was chosen in a panel says itself what is to be seen.
      if (around(from, 'chat-panel')) return;
      this.panel = this.person = undefined;
      this.#focusing = this.#focusTalk();
    });
  };

  /** A finger begins to read, a mouse goes on to write (B105). */
  async #focusTalk(): Promise<void> {
    // A script that chooses is not a person who does.
    if (!navigator.userActivation.isActive) return;
    // The scope follows after the dispatch, and the pane after the scope.
    await new Promise((resolve) => setTimeout(resolve));
    await this.updateComplete;
    const { header, composer } = this;
    await Promise.all([header?.updateComplete, composer?.updateComplete]);
    if (matchMedia('(pointer: coarse)').matches) header?.focus();
    else composer?.focus();
  }

  #onBegin = () => tellFailure(this.list, 'chat-new', this.list.startChat());

  #onBack = (event: Event) => {
    const from = (event.target as Element).localName;
    if (from === 'chat-details') return this.#closeDetails();
    if (from === 'chat-thread') return this.#closeThread(event);
    if (from === 'chat-panel') return this.#closePanel();
    this.page = 'list';
    void this.updateComplete.then(() => this.list.focus());
  };

  #onThread = (event: HTMLElementEventMap['chat-thread']) => {
    // The dispatch has to end first: the page may still prevent it.
    queueMicrotask(() => {
      if (!event.defaultPrevented) void this.#openThread(event.detail);
    });
  };

  async #openThread(thread: ChatEventMap['chat-thread'], writes = true): Promise<void> {
    this.thread = thread;
    this.panel = undefined;
    if (this.#narrow) this.page = 'thread';
    if (this.layout === 'medium') this.detailed = false;
    await this.updateComplete;
    await this.threadPane?.updateComplete;
    // A script that opens is not a person who does.
    if (writes && navigator.userActivation.isActive) this.threadPane?.focus();
  }

  #closeThread(event: Event): void {
    queueMicrotask(() => {
      if (event.defaultPrevented) return;
      this.thread = undefined;
      void this.updateComplete.then(() => this.messages?.focus());
    });
  }

  #onPanel = (event: HTMLElementEventMap['chat-panel']) => {
    // Somebody shows it in a place of their own.
    if (event.defaultPrevented) return;
    event.preventDefault();
    tellFailure(this, 'chat-panel', this.#openPanel(event.detail.panel));
  };

  async #openPanel(panel: Panel): Promise<void> {
    await import('../chat-panel/chat-panel.js');
    this.thread = undefined;
    this.panel = panel;
    if (this.#narrow) this.page = 'panel';
    if (this.layout === 'medium') this.detailed = false;
    await this.updateComplete;
    this.panelPane?.focus();
  }

  #closePanel(): void {
    this.panel = undefined;
    void this.updateComplete.then(() => this.header?.focus());
  }

  // So may this.
  #onShow = (event: HTMLElementEventMap['chat-show']) => {
    if (!originIn(event, this)) return;
    // The dispatch has to end first, and the scope to follow.
    setTimeout(() => {
      if (!event.defaultPrevented) void this.#show(event.detail);
    });
  };

  async #show({ target, id, parentId }: ChatEventMap['chat-show']): Promise<void> {
    await this.updateComplete;
    if (!isSameTarget(target, this.target)) return;
    // Where there is room, one goes on from hit to hit.
    if (this.layout !== 'wide') this.panel = undefined;
    if (parentId !== undefined) {
      await this.#openThread({ target, parentId }, false);
      await this.threadPane?.show(id);
      return;
    }
    this.page = 'talk';
    // The message has the focus in the end.
    await this.#focusing;
    await this.updateComplete;
    await this.messages?.show(id);
  }

  #onPerson = (event: HTMLElementEventMap['chat-person']) => {
    const { uid } = event.detail;
    // Members have a menu of their own.
    if (event.defaultPrevented || (event.target as Element).localName === 'chat-details') return;
    this.person = uid;
    this.#openDetails();
  };

  #onDetails = () => {
    const other = this.thread ?? this.panel ?? this.person;
    if (!other && !this.#narrow && this.#showsDetails) {
      this.#closeDetails();
      return;
    }
    this.person = undefined;
    if (!this.#narrow) this.detailed = true;
    this.#openDetails();
  };

  #openDetails(): void {
    this.thread = this.panel = undefined;
    if (this.#narrow) this.page = 'details';
    void this.updateComplete
      .then(() => this.details?.updateComplete)
      .then(() => this.details?.focus());
  }

  #closeDetails(): void {
    if (this.person === undefined) this.detailed = false;
    this.person = undefined;
    if (this.page === 'details') this.page = 'talk';
    void this.updateComplete.then(() => this.header?.focus());
  }

  #onDetailsKeydown = (event: KeyboardEvent) => {
    if ((this.layout !== 'wide' || this.person) && isFreeEscape(event)) this.#closeDetails();
  };

  get #narrow(): boolean {
    return this.layout === 'narrow';
  }

  get #showsDetails(): boolean {
    if (!this.target || this.thread || this.panel) return false;
    if (this.#narrow) return this.page === 'details';
    return this.person !== undefined || (this.detailed ?? this.layout === 'wide');
  }

  override render() {
    const status = this.#status.value;
    if (status?.phase === 'signedOut') return renderSignedOut(status, this.localize);
    return html`<div class="frame">
      <chat-status></chat-status>${this.#calls.render()}${this.#renderPanes()}
    </div>`;
  }

  #renderPanes() {
    const { layout, target } = this;
    const page = target ? this.page : 'list';
    const detailed = this.#showsDetails;
    const beside = this.thread ?? this.panel;
    return html`<div
      class="panes ${layout} ${detailed ? 'detailed' : ''} ${beside ? 'threaded' : ''}"
      @chat-back=${this.#onBack}
      @chat-details=${this.#onDetails}
      @chat-thread=${this.#onThread}
      @chat-panel=${this.#onPanel}
      @chat-person=${this.#onPerson}
    >
      <div
        class="pane list ${this.#narrow ? 'alone' : ''}"
        part="list"
        ?inert=${this.#narrow && page !== 'list'}
      >
        ${this.#log.render()}
      </div>
      ${target ? this.#renderTalk() : this.#narrow ? nothing : renderEmpty(this.localize, this.#onBegin)}
      ${detailed ? this.#renderDetails() : nothing}
      ${target && beside ? this.#renderBeside() : nothing}
    </div>`;
  }

  #renderTalk() {
    const narrow = this.#narrow;
    return html`<section
      class="pane talk ${narrow ? 'in' : ''}"
      part="conversation"
      ?inert=${narrow && this.page !== 'talk'}
    >
      <chat-header ?narrow=${narrow}><slot name="header-action" slot="action"></slot></chat-header>
      <chat-messages></chat-messages>
      <chat-composer ?catches-keys=${this.catchesKeys}></chat-composer>
    </section>`;
  }

  #renderDetails() {
    const { layout, person, localize } = this;
    return this.#renderSide(
      'details',
      localize.term('details'),
      html`<chat-details
        .uid=${person}
        ?narrow=${this.#narrow}
        ?closable=${layout === 'medium' || person !== undefined}
        @keydown=${this.#onDetailsKeydown}
      ></chat-details>`,
    );
  }

  /** A thread, or a panel. */
  #renderBeside() {
    const { thread, panel, localize } = this;
    if (thread) {
      return this.#renderSide(
        'thread',
        localize.term('thread'),
        html`<chat-thread .parentId=${thread.parentId} ?narrow=${this.#narrow}></chat-thread>`,
      );
    }
    return this.#renderSide(
      'panel',
      panelName(panel!, localize),
      html`<chat-panel .panel=${panel!} ?narrow=${this.#narrow}></chat-panel>`,
    );
  }

  #renderSide(kind: 'details' | 'thread' | 'panel', label: string, content: TemplateResult) {
    return html`<aside
      class="pane ${kind} ${this.#narrow ? 'in' : ''}"
      part=${kind}
      aria-label=${label}
    >
      ${content}
    </aside>`;
  }
}

define('chat-messenger', ChatMessenger);
declare global {
  interface HTMLElementTagNameMap {
    'chat-messenger': ChatMessenger;
  }
}
