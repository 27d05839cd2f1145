import { html, nothing } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { Clock } from '../../lit/clock.js';
import { controls } from '../../lit/controls.styles.js';
import { define } from '../../lit/define.js';
import { emit, type Panel } from '../../lit/events.js';
import { iconButton } from '../../lit/icon-button.js';
import { icons } from '../../lit/icons.js';
import { laterIcons } from '../../lit/later-icons.js';
import { Skeleton } from '../../lit/skeleton.js';
import { skeleton } from '../../lit/skeleton.styles.js';
import { tokens } from '../../lit/tokens.styles.js';
import '../../locales/en-later.js';
import { Absence } from '../absence.js';
import { attemptStyles, Attempts } from '../attempts.js';
import { CallStage } from '../chat-call/call-stage.js';
import '../chat-avatar/chat-avatar.js';
import '../chat-confirm/chat-confirm.js';
import type { ChatConfirm } from '../chat-confirm/chat-confirm.js';
import type { ChatDialog } from '../chat-dialog/chat-dialog.js';
import '../chat-menu/chat-menu.js';
import type { ChatMenu, MenuItem } from '../chat-menu/chat-menu.js';
import { act, conversationMenu, partyMenu, type Subject } from '../conversation-acts.js';
import { ConversationElement } from '../conversation-element.js';
import { keepFocus } from '../keep-focus.js';
import { later } from '../late/later.js';
import { errorText, signedOutText } from '../words/error-text.js';
import { Offers } from '../offers.js';
import { isPanel, loadPanel, offersSearch, panelMenu, panelName, renderPanel } from '../panels.js';
import { SubjectStores } from '../subject-stores.js';
import { callStyles, HeaderCalls } from './calls.js';
import { styles } from './chat-header.styles.js';
import { subtitle } from './subtitle.js';

const loadDialog = later(() => import('../chat-dialog/chat-dialog.js'));

/**
 * Whom one is talking to: face, name, presence or who is typing, and what can be done.
 *
 * @customElement chat-header
 * @slot start - Before the face.
 * @slot action - More buttons, before the menu: an assistant.
 * @slot call-media - Pictures of those in a call, see `<chat-call>`.
 * @slot call-action - More buttons of a call that runs.
 * @fires {ChatEventMap['chat-back']} chat-back - Back to the list.
 * @fires {ChatEventMap['chat-details']} chat-details - The details were asked for.
 * @fires {ChatEventMap['chat-panel']} chat-panel - Search, pinned or saved messages or threads were asked for: they open
 *   in a dialog, unless this is prevented.
 * @fires {ChatEventMap['chat-call']} chat-call - A call was asked for; prevent it to call in a way of one's own.
 * @fires {ChatEventMap['chat-answer']} chat-answer - The call of the group is about to be joined.
 * @fires {ChatEventMap['chat-error']} chat-error - Something could not be done.
 * @csspart bar - All of it.
 * @csspart name - The name, which opens the details.
 * @csspart subtitle - The line under it.
 * @csspart back - The Back button.
 * @csspart call - A button that calls.
 * @csspart meeting - The line that says of a call in the group.
 * @csspart search - The button that searches.
 * @csspart menu-button - Opens the menu.
 */
export class ChatHeader extends ConversationElement {
  static override styles = [tokens, controls, skeleton, attemptStyles, styles, callStyles];

  /** Shows the way back to the list. */
  @property({ type: Boolean, reflect: true }) narrow = false;

  /** What is open in the dialog. */
  @state() private panel: Panel | undefined;
  @query('chat-dialog') private dialog!: ChatDialog | null;
  @query('chat-menu') private menu!: ChatMenu;
  @query('chat-confirm') private confirm!: ChatConfirm;

  readonly #attempts = new Attempts(this, () => this.target);
  readonly #stores = new SubjectStores(this, () => this.place());
  readonly #absence = new Absence(this, () => this.place());
  readonly #offers = new Offers(this, () => this.client);
  readonly #clock = new Clock(this);
  readonly #skeleton = new Skeleton(this);
  readonly #calls = new HeaderCalls(this, this.localize, () => this.client);
  readonly #stage = new CallStage(this, () => this.client);

  constructor() {
    super();
    keepFocus(this, () => this.focus());
  }

  protected override updated(): void {
    // What one may do with them may come only now.
    if (this.menu.open) this.#fillMenu();
  }

