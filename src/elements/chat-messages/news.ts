import type { LitElement, ReactiveController } from 'lit';
import type { ClientEvents } from '../../client/client-events.js';
import type { ChatClient, MessageItem } from '../../client/types.js';
import type { Localize } from '../../lit/localize.js';
import '../../locales/en-later.js';
import '../../locales/en-rows.js';
import { conversationId, type Target } from '../../protocol/ids.js';
import type { Message, User } from '../../protocol/records.js';
import type { ChatAnnouncer } from '../chat-announcer/chat-announcer.js';
import { isNews } from '../is-news.js';
import { addList } from '../looked-at.js';
import { listText } from '../words/list-text.js';
import { previewOf } from '../words/message-preview.js';

export type Verbosity = 'all' | 'full' | 'count' | 'off';

interface NewsHost extends LitElement {
  readonly target: Target | undefined;
  readonly announcements: Verbosity;
}

/** Tells those who hear the page what arrives, once and in batches, and what could not be sent, or was. */
export class News implements ReactiveController {
  #host: NewsHost;
  #localize: Localize;
  #client: ChatClient | undefined;
  #parentId: string | undefined;
  #stop: (() => void) | undefined;
  #waiting: { name: string; text: string }[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #failed: ReadonlySet<string> | undefined;

  constructor(host: NewsHost, localize: Localize) {
    this.#host = host;
    this.#localize = localize;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#stop?.();
    this.#stop = this.#client = undefined;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#waiting = [];
  }

  /** Listens to a client; asked again with the same one, goes on. */
  follow(client: ChatClient | undefined, parentId: string | undefined): void {
    this.#parentId = parentId;
    // What is rendered after the list has gone is heard by nobody.
    if (client === this.#client || !this.#host.isConnected) return;
    this.#stop?.();
    this.#client = client;
    if (!client) return;
    const stops = [
      client.on('message.received', (detail) => this.#onReceived(detail)),
      client.on('message.sent', ({ message }) => this.#onSent(message)),
      addList(client, this.#host),
    ];
    this.#stop = () => stops.forEach((stop) => stop());
  }

  /** Another conversation: what failed in it before is known. */
  reset(): void {
    this.#waiting = [];
    this.#failed = undefined;
  }

  /** Looks for messages that have failed since the last time. */
  check(items: readonly MessageItem[]): void {
    const failed = new Set(items.filter(({ state }) => state === 'failed').map(({ id }) => id));
    const before = this.#failed;
    this.#failed = failed;
    if (before && [...failed].some((id) => !before.has(id))) {
      this.#alert(this.#localize.term('heardFailed'));
    }
  }

  get #announcer(): ChatAnnouncer | null {
    return this.#host.renderRoot.querySelector('chat-announcer');
  }

  say(text: string): void {
    this.#announcer?.say(text);
  }

  #alert(text: string): void {
    if (this.#host.announcements !== 'off') this.#announcer?.alert(text);
  }

  /** In the list, as far as it is of this conversation. */
  #isHere({ parentId, broadcast, conversationId: place }: Message): boolean {
    const { target } = this.#host;
    const me = this.#client?.$me.get()?.id;
    if (!target || me === undefined || place !== conversationId(me, target)) return false;
    return parentId === this.#parentId || (!!broadcast && this.#parentId === undefined);
  }

  #onSent(message: Message): void {
    if (this.#host.announcements === 'all' && this.#isHere(message))
      this.say(this.#localize.term('stateSent'));
  }

  #onReceived({ message }: ClientEvents['message.received']): void {
    const client = this.#client;
    if (!client || this.#host.announcements === 'off' || !this.#isHere(message)) return;
    if (!isNews(message, client)) return;
    const sender = client.users.$user(message.sender).get();
    const people = new Map<string, User>(sender && [[message.sender, sender]]);
    this.#waiting.push({
      name: sender?.name ?? message.sender,
      text: previewOf(message, people, this.#localize),
    });
    this.#timer ??= setTimeout(this.#tell, 1000);
  }

  #tell = () => {
    this.#timer = undefined;
    const { announcements } = this.#host;
    const localize = this.#localize;
    const [first] = this.#waiting;
    if (!first) return;
    if (this.#waiting.length === 1 && announcements !== 'count') {
      this.say(localize.term('heard', first.name, first.text));
    } else {
      const names = [...new Set(this.#waiting.map(({ name }) => name))];
      const list = listText(names, localize.lang());
      this.say(localize.term('heardMany', this.#waiting.length, list));
    }
    this.#waiting = [];
  };
}
