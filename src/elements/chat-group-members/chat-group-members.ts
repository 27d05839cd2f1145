import { css, html, nothing } from 'lit';
import { property, query } from 'lit/decorators.js';
import type { ChatClient, MemberItem } from '../../client/types.js';
import { define } from '../../lit/define.js';
import { emit } from '../../lit/events.js';
import { iconButton } from '../../lit/icon-button.js';
import { laterIcons } from '../../lit/later-icons.js';
import { StoreController } from '../../lit/store-controller.js';
import '../../locales/en-later.js';
import { scopes as allScopes } from '../../protocol/permissions.js';
import type { Group, Scope } from '../../protocol/records.js';
import { renderFace } from '../chat-avatar/face.js';
import type { ChatAddMembers } from '../chat-add-members/chat-add-members.js';
import '../chat-confirm/chat-confirm.js';
import type { ChatConfirm } from '../chat-confirm/chat-confirm.js';
import { later } from '../late/later.js';
import { renderChips } from '../list/chips.js';
import { ListElement } from '../list/list-element.js';
import { peopleStyles } from '../list/people.styles.js';
import { renderState } from '../list/states.js';
import { Offers } from '../offers.js';
import { leaveQuestion } from '../words/questions.js';
import { memberMenu, memberName, memberQuestion, scopeOf } from './member-menu.js';

const loadAddMembers = later(() => import('../chat-add-members/chat-add-members.js'));

type Filter = 'all' | Scope | 'banned';

/**
 * Who is in a group, and what may be done about it: scopes, removing, banning, adding, leaving.
 *
 * @customElement chat-group-members
 * @slot header - Instead of the bar with title, "Add members" and "Leave group".
 * @slot start - Before the title.
 * @slot before - Above the bar, scrolled with the rows.
 * @slot empty - Instead of the words for a list without rows.
 * @fires {ChatEventMap['chat-person']} chat-person - A member was pressed; preventing it keeps the menu closed.
 * @fires {ChatEventMap['chat-select']} chat-select - "Message": the conversation with this member.
 * @fires {ChatEventMap['chat-error']} chat-error - Something could not be loaded or done.
 * @csspart head - What stays above the rows.
 * @csspart heading - The title.
 * @csspart count - The number of members.
 * @csspart field - The search field.
 * @csspart filter - One of the chips.
 * @csspart list - The rows.
 * @csspart row - One member.
 * @csspart name - Their name.
 * @csspart scope - Owner, admin or moderator.
 * @csspart menu-button - Opens the menu of a row.
 * @csspart state - What stands in the place of rows.
 */
export class ChatGroupMembers extends ListElement<MemberItem> {
  static override styles = [
    ListElement.styles,
    peopleStyles,
    css`
      :host {
        --chat-avatar-size: 40px;
      }
      .main {
        padding-block: 6px;
      }
      .name {
        font-weight: 500;
      }
      .count {
        font-size: var(--_chat-font-size-xs);
        color: var(--_chat-color-muted);
        font-variant-numeric: tabular-nums;
      }
    `,
  ];

  /** Pins the element to this group; without it, it follows the conversation on show. */
  @property() guid: string | undefined;
  /** Which of them to show. */
  @property() filter: Filter = 'all';

  @query('chat-confirm') private confirm!: ChatConfirm;
  @query('chat-add-members') private adding!: ChatAddMembers;

