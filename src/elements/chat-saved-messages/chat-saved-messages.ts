import type { ChatClient, MessageItem } from '../../client/types.js';
import { define } from '../../lit/define.js';
import { laterIcons } from '../../lit/later-icons.js';
import { rowIcons } from '../../lit/row-icons.js';
import '../../locales/en-later.js';
import { renderState } from '../list/states.js';
import { MessageListElement } from '../list/message-list-element.js';

/**
 * What one has saved for oneself, of all conversations, latest first; each leads to its place.
 *
 * @customElement chat-saved-messages
 * @slot header - Instead of the bar with the title.
 * @slot before - Above the bar, scrolled with the rows.
 * @slot empty - Instead of the words for a list without rows.
 * @fires {ChatEventMap['chat-select']} chat-select - The message is of another conversation than the one on show.
 * @fires {ChatEventMap['chat-show']} chat-show - A message was chosen: it is shown in its conversation.
 * @fires {ChatEventMap['chat-error']} chat-error - Something could not be loaded or done.
 * @csspart head - What stays above the rows.
 * @csspart heading - The title.
 * @csspart field - The search field.
 * @csspart list - The rows.
 * @csspart row - One message.
 * @csspart name - Who wrote it.
 * @csspart place - The conversation it is of.
 * @csspart text - What it says.
 * @csspart time - When it was sent.
 * @csspart menu-button - Opens the menu of a row.
 * @csspart state - What stands in the place of rows.
 */
export class ChatSavedMessages extends MessageListElement {
  protected override get heading() {
    return this.localize.term('savedMessages');
  }

  protected override get mixed() {
    return true;
  }

  protected override source() {
    const { search } = this;
    return {
      of: '',
      query: search,
      open: ({ messages }: ChatClient) =>
        search ? messages.search({ search, saved: true, hideDeleted: true }) : messages.saved(),
    };
  }

  protected override menuFor({ message }: MessageItem) {
    if (!message.can.includes('save')) return [];
    return [
      { id: 'unsave', label: this.localize.term('messageUnsave'), icon: laterIcons.bookmarkOff },
    ];
  }

  protected override onMenu({ id }: MessageItem) {
    const { client, localize } = this;
    if (!client) return;
    const save = (on: boolean) => this.attempt('message.save', client.messages.save(id, on));
    void this.undoable(save(false), localize.term('messageUnsaved'), () => save(true));
  }

  protected override renderEmpty() {
    return renderState(rowIcons.bookmark, this.localize.term('savedNone'), {
      detail: this.localize.term('savedNoneText'),
    });
  }
}

define('chat-saved-messages', ChatSavedMessages);
declare global {
  interface HTMLElementTagNameMap {
    'chat-saved-messages': ChatSavedMessages;
  }
}
