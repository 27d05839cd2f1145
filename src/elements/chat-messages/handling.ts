import type { LitElement } from 'lit';
import type { ChatClient, MessageItem } from '../../client/types.js';
import { adopt } from '../../lit/adopt.js';
import type { Localize } from '../../lit/localize.js';
import '../../locales/en-later.js';
import type { ChatError } from '../../protocol/errors.js';
import type { Target } from '../../protocol/ids.js';
import '../chat-announcer/chat-announcer.js';
import type { ChatMessage } from '../chat-message/chat-message.js';
import type { MenuAnchor } from '../chat-menu/chat-menu.js';
import { errorText } from '../error-text.js';
import { DayPill } from './day-pill.js';
import { FollowShow } from './follow-show.js';
import { createMessageActions, hasMenu, type MessageActions } from './message-actions.js';
import type { MessageOverlays } from './message-overlays.js';
import { News, type Verbosity } from './news.js';
import { Notice } from './notice.js';
import { handleRowKey } from './row-keys.js';
import { RowPointer } from './row-pointer.js';
import type { Topmost } from './scroller.js';
import { renderToolbar, toolbarStyles } from './toolbar.js';

/** A list of messages, as far as what is done in it needs it. */
export interface HandledList {
  readonly element: LitElement & {
    readonly target: Target | undefined;
    readonly announcements: Verbosity;
    show(place: string): Promise<boolean>;
    announce(text: string): void;
    alert(text: string): void;
  };
  readonly localize: Localize;
  client(): ChatClient | undefined;
  me(): string | undefined;
  /** The thread it shows. */
  parentId(): string | undefined;
  rows(): readonly ChatMessage[];
  topmost(): Topmost | undefined;
  /** Threads can be begun here. */
  hasThreads(): boolean;
  /** Puts the focus on the first or last message that is loaded. */
  toEdge(edge: 'first' | 'last'): void;
  /** Escape on a message itself. */
  leave(): void;
  /** Tells the page of a failure. False when the page shows it itself. */
  report(error: ChatError, operation: string): boolean;
}

/** Pointers, keys, toolbar, menus, and what is said about what happens. */
export class Handling {
  readonly day: DayPill;
  #list: HandledList;
  #pointer: RowPointer;
  #news: News;
  #notice: Notice;
  #actions: MessageActions | undefined;
  /** Loaded when the first of them opens. */
  #overlays: MessageOverlays | undefined;
  #handlers: Readonly<Record<string, (event: never) => void>>;

  constructor(list: HandledList) {
    const { element, localize } = list;
    this.#list = list;
    this.day = new DayPill(element, localize, list.topmost);
    this.#news = new News(element, localize);
    this.#notice = new Notice(element);
    const pointer = new RowPointer(element, (item, anchor) => this.#openMenu(item, anchor));
    this.#pointer = pointer;
    new FollowShow(element);
    this.#handlers = {
      keydown: (event: KeyboardEvent) =>
        handleRowKey(event, { rows: list.rows, edge: list.toEdge, leave: list.leave }),
      click: pointer.click,
      contextmenu: pointer.contextmenu,
      focusin: pointer.focusin,
      focusout: pointer.focusout,
      pointerover: pointer.over,
      pointerleave: pointer.leave,
      pointerdown: pointer.down,
      pointermove: pointer.move,
      pointerup: pointer.up,
      pointercancel: pointer.up,
    };
    element.addController({ hostConnected: () => adopt(element, toolbarStyles) });
  }

  handle(event: Event): void {
    this.#handlers[event.type]?.(event as never);
  }

  get actions(): MessageActions | undefined {
    const list = this.#list;
    const client = list.client();
    if (client && this.#actions?.client !== client) {
      this.#actions = createMessageActions(client, {
        element: list.element,
        localize: list.localize,
        overlays: () => this.#openOverlays(),
        target: () => list.element.target,
        parentId: list.parentId,
        openMenu: (item, anchor) => void this.#openMenu(item, anchor),
        show: (id) => list.element.show(id),
        announce: (text) => list.element.announce(text),
        failed: (error, operation) => {
          if (list.report(error, operation)) this.tell(errorText(error, list.localize));
        },
      });
    }
    return this.#actions;
  }

  /** Before rendering: the messages have changed. */
  prepare(items: readonly MessageItem[]): void {
    this.#news.follow(this.#list.client(), this.#list.parentId());
    this.#overlays?.check(items);
  }

  /** After it. */
  check(items: readonly MessageItem[]): void {
    this.#news.check(items);
  }

  /** Another conversation is on show. */
  reset(): void {
    this.#news.reset();
  }

  /** To those who see it, and to those who hear it. */
  tell(text: string): void {
    this.#notice.say(text);
    this.#list.element.announce(text);
  }

  #openMenu(item: MessageItem, anchor: MenuAnchor): boolean {
    if (!hasMenu(item)) return false;
    const where = {
      threads: this.#list.hasThreads(),
      inThread: this.#list.parentId() !== undefined,
    };
    void this.#openOverlays().then((overlays) => overlays.menu(item, where, anchor));
    return true;
  }

  async #openOverlays(): Promise<MessageOverlays> {
    const { element, localize, client, rows } = this.#list;
    const { MessageOverlays } = await import('./message-overlays.js');
    this.#overlays ??= new MessageOverlays({
      localize,
      client,
      root: () => element.renderRoot,
      rendered: () => {
        element.requestUpdate();
        return element.updateComplete;
      },
      held: (item) => this.#pointer.hold(item && rows().find((row) => row.item?.id === item.id)),
      actions: () => this.actions,
      reported: () => this.tell(localize.term('reportSent')),
    });
    return this.#overlays;
  }

  toolbar(item: MessageItem): unknown {
    return this.actions && renderToolbar(item, this.actions, this.#list.localize);
  }

  renderNotice(): unknown {
    return this.#notice.render();
  }

  renderOverlays(): unknown {
    return this.#overlays?.render();
  }
}