  /** Puts the focus on the name, where a reader begins; or on Back, until somebody is there. */
  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('.name, button:has(~ span.who)')?.focus();
  }

  #onBack = () => {
    emit(this, 'chat-back', {});
  };

  #onDetails = () => {
    if (this.target) emit(this, 'chat-details', { target: this.target });
  };

  #onMore = (event: Event) => {
    this.#fillMenu();
    void this.#attempts.run('chat-menu', this.menu.openAt(event.currentTarget as Element));
  };

  #fillMenu(): void {
    const { subject } = this.#stores;
    this.menu.items = subject ? this.#items(subject) : [];
    this.menu.label = this.localize.term('listActions', subject?.name ?? '');
  }

  #onChoose = (event: CustomEvent<{ id: string }>) => {
    const { subject } = this.#stores;
    const { id } = event.detail;
    if (id === 'details') this.#onDetails();
    else if (isPanel(id)) this.#onPanel(id);
    else if (subject && (id === 'audio' || id === 'video')) this.#calls.begin(id, subject);
    else if (subject && this.client) act(id, subject, this.client, this.#acting);
  };

  #onPanel(panel: Panel): void {
    void this.#attempts.run('chat-panel', this.#openPanel(panel));
  }

  async #openPanel(panel: Panel): Promise<void> {
    const { target } = this;
    if (!target || !emit(this, 'chat-panel', { panel, target })) return;
    await Promise.all([loadDialog(), loadPanel(panel)]);
    this.panel = panel;
    await this.updateComplete;
    await this.dialog?.show();
    this.dialog?.querySelector<HTMLElement>('.panel-list')?.focus();
  }

  get #acting() {
    const { confirm, localize, renderRoot: root } = this;
    return { attempts: this.#attempts, confirm, localize, root };
  }

  #items(subject: Subject): MenuItem[] {
    const { localize } = this;
    return [
      ...this.#calls.menu(subject),
      { id: 'details', label: localize.term('details'), icon: laterIcons.info },
      ...panelMenu(this.#offers, localize),
      ...conversationMenu(subject, this.#offers, Date.now(), localize),
      ...partyMenu(subject, this.#offers, localize),
    ];
  }

  override render() {
    const { localize } = this;
    const about = this.#stores.subject;
    const why = signedOutText(this.#stores.status, localize) || this.#whyAbsent(about);
    const subject = why ? undefined : about;
    return html`<div class="bar" part="bar">
        ${
          this.narrow
            ? iconButton(localize.term('back'), laterIcons.back, this.#onBack, { part: 'back' })
            : nothing
        }
        <slot name="start"></slot>
        ${subject ? this.#renderWho(subject) : html`<span class="who sub">${why}</span>`}
        ${subject ? this.#calls.renderButtons(subject) : nothing}
        ${subject && !this.narrow ? this.#renderSearch() : nothing}
        <slot name="action"></slot>
        ${
          subject
            ? iconButton(localize.term('more'), laterIcons.more, this.#onMore, {
                part: 'menu-button',
                popup: 'menu',
              })
            : nothing
        }
      </div>
      ${this.#attempts.render(localize)} ${subject ? this.#calls.renderMeeting(subject) : nothing}
      ${this.#stage.render()}
      <chat-menu @chat-choose=${this.#onChoose}></chat-menu>
      <chat-confirm></chat-confirm>
      <chat-tags></chat-tags>
      ${this.panel ? this.#renderPanel(this.panel) : nothing}`;
  }

  /** Empty while the one it is about is there, or may still come. */
  #whyAbsent(about: Subject | undefined): string {
    if (!about || about.user || about.group || !this.#skeleton.isDue()) return '';
    const reason = this.#absence.reason();
    return reason ? errorText(reason, this.localize) : '';
  }

  #renderSearch() {
    if (!offersSearch(this.#offers)) return nothing;
    const label = panelName('search', this.localize);
    return iconButton(label, icons.search, () => this.#onPanel('search'), {
      part: 'search',
    });
  }

  #renderPanel(panel: Panel) {
    return html`<chat-dialog
      class="panel"
      heading=${panelName(panel, this.localize)}
      @close=${() => (this.panel = undefined)}
      @chat-show=${() => this.dialog?.close()}
    >
      ${renderPanel(panel, this, html`<span slot="header"></span>`)}
    </chat-dialog>`;
  }

  #renderWho(subject: Subject) {
    const { localize } = this;
    const { user, group, name } = subject;
    if (!user && !group)
      return html`<span class="who" role="status" aria-label=${localize.term('loading')}>
        ${this.#skeleton.isDue() ? shapes : nothing}
      </span>`;
    const { typing } = this.#stores;
    return html`<div class="who opens">
      <chat-avatar
        name=${name}
        .src=${group?.icon ?? user?.avatar}
        shape=${group ? 'square' : 'circle'}
        ?online=${user?.status === 'online'}
      ></chat-avatar>
      <div class="lines">
        <h2>
          <button class="name" part="name" type="button" @click=${this.#onDetails}>
            <bdi class="truncate">${name}</bdi>
          </button>
        </h2>
        <span class="sub truncate ${typing.length > 0 ? 'typing' : ''}" part="subtitle">
          ${subtitle(subject, typing, Date.now(), localize)}
        </span>
      </div>
    </div>`;
  }
}

const shapes = html`<span class="skeleton face"></span>
  <span class="lines"
    ><span class="skeleton line"></span><span class="skeleton line short"></span
  ></span>`;

define('chat-header', ChatHeader);
declare global {
  interface HTMLElementTagNameMap {
    'chat-header': ChatHeader;
  }
}
