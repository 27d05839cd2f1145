import { html } from 'lit';
import { property } from 'lit/decorators.js';
import type { ChatClient, MessageItem } from '../../client/types.js';
import { define } from '../../lit/define.js';
import { icons } from '../../lit/icons.js';
import { conversationId } from '../../protocol/ids.js';
import type { MessageFilter } from '../../protocol/operations.js';
import { parseText } from '../chat-message/text/parse.js';
import { plainText } from '../chat-message/text/plain.js';
import { renderChips } from '../list/chips.js';
import { renderState } from '../list/states.js';
import { MessageListElement } from '../message-list-element.js';
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
 * @csspart list - The rows.
 * @csspart row - One message.
 * @csspart name - Who wrote it.
 * @csspart place - The conversation it is of.
 * @csspart text - What it says.
 * @csspart time - When it was sent.
 * @csspart state - What stands in the place of rows.
 */
export class ChatSearch extends MessageListElement {
  /** In all conversations, not only in the one on show. */
  @property({ type: Boolean }) everywhere = false;
  /** What the messages have to carry. */
  @property() kind: SearchKind = 'all';

  protected override get heading() {
    return this.localize.term('searchMessages');
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
    return html`${this.target ? places : ''}${renderChips(localize.term('chatsShow'), kinds)}`;
  }

  protected override renderText(item: MessageItem) {
    const { search } = this;
    const { text } = item.message;
    const whole = search && text ? plainText(parseText(text), item.people) : this.previewOf(item);
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
