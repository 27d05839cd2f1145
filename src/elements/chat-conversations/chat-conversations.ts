import { html } from 'lit';
import { property } from 'lit/decorators/property.js';
import type { ChatClient, ConversationItem } from '../../client/types.js';
import { define } from '../../lit/define.js';
import { emit } from '../../lit/events.js';
import { iconButton } from '../../lit/icon-button.js';
import { icons } from '../../lit/icons.js';
import type { MenuAnchor } from '../chat-menu/chat-menu.js';
import { isReadable, useGlimpses } from '../chat-message/rich.js';
import { later } from '../late/later.js';
import { renderChips } from '../list/chips.js';
import { ListElement } from '../list/list-element.js';
import { Offers } from '../offers.js';
import { dress, follow } from '../late/row-part.js';
import { tellFailure } from '../late/tell-failure.js';
import { styles } from './chat-conversations.styles.js';
import type { NewChat, Picked } from './new-chat.js';
import { hasSigns, signs } from './late-signs.js';
import { conversationName, renderConversation } from './conversation-row.js';

const loadNewChat = later(() => import('./new-chat.js'));
const loadRowMenu = later(() => import('./row-menu.js'));
const loadNoChats = later(() => import('./no-chats.js'));

type Filter = 'all' | 'unread' | 'groups';
const mostTags = 8;

/**
 * The chats of the signed-in user, newest first, and the way to new ones. Up and Down with Alt and Shift lead from one
 * row to the next that is unread.
 *
 * @customElement chat-conversations
 * @slot header - Instead of the bar with title and "New chat".
 * @slot start - Before the title.
 * @slot action - More buttons, before "New chat".
 * @slot before - Above the bar, scrolled with the rows.
 * @slot empty - Instead of the words for a list without rows.
 * @fires {ChatEventMap['chat-select']} chat-select - A conversation was chosen; the nearest scope shows it.
 * @fires {ChatEventMap['chat-error']} chat-error - Something could not be loaded or done.
 * @csspart head - What stays above the rows.
 * @csspart bar - Title and buttons.
 * @csspart heading - The title.
 * @csspart search - The search field and its icon.
 * @csspart field - The search field itself.
 * @csspart filter - One of the chips.
 * @csspart list - The rows.
 * @csspart row - One conversation; `row selected` for the one on show.
 * @csspart name - Its name.
 * @csspart preview - Its second line.
 * @csspart time - When it was last active.
 * @csspart badge - The number of unread messages.
 * @csspart mention - The sign of an unread mention.
 * @csspart kind - The sign of a private or password group.
 * @csspart menu-button - Opens the menu of a row.
 * @csspart state - What stands in the place of rows.
 */
export class ChatConversations extends ListElement<ConversationItem> {
  static override styles = [ListElement.styles, styles];

  /** Which of them to show. */
  @property() filter: Filter = 'all';
  /** Only those that have this tag, which is one's own. */
  @property() tag = '';

  readonly #offers = new Offers(this, () => this.client);
  /** Loaded when the first menu opens. */
  #menu: typeof import('./row-menu.js') | undefined;
  #newChat: NewChat | undefined;
  /** Loaded when there are none to show. */
  #noChats: typeof import('./no-chats.js') | undefined;
  /** Of all that were on show. */
  #tags: readonly string[] = [];

  constructor() {
    super();
    useGlimpses(this);
    follow(this, signs);
    dress(this, signs, ({ signStyles }) => signStyles);
    this.data.drawable = (items) => {
      const isSigned = signs.serves(items, hasSigns);
      return isReadable(items.flatMap(({ last }) => last ?? [])) && isSigned;
    };
  }

