import { html, nothing } from 'lit';
import { property, query } from 'lit/decorators.js';
import { controls } from '../../lit/controls.styles.js';
import { define } from '../../lit/define.js';
import { emit } from '../../lit/events.js';
import { StoreController } from '../../lit/store-controller.js';
import { tokens } from '../../lit/tokens.styles.js';
import '../../locales/en-later.js';
import type { Target } from '../../protocol/ids.js';
import { CallStage } from '../chat-call/call-stage.js';
import '../chat-composer/chat-composer.js';
import '../chat-conversations/chat-conversations.js';
import type { ChatConversations } from '../chat-conversations/chat-conversations.js';
import '../chat-details/chat-details.js';
import '../chat-header/chat-header.js';
import '../chat-me/chat-me.js';
import '../chat-messages/chat-messages.js';
import '../chat-status/chat-status.js';
import '../chat-thread/chat-thread.js';
import { ConversationElement } from '../conversation-element.js';
import { tellFailure } from '../late/tell-failure.js';
import { Arrangement } from './arrangement.js';
import { CallsPane, callsPaneStyles } from './calls-pane.js';
import { renderEmpty, renderSignedOut } from './calm.js';
import { styles } from './chat-messenger.styles.js';
import { Choices } from './choices.js';
import type { Messenger } from './messenger.js';
import { SidePanes } from './side-panes.js';

/**
 * A whole messenger: the list, the conversation and its details or a thread, side by side or one after the other, as its
 * own box has room. It fills that box.
 *
 * @customElement chat-messenger
 * @slot sign-in - Below the words for somebody who is signed out: a way to sign in.
 * @slot signed-out - Instead of these words.
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

  @query('chat-conversations') private list!: ChatConversations;

  readonly #status = new StoreController(this, () => this.client?.$status);
  readonly #calls = new CallStage(this, () => this.client);
  readonly #log: CallsPane = new CallsPane(this, this.localize, () => this.client);
  readonly #panes = new Arrangement(this);
  readonly #sides: SidePanes;
  readonly #internals = this.attachInternals();
  readonly #sizes = new ResizeObserver(() => this.#measure());
  #begun: Target | undefined;

  constructor() {
    super();
    const messenger: Messenger = {
      element: this,
      localize: this.localize,
      panes: this.#panes,
      target: () => this.target,
    };
    this.#sides = new SidePanes(messenger);
    new Choices(messenger, this.#sides);
    const following = import('./followers.js').then(({ follow }) =>
      follow(
        this,
        () => this.#status.value?.phase,
        () => this.#panes.layout,
      ),
    );
    tellFailure(this, 'chat-messenger', following);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#sizes.observe(this);
    this.#measure();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#sizes.disconnect();
  }

  protected override willUpdate(): void {
    this.#begin();
    this.#panes.settle(this.shown);
  }

  protected override updated(): void {
    if (this.#panes.narrow) this.#internals.states.add('narrow');
    else this.#internals.states.delete('narrow');
  }

  /** Puts the focus on the name of the conversation on show, or on what is in its place. */
  override focus(): void {
    const pane = ['.talk', '.in']
      .map((kind) => this.renderRoot.querySelector(`${kind}:not([inert])`))
      .find(Boolean);
    if (pane) (pane.firstElementChild as HTMLElement).focus();
    else this.#log.focus();
  }

  /** An own `uid` or `guid` is where it begins; from there on one may choose others. */
  #begin(): void {
    const own = this.uid || this.guid ? this.target : undefined;
    if (!this.client || !own || own === this.#begun) return;
    this.#begun = own;
    emit(this, 'chat-select', { target: own });
  }

  #measure(): void {
    this.#panes.measure(this.clientWidth);
  }

  #onBegin = () => tellFailure(this.list, 'chat-new', this.list.startChat());

  #onBack = (event: Event) => {
    const from = (event.target as Element).localName;
    if (from === 'chat-details') return this.#sides.closeDetails();
    if (from === 'chat-thread') return this.#sides.closeThread(event);
    if (from === 'chat-panel') return this.#sides.closePanel();
    this.#panes.turnTo('list');
    void this.updateComplete.then(() => this.#log.focus());
  };

  override render() {
    const status = this.#status.value;
    if (status?.phase === 'signedOut') return renderSignedOut(status, this.localize);
    return html`<div class="frame">
      <chat-status></chat-status>${this.#calls.render()}${this.#renderPanes()}
    </div>`;
  }

  #renderPanes() {
    const { layout, narrow, page, detailed, thread, panel } = this.#panes;
    const talks = this.target !== undefined;
    const side = !talks ? '' : detailed ? 'detailed' : (thread ?? panel) ? 'threaded' : '';
    return html`<div
      class="panes ${layout} ${side}"
      @chat-back=${this.#onBack}
      @chat-details=${this.#sides.onDetails}
      @chat-thread=${this.#sides.onThread}
      @chat-panel=${this.#sides.onPanel}
      @chat-person=${this.#sides.onPerson}
    >
      <div
        class="pane list ${narrow ? 'alone' : ''}"
        part="list"
        ?inert=${narrow && talks && page !== 'list'}
      >
        ${this.#log.render()}
      </div>
      ${talks ? this.#renderTalk() : narrow ? nothing : renderEmpty(this.localize, this.#onBegin)}
      ${talks ? this.#sides.render() : nothing}
    </div>`;
  }

  #renderTalk() {
    const { narrow, page } = this.#panes;
    return html`<section
      class="pane talk ${narrow ? 'in' : ''}"
      part="conversation"
      ?inert=${narrow && page !== 'talk'}
    >
      <chat-header ?narrow=${narrow}><slot name="header-action" slot="action"></slot></chat-header>
      <chat-messages></chat-messages>
      <chat-composer ?catches-keys=${this.catchesKeys}></chat-composer>
    </section>`;
  }
}

define('chat-messenger', ChatMessenger);
declare global {
  interface HTMLElementTagNameMap {
    'chat-messenger': ChatMessenger;
  }
}
