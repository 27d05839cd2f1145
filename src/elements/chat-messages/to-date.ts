import { html, nothing, type LitElement } from 'lit';
import { unlessRefused } from '../../client/session/keep-fresh.js';
import type { ChatClient, FeedState } from '../../client/types.js';
import type { Localize } from '../../lit/localize.js';
import { ChatError } from '../../protocol/errors.js';
import type { Span } from '../chat-date-menu/chat-date-menu.js';
import { dayOf } from '../chat-message/time/dates.js';
import { later } from '../late/later.js';
import { DayPill } from './day-pill.js';
import { topmost, type Topmost } from './scrolling/in-view.js';
import type { Reading } from './scrolling/reading.js';

const loadMenu = later(() => import('../chat-date-menu/chat-date-menu.js'));

interface DatedList {
  readonly element: LitElement;
  readonly localize: Localize;
  readonly reading: Reading;
  client(): ChatClient | undefined;
}

interface Ways {
  show(place: Date): Promise<boolean>;
  failed(error: ChatError, operation: string): void;
}

/** The way to a date: from the day at the top of the view, and from those between the messages. */
export class ToDate {
  #list: DatedList;
  #ways: Ways;
  #pill: DayPill;
  #wanted = false;

  constructor(list: DatedList, ways: Ways) {
    const { element, localize } = list;
    this.#list = list;
    this.#ways = ways;
    this.#pill = new DayPill(element, localize, {
      topmost: () => this.#topmost(),
      several: () => hasSeveralDays(list.reading.state),
      open: (anchor) => this.#open(anchor),
      isOpen: () => this.#menu?.open ?? false,
      box: () => list.reading.scroller?.box ?? null,
    });
  }

  get #menu() {
    return this.#list.element.renderRoot.querySelector('chat-date-menu');
  }

  #topmost(): Topmost | undefined {
    const { scroller } = this.#list.reading;
    return scroller && topmost(scroller);
  }

  /** The list has moved. */
  moved(): void {
    this.#pill.show();
  }

  /** A press in the list may be on a day. */
  click = (event: MouseEvent): void => {
    const [target] = event.composedPath();
    const day = target instanceof Element ? target.closest('.day') : null;
    if (day && hasSeveralDays(this.#list.reading.state)) this.#open(day);
  };

  #open(anchor: Element): void {
    this.#openAt(anchor).catch((error: unknown) =>
      this.#ways.failed(ChatError.from(error), 'chat-date-menu'),
    );
  }

  async #openAt(anchor: Element): Promise<void> {
    const { element } = this.#list;
    const [span] = await Promise.all([this.#span(), loadMenu()]);
    this.#wanted = true;
    element.requestUpdate();
    await element.updateComplete;
    if (span && anchor.isConnected) await this.#menu?.openAt(anchor, span);
  }

  /** From the first message to the last. What is not known is asked for. */
  async #span(): Promise<Span | undefined> {
    const { reading, element } = this.#list;
    const client = this.#list.client();
    const { feed, state } = reading;
    const [oldest, newest] = [state?.items[0], state?.items.at(-1)];
    if (!client || !feed || !state || !oldest || !newest) return undefined;
    let first = oldest.message.sentAt;
    if (state.older !== 'end') {
      const { target, parentId } = feed;
      const filter = parentId === undefined ? { hideReplies: true } : { parentId };
      const begin = client.messages.query({ target, ...filter, from: 'start', limit: 1 }).next();
      // Where nobody knows, what is loaded is there at least.
      await unlessRefused(begin.then(([one]) => (first = Math.min(first, one?.sentAt ?? first))));
    }
    const last = state.newer === 'end' ? newest.message.sentAt : Date.now();
    const { item } = this.#topmost()?.row ?? {};
    return element.isConnected ? { first, last, at: (item ?? newest).message.sentAt } : undefined;
  }

  #onDate = ({ detail: { at } }: CustomEvent<{ at: number }>) => void this.#ways.show(new Date(at));

  render(): unknown {
    return [
      this.#pill.render(),
      this.#wanted ? html`<chat-date-menu @date=${this.#onDate}></chat-date-menu>` : nothing,
    ];
  }
}

/** There may be days beyond what is loaded. */
function hasSeveralDays(state: FeedState | undefined): boolean {
  const [first, last] = [state?.items[0], state?.items.at(-1)];
  if (!state || !first || !last) return false;
  if (state.older !== 'end' || state.newer !== 'end') return true;
  return dayOf(first.message.sentAt) !== dayOf(last.message.sentAt);
}
