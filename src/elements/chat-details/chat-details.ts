import { html, nothing } from 'lit';
import { property, query } from 'lit/decorators.js';
import { Clock } from '../../lit/clock.js';
import { controls } from '../../lit/controls.styles.js';
import { define } from '../../lit/define.js';
import { emit } from '../../lit/events.js';
import { iconButton } from '../../lit/icon-button.js';
import { laterIcons } from '../../lit/later-icons.js';
import { rowIcons } from '../../lit/row-icons.js';
import { Skeleton } from '../../lit/skeleton.js';
import { skeleton } from '../../lit/skeleton.styles.js';
import { tokens } from '../../lit/tokens.styles.js';
import '../../locales/en-later.js';
import '../../locales/en-rows.js';
import type { Group } from '../../protocol/records.js';
import { Absence } from '../absence.js';
import { attemptStyles, Attempts } from '../attempts.js';
import '../chat-avatar/chat-avatar.js';
import '../chat-confirm/chat-confirm.js';
import type { ChatConfirm } from '../chat-confirm/chat-confirm.js';
import type { ChatEditGroup } from '../chat-edit-group/chat-edit-group.js';
import '../chat-group-members/chat-group-members.js';
import { subtitle } from '../chat-header/subtitle.js';
import '../chat-menu/chat-menu.js';
import type { ChatMenu, MenuItem } from '../chat-menu/chat-menu.js';
import { act, conversationMenu, partyMenu, type Subject } from '../conversation-acts.js';
import { ConversationElement } from '../conversation-element.js';
import { errorText, signedOutText } from '../words/error-text.js';
import { Offers } from '../offers.js';
import { pane } from '../styles/pane.styles.js';
import { keepFocus } from '../keep-focus.js';
import { later } from '../late/later.js';
import { isSameTarget } from '../same-target.js';
import { SubjectStores } from '../subject-stores.js';
import { groupFacts, personFacts, tagFacts } from './facts.js';
import { styles } from './chat-details.styles.js';

const loadEditGroup = later(() => import('../chat-edit-group/chat-edit-group.js'));

/**
 * Who or what the conversation on show is with: face, description, what can be done, members.
 *
 * @customElement chat-details
 * @slot - More sections.
 * @fires {ChatEventMap['chat-back']} chat-back - The details were closed.
 * @fires {ChatEventMap['chat-select']} chat-select - "Message": the conversation with a person who is not on show.
 * @fires {ChatEventMap['chat-link']} chat-link - A person's link was followed.
 * @fires {ChatEventMap['chat-error']} chat-error - Something could not be done.
 * @csspart back - The Back button.
 * @csspart close - The Close button.
 * @csspart name - The name.
 * @csspart subtitle - The line under it.
 * @csspart action - A button of those under the name.
 * @csspart section - What is known: description, status, link, role.
 */
export class ChatDetails extends ConversationElement {
  static override styles = [tokens, controls, skeleton, attemptStyles, pane, styles];

  /** A page of its own: shows the way back to the conversation. */
  @property({ type: Boolean, reflect: true }) narrow = false;
  /** Beside or over a conversation, for a while: shows Close. */
  @property({ type: Boolean, reflect: true }) closable = false;

  @query('chat-menu') private menu!: ChatMenu;
  @query('chat-confirm') private confirm!: ChatConfirm;
  @query('chat-edit-group') private editing!: ChatEditGroup;

  readonly #skeleton = new Skeleton(this);
  readonly #attempts = new Attempts(this, () => this.target);
  readonly #stores = new SubjectStores(this, () => this.place());
  readonly #absence = new Absence(this, () => this.place());
  readonly #offers = new Offers(this, () => this.client);
  readonly #clock = new Clock(this);

  constructor() {
    super();
    // The members go with everything open in them when one is in the group no more.
    keepFocus(this, () => this.focus());
  }

  protected override updated(): void {
    const { subject } = this.#stores;
    // With members, their list is what scrolls.
    this.classList.toggle('grouped', this.#listsMembers(subject));
    if (this.menu.open) this.#fillMenu(subject);
  }

  /** Puts the focus on the way back, or on the name. */
  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('.out, h2')?.focus();
  }

