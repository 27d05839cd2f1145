import { html, nothing } from 'lit';
import { property, query } from 'lit/decorators.js';
import type { ChatClient } from '../../client/types.js';
import { define } from '../../lit/define.js';
import { emit } from '../../lit/events.js';
import { icons } from '../../lit/icons.js';
import { laterIcons } from '../../lit/later-icons.js';
import { rowIcons } from '../../lit/row-icons.js';
import { StoreController } from '../../lit/store-controller.js';
import '../../locales/en-later.js';
import type { UserQuery } from '../../protocol/queries.js';
import type { User } from '../../protocol/records.js';
import { renderFace } from '../chat-avatar/face.js';
import '../chat-confirm/chat-confirm.js';
import type { ChatConfirm } from '../chat-confirm/chat-confirm.js';
import type { MenuItem } from '../chat-menu/chat-menu.js';
import { ListElement } from '../list/list-element.js';
import { peopleStyles } from '../list/people.styles.js';
import { renderState } from '../list/states.js';
import { Offers } from '../offers.js';
import { blockQuestion } from '../words/questions.js';
import { lastSeen } from '../words/last-seen.js';

const words = {
  fromAttribute: (value: string | null) => value?.split(/[\s,]+/).filter(Boolean) ?? [],
};

/**
 * People: contacts, or who is online.
 *
 * @customElement chat-users
 * @attr role - Only people of these roles of the app; taken into `roles`, since `role` belongs to ARIA.
 * @slot header - Instead of the bar with the title.
 * @slot start - Before the title.
 * @slot before - Above the bar, scrolled with the rows.
 * @slot empty - Instead of the words for a list without rows.
 * @fires {ChatEventMap['chat-select']} chat-select - Somebody was chosen to chat with; the nearest scope shows it.
 * @fires {ChatEventMap['chat-error']} chat-error - Something could not be loaded or done.
 * @fires change - `selected` is another, where `multiple` is set.
 * @csspart head - What stays above the rows.
 * @csspart heading - The title.
 * @csspart field - The search field.
 * @csspart list - The rows.
 * @csspart row - One person; `row selected` for the one whose conversation is on show.
 * @csspart section - The heading of a letter or state.
 * @csspart name - Their name.
 * @csspart menu-button - Opens the menu of a row.
 * @csspart state - What stands in the place of rows.
 */
export class ChatUsers extends ListElement<User> {
  static override styles = [ListElement.styles, peopleStyles];

  /** Only who is online. */
  @property({ type: Boolean }) online = false;
  /** Only friends. */
  @property({ type: Boolean }) friends = false;
  /** Only those one has blocked. */
  @property({ type: Boolean }) blocked = false;
  /**
   * Only people of these roles of the app. The attribute `role` says the same: `role` belongs to ARIA, so it is taken in
   * and stands in `roles` from then on.
   */
  @property({ converter: words }) roles: readonly string[] = [];
  /** `status` puts those who are online first. */
  @property() sort: 'name' | 'status' = 'name';
  /** What else the people have to match. */
  @property({ attribute: false }) filter: UserQuery = {};
  /** Rows are ticked instead of opened. */
  @property({ type: Boolean }) multiple = false;
  /** The UIDs of the ticked ones. */
  @property({ attribute: false }) selected: readonly string[] = [];
  /** Why some cannot be ticked, in words, by UID. */
  @property({ attribute: false }) closed: ReadonlyMap<string, string> = new Map();

  @query('chat-confirm') private confirm!: ChatConfirm;

