import type { ChatClient, MessageItem } from '../../../client/types.js';
import { emit } from '../../../lit/events.js';
import type { Localize } from '../../../lit/localize.js';
import '../../../locales/en-later.js';
import '../../../locales/en-rows.js';
import { ChatError } from '../../../protocol/errors.js';
import type { Target } from '../../../protocol/ids.js';
import type { MessageActs } from '../../chat-message/message-host.js';
import { plainWords } from '../../chat-message/text/words.js';
import type { ToastAction } from '../../chat-toast/chat-toast.js';
import type { MenuAnchor } from '../../chat-menu/chat-menu.js';
import { isEditable } from '../../is-editable.js';
import type { MessageEntry } from './message-menu.js';
import type { MessageOverlays } from './message-overlays.js';

/** The list that the actions belong to. */
export interface MessagesView {
  readonly element: HTMLElement;
  readonly localize: Localize;
  overlays(): Promise<MessageOverlays>;
  readonly target: () => Target | undefined;
  /** The thread it shows. */
  readonly parentId: () => string | undefined;
  openMenu(item: MessageItem, anchor: MenuAnchor): void;
  show(id: string): Promise<boolean>;
  announce(text: string): void;
  tell(text: string, action: ToastAction): void;
  failed(error: ChatError, operation: string): void;
}

/** What can be done with a message, as rows, menu and dialogs ask for it. */
export interface MessageActions extends MessageActs {
  readonly client: ChatClient;
  choose(item: MessageItem, entry: MessageEntry): void;
  remove(item: MessageItem): void;
}

/** Whether there is a menu for it, told before what stands in it is loaded. */
export function hasMenu({ message, state }: MessageItem): boolean {
  const { can, category, deletedAt, text } = message;
  if (deletedAt !== undefined || category === 'action') return false;
  return state === 'failed' || state === 'pending' || Boolean(text) || can.length > 0;
}

/** Most of it is one verb of the client. */
export function createMessageActions(client: ChatClient, view: MessagesView): MessageActions {
  const { localize, element } = view;
  const run = (operation: string, promise: Promise<unknown>) => {
    promise.catch((error: unknown) => view.failed(ChatError.from(error), operation));
  };

  const actions: MessageActions = {
    client,
    react(item, reaction) {
      const mine = item.message.reactions?.some((one) => one.reaction === reaction && one.mine);
      run(
        mine ? 'reaction.remove' : 'reaction.add',
        client.messages.react(item.id, reaction, !mine),
      );
    },
    pickReaction: (item, anchor) =>
      run(
        'chat-reaction-bar',
        view.overlays().then((overlays) => overlays.reactions(item, anchor)),
      ),
    reply(item) {
      const target = view.target();
      if (target) client.drafts.reply(target, item.id, view.parentId());
    },
    openMenu: (item, anchor) => view.openMenu(item, anchor),
    openThread(item) {
      const target = view.target();
      const { parentId = item.id } = item.message;
      if (target) emit(element, 'chat-thread', { target, parentId });
    },
    call(item) {
      const begun = import('../../chat-call/begin-call.js').then((it) =>
        it.resume(element, client, item.message),
      );
      run('call.start', begun);
    },
    openAttachment(item, attachment) {
      const { message } = item;
      if (emit(element, 'chat-open', { attachment, message })) {
        run(
          'chat-viewer',
          view.overlays().then((overlays) => overlays.viewer(item, attachment)),
        );
      }
    },
    jump: (id) => void view.show(id),
    dismissLink: (item, url) => run('link.dismiss', client.messages.dismissLink(item.id, url)),
    retry: (item) => client.messages.retry(item.id),
    discard(item) {
      endEdit(item.id);
      const text = client.messages.discard(item.id);
      if (text) undoable('messageDiscarded', () => restore(text));
    },
    edit,
    copy(text) {
      const copied = () => view.announce(localize.term('copied'));
      // Refused without permission, or in a page without TLS: the text can still be selected.
      navigator.clipboard?.writeText(text).then(copied, () => undefined);
    },
    remove: (item) => run('message.delete', client.messages.delete(item.id)),
    choose(item, entry) {
      switch (entry) {
        case 'reply':
          return actions.reply(item);
        case 'thread':
          return actions.openThread(item);
        case 'copy':
          return actions.copy(copiedText(item));
        case 'unread':
          return run('message.unread', client.messages.markUnread(item.id));
        case 'pin':
        case 'unpin':
          return pin(item, entry === 'pin');
        case 'save':
        case 'unsave':
          return save(item, entry === 'save');
        case 'retry':
          return actions.retry(item);
        case 'discard':
          return actions.discard(item);
        case 'edit':
          return edit(item);
      }
    },
  };

  function undoable(
    key: 'messageDiscarded' | 'messageUnpinned' | 'messageUnsaved',
    undo: () => void,
  ) {
    view.tell(localize.term(key), { label: localize.term('undo'), run: undo });
  }

  function pin(item: MessageItem, pinned: boolean): void {
    run('message.pin', client.messages.pin(item.id, pinned));
    if (!pinned) undoable('messageUnpinned', () => pin(item, true));
  }

  function save(item: MessageItem, saved: boolean): void {
    run('message.save', client.messages.save(item.id, saved));
    if (!saved) undoable('messageUnsaved', () => save(item, true));
  }

  /** Back to where it was written, beside what has been written since. */
  function restore(text: string): void {
    const target = view.target();
    if (!target) return;
    const since = client.drafts.$draft(target, view.parentId()).get().text;
    client.drafts.write(target, { text: since ? `${text}\n${since}` : text }, view.parentId());
  }

  /** What is not there any more is not edited. */
  function endEdit(id: string): void {
    const target = view.target();
    if (target && client.drafts.$draft(target, view.parentId()).get().editing === id)
      client.drafts.cancel(target, view.parentId());
  }

  function edit(item: MessageItem): void {
    const target = view.target();
    if (!target) return;
    if (isEditable(item)) {
      client.drafts.edit(target, item.message, view.parentId());
      return;
    }
    // Disapproved of before anybody had it: the text goes back to where it was written.
    const text = client.messages.discard(item.id);
    if (text) restore(text);
  }

  return actions;
}

/** The text of a message as its readers see it: no markup, names for mentions. */
function copiedText({ message, people }: MessageItem): string {
  return plainWords(message, people, '\n');
}
