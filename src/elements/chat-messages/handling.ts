import { html, type LitElement } from 'lit';
import type { ClientStatus } from '../../client/client-status.js';
import type { ChatClient, Feed, MessageItem } from '../../client/types.js';
import { adopt } from '../../lit/adopt.js';
import { sharpen } from '../../lit/contrast.js';
import { buttons } from '../../lit/controls.styles.js';
import { emit } from '../../lit/events.js';
import type { Localize } from '../../lit/localize.js';
import { StoreController } from '../../lit/store-controller.js';
import '../../locales/en-later.js';
import { ChatError } from '../../protocol/errors.js';
import type { Target } from '../../protocol/ids.js';
import type { User } from '../../protocol/records.js';
import '../chat-announcer/chat-announcer.js';
import '../chat-toast/chat-toast.js';
import type { ToastAction } from '../chat-toast/chat-toast.js';
import type { ChatMessage } from '../chat-message/chat-message.js';
import type { MessageHost } from '../chat-message/message-host.js';
import type { MessageRow } from '../chat-message/message-row.js';
import { swipeStyles } from '../chat-message/swipe.styles.js';
import { renderTrouble, troubleStyles } from '../chat-message/below/trouble.js';
import type { MenuAnchor } from '../chat-menu/chat-menu.js';
import { later } from '../late/later.js';
import { errorText } from '../words/error-text.js';
import { forgetBanner, renderBanner } from './banner.js';
import { FocusKeeper } from './rows/focus-keeper.js';
import { FollowShow } from './follow-show.js';
import { visible } from './scrolling/in-view.js';
import { isSelecting } from './rows/is-selecting.js';
import { jump } from './scrolling/jump.js';
import { createMessageActions, hasMenu, type MessageActions } from './actions/message-actions.js';
import type { MessageOverlays } from './actions/message-overlays.js';
import { News, type Verbosity } from './news.js';
import { Pace } from './scrolling/pace.js';
import { handleRowKey } from './rows/row-keys.js';
import { RowPointer } from './rows/row-pointer.js';
import type { Reading } from './scrolling/reading.js';
import type { RowLook } from './rows/render-row.js';
import { firstShown } from './rows/rows.js';
import type { Scroller } from './scrolling/scroller.js';
import { isCovered, SeenWatcher } from './seen-watcher.js';
import {
  renderFailed,
  renderInstead,
  renderLatest,
  renderSince,
  renderTyping,
} from './surroundings.js';
import { surroundingStyles } from './surroundings.styles.js';
import { renderParent } from './rows/thread.js';
import { renderToolbar, toolbarStyles } from './actions/toolbar.js';
import { ToDate } from './to-date.js';
import { Travel } from './scrolling/travel.js';

const loadOverlays = later(() => import('./actions/message-overlays.js'));

/** A list of messages, as far as what is done in it needs it. */
export interface HandledList {
  readonly element: LitElement & {
    readonly target: Target | undefined;
    /** The thread it shows. */
    readonly parentId: string | undefined;
    readonly announcements: Verbosity;
    show(place: string): Promise<boolean>;
  };
  readonly localize: Localize;
  readonly reading: Reading;
  client(): ChatClient | undefined;
  me(): string | undefined;
}

/** Pointers, keys, toolbar, menus, what is said about what happens, and what stands around the messages. */
export class Handling {
  readonly pace = new Pace();
  readonly isSelecting = isSelecting;
  readonly travel: Travel;
  #list: HandledList;
  #dates: ToDate;
  #pointer: RowPointer;
  #typing: StoreController<readonly User[]>;
  #seen: SeenWatcher;
  #focus = new FocusKeeper();
  #news: News;
  #actions: MessageActions | undefined;
  /** Loaded when the first of them opens. */
  #overlays: MessageOverlays | undefined;

