import { html, type TemplateResult } from 'lit';
import type { Panel } from '../lit/events.js';
import type { Localize } from '../lit/localize.js';
import { icons } from '../lit/icons.js';
import { laterIcons } from '../lit/later-icons.js';
import { rowIcons } from '../lit/row-icons.js';
import '../locales/en-later.js';
import '../locales/en-rows.js';
import type { MenuItem } from './chat-menu/chat-menu.js';
import { later } from './late/later.js';
import type { Offers } from './offers.js';

const loads: Readonly<Record<Panel, () => Promise<unknown>>> = {
  search: later(() => import('./chat-search/chat-search.js')),
  pinned: later(() => import('./chat-pinned-messages/chat-pinned-messages.js')),
  saved: later(() => import('./chat-saved-messages/chat-saved-messages.js')),
  threads: later(() => import('./chat-threads/chat-threads.js')),
};

/** What can be opened beside a conversation; each is loaded when it is first wanted. */
export function loadPanel(panel: Panel): Promise<unknown> {
  return loads[panel]();
}

const terms = {
  search: 'searchMessages',
  pinned: 'pinnedMessages',
  saved: 'savedMessages',
  threads: 'threads',
} as const;

export function panelName(panel: Panel, localize: Localize): string {
  return localize.term(terms[panel]);
}

export function offersSearch(offers: Offers): boolean {
  return offers.has('message.search', 'messages.search');
}

/** The ways into the panels, as far as there is something to find in them. */
export function panelMenu(
  offers: Offers,
  localize: Localize,
): readonly (MenuItem & { readonly id: Panel })[] {
  const item = (id: Panel, icon: TemplateResult) => ({ id, label: panelName(id, localize), icon });
  return [
    ...(offersSearch(offers) ? [item('search', icons.search)] : []),
    ...(offers.has('message.search', 'messages.pin')
      ? [item('pinned', rowIcons.pin), item('saved', rowIcons.bookmark)]
      : []),
    ...(offers.has('thread.list', 'messages.thread') ? [item('threads', laterIcons.threads)] : []),
  ];
}

export function isPanel(id: string): id is Panel {
  return id in terms;
}

/** @param header stands in the place of the list's own bar */
export function renderPanel(
  panel: Panel,
  { uid, guid }: { uid?: string | undefined; guid?: string | undefined },
  header: TemplateResult,
): TemplateResult {
  switch (panel) {
    case 'search':
      return html`<chat-search class="panel-list" .uid=${uid} .guid=${guid}
        >${header}</chat-search
      >`;
    case 'pinned':
      return html`<chat-pinned-messages class="panel-list" .uid=${uid} .guid=${guid}
        >${header}</chat-pinned-messages
      >`;
    case 'saved':
      return html`<chat-saved-messages class="panel-list" .uid=${uid} .guid=${guid}
        >${header}</chat-saved-messages
      >`;
    case 'threads':
      return html`<chat-threads class="panel-list" .uid=${uid} .guid=${guid}
        >${header}</chat-threads
      >`;
  }
}