  #listsMembers(subject: Subject | undefined): boolean {
    const inside = subject?.group !== undefined && subject.group.scope !== null;
    return inside && !this.#offers.lacks('member.list');
  }

  #onChoose = (event: CustomEvent<{ id: string }>) => {
    const { subject } = this.#stores;
    if (subject) this.#act(event.detail.id, subject);
  };

  async #onEdit(group: Group): Promise<void> {
    await loadEditGroup();
    if (this.isConnected) await this.editing.show(group);
  }

  #onLink = (event: Event) => {
    const { href } = event.currentTarget as HTMLAnchorElement;
    if (!emit(this, 'chat-link', { href })) event.preventDefault();
  };

  #act(id: string, subject: Subject): void {
    if (!this.client) return;
    const { confirm, localize, renderRoot: root } = this;
    act(id, subject, this.client, { attempts: this.#attempts, confirm, localize, root });
  }

  override render() {
    const { subject } = this.#stores;
    const { localize } = this;
    const signedOut = signedOutText(this.#stores.status, localize);
    const way = this.narrow ? 'back' : this.closable && 'close';
    return html`${
        way
          ? iconButton(localize.term(way), laterIcons[way], () => emit(this, 'chat-back', {}), {
              part: way,
              kind: `${way} out`,
            })
          : nothing
      }
      ${signedOut ? html`<p class="gone">${signedOut}</p>` : nothing}
      ${subject && !signedOut ? this.#renderSubject(subject) : nothing}
      <chat-menu @chat-choose=${this.#onChoose}></chat-menu>
      <chat-confirm></chat-confirm>
      <chat-tags></chat-tags>
      <chat-edit-group></chat-edit-group>`;
  }

  #renderSubject(subject: Subject) {
    const { user, group } = subject;
    if (!user && !group) return this.#skeleton.isDue() ? this.#renderAbsence() : nothing;
    if (!group || !this.#listsMembers(subject)) return this.#renderTop(subject);
    return html`<chat-group-members guid=${group.id}>
      <div slot="before">${this.#renderTop(subject)}</div>
    </chat-group-members>`;
  }

  #renderAbsence() {
    const { localize } = this;
    const reason = this.#absence.reason();
    if (!reason) return renderSkeleton(localize.term('loading'));
    return html`<p class="gone">${errorText(reason, localize)}</p>`;
  }

  #renderTop(subject: Subject) {
    const { localize } = this;
    const { user, group, name } = subject;
    const items = this.#items(subject);
    return html`<div class="top">
        <chat-avatar
          name=${name}
          .src=${group?.icon ?? user?.avatar}
          shape=${group ? 'square' : 'circle'}
          ?online=${user?.status === 'online'}
        ></chat-avatar>
        <h2 part="name" tabindex="-1"><bdi>${name}</bdi></h2>
        <p part="subtitle">${this.#kind(subject)}</p>
      </div>
      ${this.#attempts.render(localize)}
      <div class="acts">
        ${
          user?.can.includes('message') && !isSameTarget(subject.target, this.shown)
            ? this.#renderAct(localize.term('personMessage'), rowIcons.thread, () =>
                emit(this, 'chat-select', { target: subject.target }),
              )
            : nothing
        }
        ${items
          .filter((item) => !isFar(item))
          .map(({ id, label, icon }) => this.#renderAct(label, icon, () => this.#act(id, subject)))}
        ${
          group?.can.includes('update')
            ? this.#renderAct(
                localize.term('edit'),
                laterIcons.edit,
                () => void this.#attempts.run('chat-edit-group', this.#onEdit(group)),
              )
            : nothing
        }
        ${items.some(isFar) ? this.#renderMore() : nothing}
      </div>
      ${group ? groupFacts(group, localize) : nothing}
      ${user && !group ? personFacts(user, localize, this.#onLink) : nothing}
      ${tagFacts(subject.conversation?.tags, localize)}
      <slot></slot>
      ${this.#listsMembers(subject) ? html`<div class="edge"></div>` : nothing}`;
  }

  #items(subject: Subject): MenuItem[] {
    const { localize } = this;
    const all = [
      ...conversationMenu(subject, this.#offers, Date.now(), localize),
      ...partyMenu(subject, this.#offers, localize),
    ];
    return all.filter(({ id }) => id !== 'read');
  }

  #kind(subject: Subject): string {
    const { group } = subject;
    const { localize } = this;
    const text = subtitle(subject, [], Date.now(), localize);
    if (!group) return text;
    const kinds = {
      public: 'groupPublic',
      password: 'groupPassword',
      private: 'groupPrivate',
    } as const;
    return localize.term('comma', localize.term(kinds[group.type]), text);
  }

  #fillMenu(subject: Subject | undefined): void {
    this.menu.items = subject ? this.#items(subject).filter(isFar) : [];
    if (this.menu.items.length > 0) return;
    // The button that it hangs on has gone as well.
    this.menu.close();
    this.focus();
  }

  #renderMore() {
    const open = (event: Event) => {
      this.#fillMenu(this.#stores.subject);
      void this.#attempts.run('chat-menu', this.menu.openAt(event.currentTarget as Element));
    };
    return this.#renderAct(this.localize.term('more'), laterIcons.more, open, 'menu');
  }

  #renderAct(label: string, icon: unknown, run: (event: Event) => void, popup?: 'menu') {
    return html`<button
      class="act"
      part="action"
      type="button"
      aria-haspopup=${popup ?? nothing}
      @click=${run}
    >
      ${icon}<span>${label}</span>
    </button>`;
  }
}

/** What cannot be taken back, or is seldom wanted, is one step further away. */
function isFar({ id, danger }: MenuItem): boolean {
  return danger === true || id === 'tags';
}

/** The face and two lines to come. */
function renderSkeleton(label: string) {
  return html`<div class="top" role="status" aria-label=${label}>
    <span class="skeleton face"></span>
    <span class="skeleton line"></span>
    <span class="skeleton line short"></span>
  </div>`;
}

define('chat-details', ChatDetails);
declare global {
  interface HTMLElementTagNameMap {
    'chat-details': ChatDetails;
  }
}