  constructor(list: HandledList) {
    const { element, localize } = list;
    this.#list = list;
    sharpen();
    const read = () => {
      const { target, parentId } = element;
      const conversation = target && list.client()?.conversations.$conversation(target).get();
      const { readSeq: seq = 0, unread = 0 } = conversation ?? {};
      return { seq, unread: parentId ? 0 : unread };
    };
    this.travel = new Travel(list.reading, read, (row) => {
      // Whoever went by a wheel or a finger has the focus elsewhere, and keeps it there.
      if (element.shadowRoot?.activeElement?.closest('.since, .latest'))
        row.focus({ preventScroll: true });
    });
    const inView = <T>(look: (scroller: Scroller) => T) =>
      list.reading.scroller && look(list.reading.scroller);
    this.#dates = new ToDate(list, {
      show: (date) => this.show(date),
      failed: this.#failed,
    });
    this.#news = new News(element, localize);
    this.#seen = new SeenWatcher(
      element,
      () => inView(visible)?.flatMap(({ item }) => item?.id ?? []) ?? [],
      () => isCovered(element.renderRoot, this.#box),
      (id) => list.reading.feed?.seen(id),
    );
    const pointer = new RowPointer(
      element,
      (item, anchor) => this.#openMenu(item, anchor),
      (item, reaction) => this.#open('chat-reactions', (overlays) => overlays.who(item, reaction)),
    );
    this.#pointer = pointer;
    this.#typing = new StoreController(element, () => {
      const { target, parentId } = element;
      return target && list.client()?.typing.$typing(target, parentId || undefined);
    });
    new FollowShow(element);
    const handlers: Readonly<Record<string, (event: never) => void>> = {
      keydown: (event: KeyboardEvent) =>
        handleRowKey(event, {
          rows: () => this.#rows,
          inView: () => inView(visible) ?? [],
          edge: (edge) => this.#toEdge(edge),
          leave: () => list.reading.feed?.settle(),
        }),
      click: (event: MouseEvent) => {
        pointer.click(event);
        this.#dates.click(event);
      },
      contextmenu: pointer.contextmenu,
      focusin: pointer.focusin,
      focusout: pointer.focusout,
      pointerover: pointer.over,
      pointerout: pointer.out,
      pointerdown: pointer.down,
      pointermove: pointer.move,
      pointerup: pointer.up,
      pointercancel: pointer.up,
      mousedown: pointer.mousedown,
    };
    const hear = (event: Event) => {
      if ((event.target as Element).closest('.scroller')) handlers[event.type]?.(event as never);
    };
    // What takes long has not said so yet.
    const drawn = element.hasUpdated ? this.#rows : [];
    for (const row of drawn) if (row.item?.state === 'pending') row.requestUpdate();
    pointer.take(drawn);
    element.addController({
      hostConnected: () => {
        adopt(element, buttons, toolbarStyles, troubleStyles, swipeStyles, surroundingStyles);
        // A click that means nothing must not reach what is pressed.
        for (const type of Object.keys(handlers))
          element.renderRoot.addEventListener(type, hear, type === 'click');
      },
      hostDisconnected: () => {
        this.travel.reset();
        forgetBanner(element, list.client());
      },
    });
  }

  get #box(): HTMLElement | null {
    return this.#list.element.renderRoot.querySelector<HTMLElement>('.scroller');
  }

  get #rows(): ChatMessage[] {
    return [...this.#list.element.renderRoot.querySelectorAll('chat-message')];
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
        parentId: () => list.element.parentId || undefined,
        openMenu: (item, anchor) => void this.#openMenu(item, anchor),
        show: (id) => list.element.show(id),
        announce: (text) => this.#news.say(text),
        tell: (text, action) => void this.tell(text, action),
        failed: this.#failed,
      });
    }
    return this.#actions;
  }

  /** Before rendering: the messages have changed. */
  prepare(items: readonly MessageItem[]): void {
    const { client, element, reading } = this.#list;
    this.#news.follow(client(), element.parentId || undefined);
    this.#overlays?.check(items);
    this.#focus.remember(element.renderRoot, this.#box, reading.state?.items ?? []);
  }

  /** After it. */
  check(): void {
    const items = this.#list.reading.state?.items ?? [];
    const rowOf = (id: string) =>
      this.#rows.find(({ item, run }) => item?.id === id || run?.some((one) => one.id === id));
    this.#nameBox();
    this.travel.drew();
    const { scroller } = this.#list.reading;
    const inView = () => scroller && visible(scroller)[0];
    this.#focus.keep(rowOf, this.#box, items, inView);
    this.#seen.look();
    this.#news.check(items);
  }

  /** It may have the focus, and says then what it is. */
  #nameBox(): void {
    const box = this.#box;
    const name = this.#list.localize.term('messages');
    if (!box || box.ariaLabel === name) return;
    box.role = 'group';
    box.ariaLabel = name;
  }

  /** @param byHand the reader did it */
  scrolled(byHand: boolean): void {
    if (byHand) this.#dates.moved();
    this.#seen.look();
  }

  /** Another conversation is on show. */
  reset(): void {
    this.travel.reset();
    this.#seen.reset();
    this.#news.reset();
  }

  /** False when it is not there, may not be seen or could not be asked for, which it tells. */
  async show(place: string | Date): Promise<boolean> {
    const { element, localize, client, reading } = this.#list;
    try {
      const found = await jump(place, element.renderRoot, client(), reading.feed, this.travel);
      if (!found) void this.tell(localize.term('messageMissing'));
      return found;
    } catch (thrown) {
      this.#failed(ChatError.from(thrown), 'message.get');
      return false;
    }
  }

  /** To those who see it, and to those who hear it. */
  async tell(text: string, action?: ToastAction): Promise<void> {
    const { element } = this.#list;
    await element.updateComplete;
    await element.renderRoot.querySelector('chat-toast')?.say(text, action);
  }

  #failed = (error: ChatError, operation: string): void => {
    const { element, localize } = this.#list;
    if (emit(element, 'chat-error', { error, operation }))
      void this.tell(errorText(error, localize));
  };

  #openMenu(item: MessageItem, anchor: MenuAnchor): boolean {
    if (!hasMenu(item)) return false;
    const { client, element } = this.#list;
    const where = {
      threads: client()?.$capabilities.get()?.['messages.thread'] !== 'none',
      inThread: Boolean(element.parentId),
      reactions: !client()?.$restricted.get().includes('reaction.list'),
    };
    this.#open('chat-menu', (overlays) => overlays.menu(item, where, anchor));
    return true;
  }

  #open(operation: string, open: (overlays: MessageOverlays) => Promise<void>): void {
    this.#openOverlays()
      .then(open)
      .catch((error: unknown) => this.#failed(ChatError.from(error), operation));
  }

  async #openOverlays(): Promise<MessageOverlays> {
    const { element, localize, client } = this.#list;
    const { MessageOverlays } = await loadOverlays();
    this.#overlays ??= new MessageOverlays({
      localize,
      client,
      root: () => element.renderRoot,
      rendered: () => {
        element.requestUpdate();
        return element.updateComplete;
      },
      held: (item) =>
        this.#pointer.hold(item && this.#rows.find((row) => row.item?.id === item.id)),
      actions: () => this.actions,
      failed: this.#failed,
      reported: () => void this.tell(localize.term('reportSent')),
    });
    return this.#overlays;
  }

  toolbar(item: MessageItem): unknown {
    return this.actions && renderToolbar(item, this.actions, this.#list.localize);
  }

  trouble(row: MessageRow, host: MessageHost): unknown {
    return renderTrouble(row, host);
  }

  /** In the place of messages. */
  renderInstead(status: ClientStatus | undefined, name: string): unknown {
    const { element, localize, client, reading } = this.#list;
    const { target } = element;
    const { feed, state } = reading;
    const place = { client: client(), target, status, feed, state, name };
    return renderInstead(place, localize);
  }

  renderFailed(side: 'older' | 'newer', feed: Feed): unknown {
    return renderFailed(side, feed, this.#list.localize);
  }

  /** In a thread: what it is about. */
  renderParent(parent: MessageItem, look: RowLook): unknown {
    return renderParent(parent, look);
  }

  /** Over the messages. */
  render(status: ClientStatus | undefined): unknown {
    const { element, localize, client, reading } = this.#list;
    const typing = renderTyping(this.#typing.value ?? [], localize);
    return html`<div class="typing" part="typing">${typing}</div>
      ${renderBanner(element, client(), status, localize)}
      ${renderSince(this.travel, reading.feed, client(), localize)}${this.#dates.render()}${renderLatest(this.travel, localize)}
      ${this.#overlays?.render()}<chat-toast></chat-toast><chat-announcer></chat-announcer>`;
  }

  /** Puts the focus on the first or last message that is loaded. */
  #toEdge(edge: 'first' | 'last'): void {
    const now = this.#list.reading.state;
    const to = now?.items.at(edge === 'first' ? firstShown(now) : -1);
    if (to) void this.travel.toMessage(to.id, (row) => row.focus({ preventScroll: true }));
  }
}
