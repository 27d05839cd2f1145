import { html, nothing } from 'lit';
import { property, query } from 'lit/decorators.js';
import type { ChatClient } from '../../client/types.js';
import { buttons } from '../../lit/controls.styles.js';
import { define } from '../../lit/define.js';
import { emit } from '../../lit/events.js';
import { iconButton } from '../../lit/icon-button.js';
import { icons } from '../../lit/icons.js';
import { laterIcons } from '../../lit/later-icons.js';
import { rowIcons } from '../../lit/row-icons.js';
import '../../locales/en-later.js';
import type { GroupQuery } from '../../protocol/queries.js';
import type { Group } from '../../protocol/records.js';
import { renderFace } from '../chat-avatar/face.js';
import type { ChatJoinGroup } from '../chat-join-group/chat-join-group.js';
import type { ChatNewGroup } from '../chat-new-group/chat-new-group.js';
import { later } from '../late/later.js';
import { ListElement } from '../list/list-element.js';
import { kindStyles } from '../list/kind.styles.js';
import { peopleStyles } from '../list/people.styles.js';
import { renderState } from '../list/states.js';
import { Offers } from '../offers.js';

const loadJoinGroup = later(() => import('../chat-join-group/chat-join-group.js'));
const loadNewGroup = later(() => import('../chat-new-group/chat-new-group.js'));

/**
 * Groups one is in, and those one can join.
 *
 * @customElement chat-groups
 * @slot header - Instead of the bar with title and "New group".
 * @slot start - Before the title.
 * @slot before - Above the bar, scrolled with the rows.
 * @slot empty - Instead of the words for a list without rows.
 * @fires {ChatEventMap['chat-select']} chat-select - A group was chosen, joined or made; the nearest scope shows it.
 * @fires {ChatEventMap['chat-error']} chat-error - Something could not be loaded or done.
 * @csspart head - What stays above the rows.
 * @csspart heading - The title.
 * @csspart field - The search field.
 * @csspart list - The rows.
 * @csspart row - One group; `row selected` for the one on show.
 * @csspart name - Its name.
 * @csspart kind - The sign of a private or password group.
 * @csspart join - The button to join.
 * @csspart state - What stands in the place of rows.
 */
export class ChatGroups extends ListElement<Group> {
  static override styles = [ListElement.styles, buttons, peopleStyles, kindStyles];

  /** Only groups one is in. */
  @property({ type: Boolean }) joined = false;
  /** What else the groups have to match. */
  @property({ attribute: false }) filter: GroupQuery = {};

  @query('chat-join-group') private join!: ChatJoinGroup;
  @query('chat-new-group') private newGroup!: ChatNewGroup;

  readonly #offers = new Offers(this, () => this.client);

  protected override get heading() {
    return this.localize.term('groups');
  }

  get #creates(): boolean {
    return this.#offers.has('group.create', 'groups.create');
  }

  protected override source() {
    const { search, joined, filter } = this;
    const query: GroupQuery = {
      ...filter,
      ...(search && { search }),
      ...(joined && { joinedOnly: true }),
    };
    return {
      of: '',
      query: JSON.stringify(query),
      open: ({ groups }: ChatClient) => groups.list(query),
    };
  }

  protected override nameOf(group: Group) {
    return group.name;
  }

  protected override isSelected(group: Group) {
    return this.shown?.guid === group.id;
  }

  protected override choose(group: Group) {
    if (group.scope === null) void this.#join(group);
    else emit(this, 'chat-select', { target: { guid: group.id } });
  }

  async #join(group: Group): Promise<void> {
    if (!this.client || !group.can.includes('join')) return;
    if (group.type === 'password') {
      const opening = loadJoinGroup();
      if (await this.attempt('chat-join-group', opening)) await this.join.show(group);
      return;
    }
    const done = await this.attempt('group.join', this.client.groups.join(group.id));
    if (done) this.#onJoined(group.id);
  }

  #onNew = async () => {
    const opening = loadNewGroup();
    if (await this.attempt('chat-new-group', opening)) await this.newGroup.show();
  };

  #onJoined(guid: string): void {
    emit(this, 'chat-select', { target: { guid } });
  }

  protected override renderBarActions() {
    if (!this.#creates) return nothing;
    const label = this.localize.term('groupNew');
    return iconButton(label, icons.plus, this.#onNew, { part: 'create' });
  }

  protected override renderItem(group: Group) {
    const { localize } = this;
    const kind = { public: 'groupPublic', password: 'groupPassword', private: 'groupPrivate' };
    const label = localize.term(kind[group.type] as 'groupPublic');
    return html`<span class="face">
        ${renderFace({ name: group.name, src: group.icon, shape: 'square' })}
        ${
          group.type === 'public'
            ? nothing
            : html`<span class="kind" part="kind"
                >${group.type === 'private' ? rowIcons.shield : rowIcons.lock}</span
              >`
        }
      </span>
      <span class="lines">
        <span class="title"><bdi class="name truncate" part="name">${group.name}</bdi></span>
        <span class="sub truncate"
          >${localize.term('membersCount', group.membersCount)} · ${label}</span
        >
      </span>`;
  }

  protected override renderRowActions(group: Group) {
    if (group.scope !== null || !group.can.includes('join')) return nothing;
    return html`<button
      class="button own"
      part="join"
      type="button"
      tabindex="-1"
      aria-label=${this.localize.term('groupJoinAsk', group.name)}
      @click=${() => void this.#join(group)}
    >
      ${this.localize.term('groupJoin')}
    </button>`;
  }

  protected override renderEmpty() {
    return renderState(laterIcons.users, this.localize.term('groupsNone'), {
      ...(this.#creates && { label: this.localize.term('groupNew') }),
      run: () => void this.#onNew(),
    });
  }

  protected override renderAfter() {
    return html`<chat-join-group
        @join=${(event: CustomEvent<string>) => this.#onJoined(event.detail)}
      ></chat-join-group>
      <chat-new-group></chat-new-group>`;
  }
}

define('chat-groups', ChatGroups);
declare global {
  interface HTMLElementTagNameMap {
    'chat-groups': ChatGroups;
  }
}