  readonly #me = new StoreController(this, () => this.client?.$me);
  readonly #offers = new Offers(this, () => this.client);

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'role'];
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    if (name !== 'role') {
      super.attributeChangedCallback(name, old, value);
      return;
    }
    // Its removal says nothing: it is what follows here.
    if (value === null) return;
    this.roles = words.fromAttribute(value);
    this.removeAttribute('role');
  }

  protected override get heading() {
    return this.localize.term(this.blocked ? 'peopleBlocked' : 'people');
  }

  protected override source() {
    const query = this.#query;
    const { blocked } = this;
    return {
      of: blocked ? 'blocked' : '',
      query: JSON.stringify(query),
      open: ({ users }: ChatClient) => (blocked ? users.blocked(query.search) : users.list(query)),
    };
  }

  get #query(): UserQuery {
    const { search, online, friends, roles, sort, filter } = this;
    return {
      sortBy: sort === 'status' ? 'status' : 'name',
      ...filter,
      ...(search && { search }),
      ...(online && { status: 'online' }),
      ...(friends && { friendsOnly: true }),
      ...(roles.length > 0 && { roles }),
    };
  }

  protected override nameOf(user: User) {
    return user.name;
  }

  protected override sectionOf(user: User) {
    if (this.#query.sortBy === 'status')
      return this.localize.term(user.status === 'online' ? 'online' : 'peopleOthers');
    const [letter = ''] = user.name.trim().normalize('NFD');
    return /\p{L}/u.test(letter) ? letter.toLocaleUpperCase(this.localize.lang()) : '#';
  }

  protected override isSelected(user: User) {
    return !this.multiple && this.shown?.uid === user.id;
  }

  protected override isChecked(user: User) {
    return this.multiple ? this.selected.includes(user.id) : undefined;
  }

  protected override isClosed({ id }: User) {
    return this.multiple && this.closed.has(id);
  }

  protected override choose(user: User) {
    if (!this.multiple) {
      emit(this, 'chat-select', { target: { uid: user.id } });
      return;
    }
    this.selected = this.isChecked(user)
      ? this.selected.filter((uid) => uid !== user.id)
      : [...this.selected, user.id];
    this.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
  }

  protected override menuFor(user: User): readonly MenuItem[] {
    const own = user.blockedByMe ? 'user.unblock' : 'user.block';
    if (this.multiple || !user.can.includes('block')) return [];
    if (!this.#offers.has(own, 'users.block')) return [];
    const { localize } = this;
    return [
      { id: 'message', label: localize.term('personMessage'), icon: rowIcons.thread },
      user.blockedByMe
        ? { id: 'unblock', label: localize.term('personUnblock'), icon: laterIcons.user }
        : { id: 'block', label: localize.term('personBlock'), icon: rowIcons.ban, danger: true },
    ];
  }

  protected override onMenu(user: User, id: string) {
    const users = this.client?.users;
    if (!users) return;
    if (id === 'message') this.choose(user);
    else if (id === 'unblock') void this.attempt('user.unblock', users.unblock(user.id));
    else if (id === 'block' && this.client)
      void this.confirm.ask(blockQuestion(user, this.client, this.localize));
  }

  protected override renderItem(user: User) {
    const { localize } = this;
    const online = user.status === 'online';
    return html`${renderFace({ name: user.name, src: user.avatar, online })}
      <span class="lines">
        <span class="title">
          <bdi class="name truncate" part="name"
            >${user.id === this.#me.value?.id ? localize.term('memberYou', user.name) : user.name}</bdi
          >
        </span>
        <span class="sub truncate">${this.#sub(user)}</span>
      </span>
      ${this.multiple && !this.isClosed(user) ? html`<span class="box">${icons.check}</span>` : nothing}`;
  }

  #sub(user: User) {
    const { localize } = this;
    if (this.isClosed(user)) return this.closed.get(user.id);
    if (user.blockedByMe) return localize.term('personBlocked');
    if (user.statusMessage) return html`<bdi>${user.statusMessage}</bdi>`;
    if (user.status === 'online') return localize.term('online');
    if (user.lastActiveAt === undefined) return localize.term('personOffline');
    return localize.term('lastSeen', lastSeen(user.lastActiveAt, Date.now(), localize));
  }

  protected override renderEmpty() {
    const text = this.localize.term(
      this.blocked
        ? 'peopleNoneBlocked'
        : this.#query.status === 'online'
          ? 'peopleNoneOnline'
          : 'peopleNone',
    );
    return renderState(laterIcons.users, text, {
      label: this.localize.term('peopleReload'),
      run: () => this.reload(),
    });
  }

  protected override renderAfter() {
    return html`<chat-confirm></chat-confirm>`;
  }
}

define('chat-users', ChatUsers);
declare global {
  interface HTMLElementTagNameMap {
    'chat-users': ChatUsers;
  }
}