  readonly #me = new StoreController(this, () => this.client?.$me);
  readonly #offers = new Offers(this, () => this.client);
  readonly #group = new StoreController(this, () => {
    const guid = this.#guid;
    return guid === undefined ? undefined : this.client?.groups.$group(guid);
  });

  get #guid(): string | undefined {
    return this.guid ? this.guid.toLowerCase() : this.shown?.guid;
  }

  protected override get heading() {
    return this.localize.term('members');
  }

  protected override source() {
    const guid = this.#guid;
    if (guid === undefined) return undefined;
    const { search, filter } = this;
    return {
      of: guid,
      query: `${filter} ${search}`,
      open: ({ members }: ChatClient) => {
        if (filter === 'banned') return members.banned(guid, search || undefined);
        return members.list(guid, {
          ...(search && { search }),
          ...(filter !== 'all' && { scopes: [filter] }),
        });
      },
    };
  }

  protected override nameOf(item: MemberItem) {
    return memberName(item);
  }

  protected override choose(item: MemberItem, row: Element) {
    if (emit(this, 'chat-person', { uid: item.member.uid })) this.openMenu(item, row);
  }

  protected override menuFor(item: MemberItem) {
    return memberMenu(item, this.#me.value?.id, this.localize);
  }

  protected override onMenu(item: MemberItem, id: string) {
    const { client, localize } = this;
    if (!client) return;
    const { guid, uid } = item.member;
    const scope = scopeOf(id);
    const question = memberQuestion(id, item, client, localize);
    if (id === 'message') emit(this, 'chat-select', { target: { uid } });
    else if (scope) void this.attempt('member.scope', client.members.setScope(guid, uid, scope));
    else if (id === 'unban') void this.attempt('member.unban', client.members.unban(guid, uid));
    else if (question) void this.confirm.ask(question);
  }

  async #onAdd(group: Group): Promise<void> {
    const opening = loadAddMembers();
    if (await this.attempt('chat-add-members', opening)) await this.adding.show(group.id);
  }

  #onLeave(group: Group): void {
    if (this.client) void this.confirm.ask(leaveQuestion(group, this.client, this.localize));
  }

  protected override renderBarActions() {
    const group = this.#group.value;
    if (!group) return nothing;
    const add = this.localize.term('membersAdd');
    const leave = this.localize.term('groupLeave');
    return html`<span class="count" part="count">${this.localize.number(group.membersCount)}</span>
      ${
        group.can.includes('add') && !this.#offers.lacks('user.list')
          ? iconButton(add, laterIcons.userPlus, () => void this.#onAdd(group), { part: 'add' })
          : nothing
      }
      ${
        group.can.includes('leave')
          ? iconButton(leave, laterIcons.logOut, () => this.#onLeave(group), { part: 'leave' })
          : nothing
      }`;
  }

  protected override renderFilters() {
    const { localize } = this;
    const plurals = {
      admin: 'memberAdmins',
      moderator: 'memberModerators',
      participant: 'memberParticipants',
    } as const;
    const chips: [Filter, string][] = [
      ['all', localize.term('chatsAll')],
      ...allScopes.map((scope): [Filter, string] => [scope, localize.term(plurals[scope])]),
    ];
    if (this.#group.value?.can.includes('banned'))
      chips.push(['banned', localize.term('membersBanned')]);
    return renderChips(
      localize.term('chatsShow'),
      chips.map(([filter, label]) => [label, this.filter === filter, () => (this.filter = filter)]),
    );
  }

  protected override renderItem(item: MemberItem) {
    const { member, user } = item;
    const { localize } = this;
    const name = memberName(item);
    const own = member.uid === this.#me.value?.id;
    const online = user?.status === 'online';
    return html`${renderFace({ name, src: user?.avatar, online })}
      <span class="lines">
        <span class="title"
          ><bdi class="name truncate" part="name"
            >${own ? localize.term('memberYou', name) : name}</bdi
          ></span
        >
        ${online ? html`<span class="visually-hidden">${localize.term('online')}</span>` : nothing}
      </span>
      ${this.#renderScope(member.owner ?? false, member.scope)}`;
  }

  #renderScope(owner: boolean, scope: Scope) {
    const { localize } = this;
    if (owner)
      return html`<span class="scope high yields" part="scope"
        >${localize.term('memberOwner')}</span
      >`;
    if (scope === 'admin')
      return html`<span class="scope high yields" part="scope"
        >${localize.term('memberAdmin')}</span
      >`;
    if (scope === 'moderator')
      return html`<span class="scope yields" part="scope"
        >${localize.term('memberModerator')}</span
      >`;
    return nothing;
  }

  /** Nothing is chosen yet, or a person is. */
  protected override renderIdle() {
    if (this.#guid !== undefined) return undefined;
    const detail = this.localize.term('membersPickText');
    return renderState(laterIcons.users, this.localize.term('membersPick'), { detail });
  }

  protected override renderEmpty() {
    const banned = this.filter === 'banned';
    const text = this.localize.term(banned ? 'membersNoneBanned' : 'membersNone');
    return renderState(
      laterIcons.users,
      text,
      this.filter === 'all'
        ? { label: this.localize.term('retry'), run: () => this.reload() }
        : { label: this.localize.term('chatsAll'), run: () => (this.filter = 'all') },
    );
  }

  protected override renderAfter() {
    return html`<chat-confirm></chat-confirm><chat-add-members></chat-add-members>`;
  }
}

define('chat-group-members', ChatGroupMembers);
declare global {
  interface HTMLElementTagNameMap {
    'chat-group-members': ChatGroupMembers;
  }
}
