import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import type { ChatEventMap, Panel } from '../../lit/events.js';
import { deepActiveElement } from '../../lit/focus.js';
import '../../locales/en-later.js';
import { isFreeEscape } from '../escape.js';
import { later } from '../late/later.js';
import { panelName } from '../panels.js';
import { tellFailure } from '../late/tell-failure.js';
import type { Messenger } from './messenger.js';

const loadChatPanel = later(() => import('../chat-panel/chat-panel.js'));

type Pane = 'chat-details' | 'chat-header' | 'chat-messages' | 'chat-panel' | 'chat-thread';

/** What stands beside a conversation, or in its place: its details, a thread, a panel. */
export class SidePanes {
  #messenger: Messenger;
  /** What had the focus when a panel or details were asked for. */
  #opener: HTMLElement | undefined;

  constructor(messenger: Messenger) {
    this.#messenger = messenger;
  }

  async #drawn(pane: Pane): Promise<LitElement | null> {
    const { element } = this.#messenger;
    await element.updateComplete;
    const drawn = element.renderRoot.querySelector<LitElement>(pane);
    await drawn?.updateComplete;
    return drawn;
  }

  async #focus(pane: Pane): Promise<void> {
    (await this.#drawn(pane))?.focus();
  }

  /** Back to what opened it; or, where that is gone, to the thread or panel that is there again, or to the header. */
  async #giveBack(): Promise<void> {
    const opener = this.#opener;
    this.#opener = undefined;
    const { element, panes } = this.#messenger;
    await element.updateComplete;
    if (opener?.isConnected && opener !== document.body) opener.focus();
    else
      await this.#focus(panes.thread ? 'chat-thread' : panes.panel ? 'chat-panel' : 'chat-header');
  }

  onThread = (event: HTMLElementEventMap['chat-thread']): void => {
    // The dispatch has to end first: the page may still prevent it.
    queueMicrotask(() => {
      if (!event.defaultPrevented) void this.openThread(event.detail);
    });
  };

  async openThread(thread: ChatEventMap['chat-thread'], writes = true): Promise<void> {
    this.#messenger.panes.openThread(thread);
    const pane = await this.#drawn('chat-thread');
    // A script that opens is not a person who does.
    if (writes && navigator.userActivation.isActive) pane?.focus();
  }

  closeThread(event: Event): void {
    queueMicrotask(() => {
      if (event.defaultPrevented) return;
      this.#messenger.panes.closeBeside();
      void this.#focus('chat-messages');
    });
  }

  onPanel = (event: HTMLElementEventMap['chat-panel']): void => {
    // Somebody shows it in a place of their own.
    if (event.defaultPrevented) return;
    event.preventDefault();
    this.#opener = deepActiveElement();
    tellFailure(this.#messenger.element, 'chat-panel', this.#openPanel(event.detail.panel));
  };

  async #openPanel(panel: Panel): Promise<void> {
    await loadChatPanel();
    this.#messenger.panes.openPanel(panel);
    await this.#focus('chat-panel');
  }

  closePanel(): void {
    this.#messenger.panes.closeBeside();
    void this.#giveBack();
  }

  onPerson = (event: HTMLElementEventMap['chat-person']): void => {
    // Members have a menu of their own.
    if (event.defaultPrevented || (event.target as Element).localName === 'chat-details') return;
    this.#openDetails(event.detail.uid);
  };

  onDetails = (): void => {
    const { panes, target } = this.#messenger;
    const shows = target() !== undefined && panes.detailed && panes.person === undefined;
    if (shows && !panes.narrow) this.closeDetails();
    else this.#openDetails();
  };

  #openDetails(person?: string): void {
    this.#opener = deepActiveElement();
    this.#messenger.panes.openDetails(person);
    void this.#focus('chat-details');
  }

  closeDetails(): void {
    this.#messenger.panes.closeDetails();
    void this.#giveBack();
  }

  #onDetailsKeydown = (event: KeyboardEvent) => {
    const { layout, person } = this.#messenger.panes;
    if ((layout !== 'wide' || person) && isFreeEscape(event)) {
      event.preventDefault();
      this.closeDetails();
    }
  };

  render(): unknown {
    const { panes, localize } = this.#messenger;
    const { thread, panel, detailed, narrow, person, layout } = panes;
    if (detailed) {
      return this.#renderPane(
        'details',
        localize.term('details'),
        html`<chat-details
          .uid=${person}
          ?narrow=${narrow}
          ?closable=${layout === 'medium' || person !== undefined}
          @keydown=${this.#onDetailsKeydown}
        ></chat-details>`,
      );
    }
    if (thread) {
      return this.#renderPane(
        'thread',
        localize.term('thread'),
        html`<chat-thread .parentId=${thread.parentId} ?narrow=${narrow}></chat-thread>`,
      );
    }
    if (!panel) return nothing;
    return this.#renderPane(
      'panel',
      panelName(panel, localize),
      html`<chat-panel .panel=${panel} ?narrow=${narrow}></chat-panel>`,
    );
  }

  #renderPane(kind: 'details' | 'thread' | 'panel', label: string, content: TemplateResult) {
    const { narrow } = this.#messenger.panes;
    return html`<aside class="pane ${kind} ${narrow ? 'in' : ''}" part=${kind} aria-label=${label}>
      ${content}
    </aside>`;
  }
}
