import { css, html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { ChatClient, MessageItem } from '../../client/types.js';
import { define } from '../../lit/define.js';
import { iconButton } from '../../lit/icon-button.js';
import { icons } from '../../lit/icons.js';
import { laterIcons } from '../../lit/later-icons.js';
import { rowIcons } from '../../lit/row-icons.js';
import '../../locales/en-later.js';
import { conversationId } from '../../protocol/ids.js';
import type { MessageFilter } from '../../protocol/queries.js';
import { plainWords } from '../chat-message/text/words.js';
import { renderChips } from '../list/chips.js';
import { renderState } from '../list/states.js';
import { isVeiled } from '../chat-message/is-plain.js';
import { glimpseOf } from '../words/message-preview.js';
import { MessageListElement } from '../list/message-list-element.js';
import { foundText } from './found-text.js';

export type SearchKind = 'all' | 'image' | 'video' | 'audio' | 'file' | 'link' | 'mention';

/**
 * Finds messages by their words or by what they carry, in the conversation on show or in all; each leads to its place.
 *
 * @customElement chat-search
 * @slot header - Instead of the bar with the title.
 * @slot before - Above the bar, scrolled with the rows.
 * @slot empty - Instead of the words for a search that found nothing.
 * @fires {ChatEventMap['chat-select']} chat-select - The message is of another conversation than the one on show.
 * @fires {ChatEventMap['chat-show']} chat-show - A message was chosen: it is shown in its conversation.
 * @fires {ChatEventMap['chat-error']} chat-error - The search failed.
 * @csspart head - What stays above the rows.
 * @csspart heading - The title.
 * @csspart field - The search field.
 * @csspart filter - One of the chips.
 * @csspart steps - Which of the messages is on show, and the ways to the one before and after.
 * @csspart list - The rows.
 * @csspart row - One message.
 * @csspart name - Who wrote it.
 * @csspart place - The conversation it is of.
 * @csspart text - What it says.
 * @csspart time - When it was sent.
 * @csspart state - What stands in the place of rows.
 */
export class ChatSearch extends MessageListElement {
  static override styles = [
    ...MessageListElement.styles,
    css`
      .steps {
        display: flex;
        align-items: center;
        padding-inline: var(--_chat-space-4) var(--_chat-space-3);
        font-size: var(--_chat-font-size-xs);
        color: var(--_chat-color-muted);
        font-variant-numeric: tabular-nums;
      }
      .count {
        flex: 1;
      }
    `,
  ];

  /** In all conversations, not only in the one on show. */
  @property({ type: Boolean }) everywhere = false;
  /** What the messages have to carry. */
  @property() kind: SearchKind = 'all';

  /** The one that was chosen last. */
  @state() private current: string | undefined;

  protected override get heading() {
    return this.localize.term('searchMessages');
  }

  protected override get searchName() {
    return this.heading;
  }

  protected override get mixed() {
    return this.#everywhere;
  }

  /** Where no conversation is on show there is none to search in. */
  get #everywhere(): boolean {
    return this.everywhere || !this.target;
  }

  protected override source() {
    const { search, kind } = this;
    const carried = carries[kind] ?? {};
    if (!search && Object.keys(carried).length === 0) return undefined;
    const target = this.#everywhere ? undefined : this.target;
    const query = {
      hideDeleted: true,
      ...carried,
      ...(search && { search }),
      ...(target && { target }),
    };
    return {
      of: target ? conversationId('', target) : '',
      query: JSON.stringify(query),
      open: ({ messages }: ChatClient) => messages.search(query),
    };
  }

  protected override renderFilters() {
    const { localize } = this;
    const places = renderChips(localize.term('searchWhere'), [
      [localize.term('searchHere'), !this.everywhere, () => (this.everywhere = false)],
      [localize.term('searchEverywhere'), this.everywhere, () => (this.everywhere = true)],
    ]);
    const kinds = (['image', 'video', 'audio', 'file', 'link', 'mention'] as const).map(
      (kind) =>
        [
          localize.term('searchKind', kind),
          this.kind === kind,
          () => (this.kind = this.kind === kind ? 'all' : kind),
        ] as const,
    );
    return html`${this.target ? places : ''}${renderChips(localize.term('chatsShow'), kinds)}
    ${this.#renderSteps()}`;
  }

  /** Where one is among what was found, and the ways on (B102). */
  #renderSteps() {
    const { localize } = this;
    const { items, state: list } = this.data;
    const at = this.#at;
    if (at < 0) return nothing;
    const count = list?.more ? `${localize.number(items.length)}+` : localize.number(items.length);
    const step = (by: 1 | -1, term: 'searchNext' | 'searchPrevious', icon: TemplateResult) =>
      iconButton(localize.term(term), icon, () => void this.#step(by), {
        idle: by < 0 ? at === 0 : at === items.length - 1 && !list?.more,
      });
    const place = localize.term('searchAt', localize.number(at + 1), count);
    return html`<div class="steps" part="steps">
      <span class="count" aria-hidden="true">${place}</span>
      <span class="visually-hidden" role="status"
        >${place}: ${items[at] && this.nameOf(items[at])}</span
      >
      ${step(-1, 'searchPrevious', laterIcons.up)} ${step(1, 'searchNext', rowIcons.down)}
    </div>`;
  }

  /** Which of them is on show. */
  get #at(): number {
    return this.data.items.findIndex(({ id }) => id === this.current);
  }

  async #step(by: 1 | -1): Promise<void> {
    const to = this.#at + by;
    if (to >= this.data.items.length) {
      await this.data.list?.more();
      await this.updateComplete;
    }
    const item = this.data.items[to];
    if (item) this.choose(item);
  }

  protected override isSelected({ id }: MessageItem) {
    return id === this.current;
  }

  protected override choose(item: MessageItem) {
    this.current = item.id;
    super.choose(item);
  }

  protected override renderText(item: MessageItem) {
    const { search } = this;
    const { text } = item.message;
    const whole =
      search && text && !isVeiled(item)
        ? plainWords(item.message, item.people)
        : glimpseOf(item, this.localize);
    return foundText(whole, search).map((piece, i) =>
      i % 2 === 1 ? html`<mark>${piece}</mark>` : piece,
    );
  }

  protected override renderIdle() {
    return renderState(icons.search, this.localize.term('searchIdle'), {
      detail: this.localize.term('searchIdleText'),
    });
  }

  protected override renderEmpty() {
    return renderState(icons.search, this.localize.term('searchNone'));
  }
}

const carries: Readonly<Record<SearchKind, MessageFilter>> = {
  all: {},
  image: { attachmentTypes: ['image'] },
  video: { attachmentTypes: ['video'] },
  audio: { attachmentTypes: ['audio'] },
  file: { attachmentTypes: ['file'] },
  link: { hasLinks: true },
  mention: { hasMentions: true },
};

define('chat-search', ChatSearch);
declare global {
  interface HTMLElementTagNameMap {
    'chat-search': ChatSearch;
  }
}
