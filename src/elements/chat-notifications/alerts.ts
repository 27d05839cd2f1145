import type { ChatClient } from '../../client/types.js';
import { conversationTarget, type Target } from '../../protocol/ids.js';
import type { Conversation, Message } from '../../protocol/records.js';
import { isAttentive } from '../chat-messages/seen-watcher.js';
import { isMuted } from '../is-muted.js';
import { isNews } from '../is-news.js';
import { isLookedAt } from '../looked-at.js';

/**
 * Milliseconds until a message is told of: by then another page or device may have shown it, and a burst is together. A
 * page that somebody looks at goes first.
 */
const patience = { attentive: 700, away: 1000 };
/** Milliseconds for which a message is one page's alone to tell of. */
const claim = 5000;

export interface Alert {
  readonly message: Message;
  readonly conversation: Conversation;
  readonly target: Target;
}

/** Messages that somebody may want to be told of: gathered for a moment, and those still unread then given away. */
export class Alerts {
  #client: ChatClient;
  #tell: (alerts: readonly Alert[]) => void;
  #waiting: Message[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #stop: () => void;
  #closed = false;

  constructor(client: ChatClient, tell: (alerts: readonly Alert[]) => void) {
    this.#client = client;
    this.#tell = tell;
    this.#stop = client.on('message.received', ({ message }) => this.#onReceived(message));
  }

  close(): void {
    this.#closed = true;
    this.#stop();
    clearTimeout(this.#timer);
  }

  #onReceived(message: Message): void {
    const { category } = message;
    const status = this.#client.$status.get();
    if (status.phase !== 'signedIn' || status.connection !== 'online') return;
    // What happened to a group and a call are told in other ways.
    if (category === 'action' || category === 'call' || !isNews(message, this.#client)) return;
    if (isLookedAt(this.#client, this.#targetOf(message))) return;
    this.#waiting.push(message);
    const { attentive, away } = patience;
    this.#timer ??= setTimeout(() => void this.#give(), isAttentive() ? attentive : away);
  }

  async #give(): Promise<void> {
    this.#timer = undefined;
    const waiting = this.#waiting.splice(0);
    const alerts = (await Promise.all(waiting.map((one) => this.#alertOf(one)))).flat();
    if (alerts.length > 0 && !this.#closed) this.#tell(alerts);
  }

  /** None where nobody wants to be told of it, or not any more. */
  async #alertOf(message: Message): Promise<readonly Alert[]> {
    const target = this.#targetOf(message);
    const conversation = this.#client.conversations.$conversation(target).get();
    if (!conversation || isMuted(conversation, Date.now())) return [];
    if (conversation.readSeq >= message.seq || isLookedAt(this.#client, target)) return [];
    const wanted = (await isFirst(message.id)) && (await this.#isFollowed(message));
    return wanted ? [{ message, conversation, target }] : [];
  }

  /** M7. */
  async #isFollowed({ parentId, broadcast }: Message): Promise<boolean> {
    if (parentId === undefined || broadcast) return true;
    // Of a thread that cannot be asked for, nobody is disturbed.
    const parent = await this.#client.messages.get(parentId).catch(() => undefined);
    return parent?.threadSubscribed === true;
  }

  #targetOf({ conversationId }: Message): Target {
    return conversationTarget(this.#client.$me.get()?.id ?? '', conversationId);
  }
}

/** Of several pages of one browser, one tells of a message. */
async function isFirst(id: string): Promise<boolean> {
  // Only secure pages have locks, and a sandboxed frame is refused them; these ring each.
  if (!('locks' in navigator)) return true;
  return new Promise((resolve) => {
    navigator.locks
      .request(`chat-elements/told/${id}`, { ifAvailable: true }, (lock) => {
        resolve(lock !== null);
        return lock && new Promise((done) => setTimeout(done, claim));
      })
      .catch(() => resolve(true));
  });
}