  /** Opens the choice of people and groups to chat with. */
  async startChat(): Promise<void> {
    const { NewChat } = await loadNewChat();
    this.#newChat ??= new NewChat({
      element: this,
      localize: this.localize,
      offers: this.#offers,
      kinds: () => this.#kinds,
    });
    await this.#newChat.show();
  }

  #onStart = () => void this.attempt('chat-new', this.startChat());

  protected override get heading() {
    return this.localize.term('chats');
  }

  /** With whom a chat can be begun. */
  get #kinds(): readonly Picked[] {
    const kinds: readonly Picked[] = ['people', 'groups'];
    return kinds.filter((kind) => this.#offers.has(kind === 'people' ? 'user.list' : 'group.list'));
  }

  protected override source() {
    const { search, filter, tag } = this;
    return {
      of: '',
      query: JSON.stringify([filter, tag, search]),
      open: ({ conversations }: ChatClient) =>
        conversations.list({
          ...(search && { search }),
          ...(filter === 'unread' && { unread: true }),
          ...(filter === 'groups' && { type: 'group' }),
          ...(tag && { tags: [tag] }),
        }),
    };
  }

  protected override nameOf(item: ConversationItem) {
    return conversationName(item);
  }

  protected override isSelected({ target }: ConversationItem) {
    return this.shown?.uid === target.uid && this.shown?.guid === target.guid;
  }

  protected override choose({ target }: ConversationItem) {
    emit(this, 'chat-select', { target });
  }

  protected override menuFor(item: ConversationItem) {
    return this.#menu?.menuOf(item, this.#offers, this.localize) ?? [];
  }

  protected override openMenu(item: ConversationItem, anchor: MenuAnchor) {
    const opening = loadRowMenu().then((menu) => {
      this.#menu = menu;
      super.openMenu(item, anchor);
    });
    void this.attempt('chat-menu', opening);
  }

  protected override hasMenu() {
    return !this.#offers.lacks('conversation.delete') || !this.#offers.lacks('conversation.mute');
  }

  protected override onMenu(item: ConversationItem, id: string) {
    const { client, localize, renderRoot: root } = this;
    const attempts = { run: this.attempt.bind(this) };
    if (client) this.#menu?.choose(item, id, client, { attempts, localize, root });
  }

  #show(filter: Filter, tag = ''): void {
    this.filter = filter;
    this.tag = tag === this.tag ? '' : tag;
  }

  /** While one is chosen, the others stay to choose from. */
  #shownTags(): readonly string[] {
    const there = this.data.items.flatMap(({ conversation }) => conversation.tags ?? []);
    const tags = new Set([...there, ...(this.tag ? [this.tag, ...this.#tags] : [])]);
    this.#tags = [...tags].sort((a, b) => a.localeCompare(b)).slice(0, mostTags);
    return this.#tags;
  }

  protected override render() {
    const newChat = this.#newChat;
    return html`<div class="pane" ?inert=${newChat?.picking !== undefined}>${super.render()}</div>
      ${newChat?.render()}
      <chat-confirm></chat-confirm>
      <chat-tags></chat-tags>`;
  }

  protected override renderBarActions() {
    const slot = html`<slot name="action"></slot>`;
    if (this.#kinds.length === 0) return slot;
    const label = this.localize.term('chatNew');
    return [slot, iconButton(label, icons.compose, this.#onStart, { part: 'compose' })];
  }

  protected override renderFilters() {
    const chips: readonly (readonly [Filter, string])[] = [
      ['all', this.localize.term('chatsAll')],
      ['unread', this.localize.term('chatsUnread')],
      ['groups', this.localize.term('chatsGroups')],
    ];
    return renderChips(this.localize.term('chatsShow'), [
      ...chips.map(
        ([filter, label]) =>
          [label, this.filter === filter && !this.tag, () => this.#show(filter)] as const,
      ),
      ...this.#shownTags().map(
        (tag) => [`#${tag}`, tag === this.tag, () => this.#show('all', tag)] as const,
      ),
    ]);
  }

  protected override renderItem(item: ConversationItem) {
    return renderConversation(item, Date.now(), this.localize);
  }

  protected override renderEmpty() {
    if (!this.#noChats) {
      const loading = loadNoChats().then((noChats) => {
        this.#noChats = noChats;
        this.requestUpdate();
      });
      tellFailure(this, this.localName, loading);
    }
    return this.#noChats?.renderNoChats(
      this,
      this.localize,
      () => this.#show('all'),
      this.#kinds.length > 0 && this.#onStart,
    );
  }
}

define('chat-conversations', ChatConversations);
declare global {
  interface HTMLElementTagNameMap {
    'chat-conversations': ChatConversations;
  }
}
