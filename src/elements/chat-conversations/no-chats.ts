import type { TemplateResult } from 'lit';
import { icons } from '../../lit/icons.js';
import { laterIcons } from '../../lit/later-icons.js';
import { rowIcons } from '../../lit/row-icons.js';
import type { Localize } from '../../lit/localize.js';
import '../../locales/en-later.js';
import { renderState } from '../list/states.js';

/** Where there are no chats that match, or none at all: why, and what to do. */
export function renderNoChats(
  shown: { readonly filter: 'all' | 'unread' | 'groups'; readonly tag: string },
  localize: Localize,
  showAll: () => void,
  begin: false | (() => void),
): TemplateResult {
  const all = { label: localize.term('chatsShowAll'), run: showAll };
  if (shown.tag) return renderState(laterIcons.tag, localize.term('chatsNoneTagged'), all);
  switch (shown.filter) {
    case 'unread':
      return renderState(icons.check, localize.term('chatsNoneUnread'), all);
    case 'groups':
      return renderState(laterIcons.users, localize.term('chatsNoneGroups'), all);
    default:
      return renderState(
        rowIcons.thread,
        localize.term('chatsNone'),
        begin ? { label: localize.term('chatNew'), run: begin } : {},
      );
  }
}
