import { css, html } from 'lit';
import { property } from 'lit/decorators.js';
import type { ChatClient, MessageItem } from '../../client/types.js';
import { define } from '../../lit/define.js';
import { emit } from '../../lit/events.js';
import { rowIcons } from '../../lit/row-icons.js';
import '../../locales/en-later.js';
import '../../locales/en-rows.js';
import { conversationId } from '../../protocol/ids.js';
import { renderChips } from '../list/chips.js';
import { renderState } from '../list/states.js';
import { MessageListElement } from '../list/message-list-element.js';
import { rowTime } from '../words/row-time.js';
import { isSameTarget } from '../same-target.js';

/**
 * The threads of the conversation on show, or of all, by their newest reply.
 *
 * @customElement chat-threads
 * @slot header - Instead of the bar with the title.
 * @slot before - Above the bar, scrolled with the rows.
 * @slot empty - Instead of the words for a list without rows.
 * @fires {ChatEventMap['chat-select']} chat-select - The thread is of another conversation than the one on show.
 * @fires {ChatEventMap['chat-show']} chat-show - A thread was chosen: it is opened at its first message.
 * @fires {ChatEventMap['chat-error']} chat-error - Something could not be loaded.
 * @csspart head - What stays above the rows.
 * @csspart heading - The title.
 * @csspart filter - One of the chips.
 * @csspart list - The rows.
 * @csspart row - One thread, by its first message.
 * @csspart name - Who began it.
 * @csspart place - The conversation it is of.
 * @csspart text - What its first message says.
 * @csspart time - When that was sent.
 * @csspart state - What stands in the place of rows.
 */
export class ChatThreads extends MessageListElement {
  static override styles = [
    ...MessageListElement.styles,
    css`
      .note.unread {
        color: var(--_chat-color-accent-text);
        font-weight: 600;
      }
    `,
  ];

  /** Of all conversations, not only of the one on show. */
  @property({ type: Boolean }) everywhere = false;
  /** Only those one wrote in or is mentioned in. */
  @property({ type: Boolean }) mine = false;

  protected override readonly searched = false;

  protected override get heading() {
    return this.localize.term('threads');
  }

  protected override get mixed() {
    return this.everywhere;
  }

  protected override source() {
    const { mine, everywhere } = this;
    const target = everywhere ? undefined : this.target;
    if (!target && !everywhere) return undefined;
    return {
      of: target ? conversationId('', target) : '',
      query: String(mine),
      open: ({ messages }: ChatClient) =>
        messages.threads({ participated: mine, ...(target && { target }) }),
    };
  }

  protected override choose(item: MessageItem) {
    const target = this.placeOf(item);
    if (!isSameTarget(target, this.target) && !emit(this, 'chat-select', { target })) return;
    emit(this, 'chat-show', { target, id: item.id, parentId: item.id });
  }

  protected override renderFilters() {
    const { localize } = this;
    return renderChips(localize.term('chatsShow'), [
      [localize.term('chatsAll'), !this.mine, () => (this.mine = false)],
      [localize.term('threadsMine'), this.mine, () => (this.mine = true)],
    ]);
  }

  protected override renderNote({ message }: MessageItem) {
    const { replyCount = 0, lastReplyAt, threadSubscribed, unreadReplies } = message;
    const { localize } = this;
    const all = localize.term('replies', replyCount);
    const count = unreadReplies
      ? localize.term('comma', all, localize.term('unseen', unreadReplies))
      : all;
    const last = lastReplyAt && rowTime(lastReplyAt, Date.now(), localize);
    return html`<span class="note ${unreadReplies ? 'unread' : ''}"
      >${last ? localize.term('comma', count, last) : count}${
        threadSubscribed
          ? html`<span class="visually-hidden">, ${localize.term('threadFollowing')}</span>`
          : ''
      }</span
    >`;
  }

  protected override renderEmpty() {
    return renderState(rowIcons.thread, this.localize.term('threadsNone'), {
      detail: this.localize.term('threadsNoneText'),
    });
  }
}

define('chat-threads', ChatThreads);
declare global {
  interface HTMLElementTagNameMap {
    'chat-threads': ChatThreads;
  }
}
