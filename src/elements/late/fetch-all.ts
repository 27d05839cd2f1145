/** What opens when somebody acts, by the element on which they do. */
const parts: Readonly<Record<string, readonly (() => Promise<unknown>)[]>> = {
  'chat-messages': [
    () => import('../chat-messages/handling.js'),
    () => import('../chat-messages/message-overlays.js'),
    () => import('../chat-messages/swipe.js'),
    () => import('../chat-menu/chat-menu.js'),
    () => import('../chat-reaction-bar/chat-reaction-bar.js'),
    () => import('../chat-dialog/chat-dialog.js'),
    () => import('../chat-message-info/chat-message-info.js'),
  ],
  'chat-composer': [
    () => import('../chat-composer/extras.js'),
    () => import('../chat-composer-input/writing.js'),
    () => import('../chat-composer-notice/chat-composer-notice.js'),
    () => import('../chat-attachment-tray/chat-attachment-tray.js'),
    () => import('../chat-confirm/chat-confirm.js'),
  ],
  'chat-header': [
    () => import('../chat-call/chat-call.js'),
    () => import('../chat-dialog/chat-dialog.js'),
    () => import('../chat-search/chat-search.js'),
    () => import('../chat-pinned-messages/chat-pinned-messages.js'),
    () => import('../chat-saved-messages/chat-saved-messages.js'),
    () => import('../chat-threads/chat-threads.js'),
  ],
  'chat-messenger': [
    () => import('../chat-calls/chat-calls.js'),
    () => import('../chat-panel/chat-panel.js'),
  ],
  'chat-pinned-messages': [() => import('../chat-toast/chat-toast.js')],
  'chat-saved-messages': [() => import('../chat-toast/chat-toast.js')],
  'chat-me': [() => import('../chat-profile/chat-profile.js')],
  'chat-details': [() => import('../chat-edit-group/chat-edit-group.js')],
  'chat-groups': [
    () => import('../chat-join-group/chat-join-group.js'),
    () => import('../chat-new-group/chat-new-group.js'),
  ],
  'chat-group-members': [() => import('../chat-add-members/chat-add-members.js')],
  'chat-conversations': [
    () => import('../chat-conversations/new-chat.js'),
    () => import('../chat-conversations/no-chats.js'),
    () => import('../chat-conversations/row-menu.js'),
    () => import('../chat-tags/chat-tags.js'),
    () => import('../chat-menu/chat-menu.js'),
    () => import('../chat-confirm/chat-confirm.js'),
  ],
};

/** Fetches what the elements on the page open when somebody acts. */
export async function fetchAll(): Promise<void> {
  const wanted = Object.entries(parts).flatMap(([tag, loads]) =>
    customElements.get(tag) ? loads : [],
  );
  // What cannot be had now is asked for again when it is needed.
  await Promise.allSettled(wanted.map((load) => load()));
}
