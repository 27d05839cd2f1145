import type { ChatClient, MessageItem } from '../../client/types.js';
import { define } from '../../lit/define.js';
import { laterIcons } from '../../lit/later-icons.js';
import { rowIcons } from '../../lit/row-icons.js';
import '../../locales/en-later.js';
import { conversationId } from '../../protocol/ids.js';
import { renderState } from '../list/states.js';
import { MessageListElement } from '../list/message-list-element.js';

/**
 * What was pinned in the conversation on show, latest pin first; each leads to its place.
 *
 * @customElement chat-pinned-messages
 * @slot header - Instead of the bar with the title.
 * @slot before - Above the bar, scrolled with the rows.
 * @slot empty - Instead of the words for a list without rows.
 * @fires {ChatEventMap['chat-show']} chat-show - A message was chosen: it is shown in its conversation.
 * @fires {ChatEventMap['chat-error']} chat-error - Something could not be loaded or done.
 * @csspart head - What stays above the rows.
 * @csspart heading - The title.
 * @csspart field - The search field.
 * @csspart list - The rows.
 * @csspart row - One message.
 * @csspart name - Who wrote it.
 * @csspart text - What it says.
 * @csspart time - When it was sent.
 * @csspart menu-button - Opens the menu of a row.
 * @csspart state - What stands in the place of rows.
 */
export class ChatPinnedMessages extends MessageListElement {
  protected override get heading() {
    return this.localize.term('pinnedMessages');
  }

  protected override source() {
    const { target, search } = this;
    if (!target) return undefined;
    return {
      of: conversationId('', target),
      query: search,
      open: ({ messages }: ChatClient) =>
        search
          ? messages.search({ target, search, pinned: true, hideDeleted: true })
          : messages.pinned(target),
    };
  }

  protected override menuFor({ message }: MessageItem) {
    if (!message.can.includes('pin')) return [];
    return [{ id: 'unpin', label: this.localize.term('messageUnpin'), icon: laterIcons.pinOff }];
  }

  protected override onMenu({ id }: MessageItem) {
    const { client, localize } = this;
    if (!client) return;
    const pin = (on: boolean) => this.attempt('message.pin', client.messages.pin(id, on));
    void this.undoable(pin(false), localize.term('messageUnpinned'), () => pin(true));
  }

  protected override renderIdle() {
    return this.target ? undefined : renderState(rowIcons.pin, this.localize.term('messengerPick'));
  }

  protected override renderEmpty() {
    return renderState(rowIcons.pin, this.localize.term('pinnedNone'), {
      detail: this.localize.term('pinnedNoneText'),
    });
  }
}

define('chat-pinned-messages', ChatPinnedMessages);
declare global {
  interface HTMLElementTagNameMap {
    'chat-pinned-messages': ChatPinnedMessages;
  }
}
