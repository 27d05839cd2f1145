import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { ChatClient, MessageItem } from '../../client/types.js';
import { controls } from '../../lit/controls.styles.js';
import { define } from '../../lit/define.js';
import { Localize } from '../../lit/localize.js';
import { tokens } from '../../lit/tokens.styles.js';
import '../../locales/en-later.js';
import '../../locales/en-rows.js';
import { ChatError } from '../../protocol/errors.js';
import { pageLimits } from '../../protocol/page-limits.js';
import '../chat-avatar/chat-avatar.js';
import '../chat-dialog/chat-dialog.js';
import type { ChatDialog } from '../chat-dialog/chat-dialog.js';
import { faces } from '../styles/faces.styles.js';
import { errorText } from '../words/error-text.js';

type Reactions = ReturnType<ChatClient['messages']['queryReactions']>;
type Reaction = Awaited<ReturnType<Reactions['next']>>[number];

const [, limit] = pageLimits['reaction.list'];

/**
 * Who reacted to a message, and how: all, or those who chose one emoji.
 *
 * @customElement chat-reactions
 */
export class ChatReactions extends LitElement {
  static override styles = [
    tokens,
    controls,
    faces,
    css`
      :host {
        display: contents;
      }
      .kinds {
        display: flex;
        flex-wrap: wrap;
        gap: var(--_chat-space-1);
        margin-block-end: var(--_chat-space-2);
      }
      .kind {
        min-block-size: 32px;
        padding-inline: 10px;
        border: 1px solid var(--_chat-color-line);
        border-radius: var(--_chat-radius-pill);
        font-size: var(--_chat-font-size-xs);
        font-variant-numeric: tabular-nums;
      }
      .kind:hover {
        background: var(--_chat-color-hover);
      }
      .kind[aria-pressed='true'] {
        border-color: var(--_chat-color-accent);
        background: var(--_chat-color-accent-soft);
        color: var(--_chat-color-accent-text);
        font-weight: 600;
      }
      li bdi {
        flex: 1;
      }
      .emoji {
        font-size: var(--_chat-font-size-l);
        line-height: 1;
      }
      @media (pointer: coarse) {
        .kind {
          min-block-size: 44px;
          min-inline-size: 44px;
        }
      }
      @media (forced-colors: active) {
        .kind[aria-pressed='true'] {
          outline: 2px solid Highlight;
        }
      }
    `,
  ];

  @property({ attribute: false }) item: MessageItem | undefined;
  @property({ attribute: false }) client: ChatClient | undefined;
  /** Only those who chose this one; empty for all. */
  @property({ attribute: false }) chosen = '';

  @state() private found: readonly Reaction[] = [];
  @state() private more = false;
  @state() private error: ChatError | undefined;

  readonly #localize = new Localize(this);
  #reactions: Reactions | undefined;

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('item');
    // Somebody reacted while one looks.
    const isNews = before?.id === this.item?.id && changed.has('item');
    const isOther = before?.message.reactions !== this.item?.message.reactions;
    if (this.#dialog?.open && (changed.has('chosen') || (isNews && isOther))) this.#ask();
  }

  /** Asks who it was and opens. */
  async show(): Promise<void> {
    this.found = [];
    this.#ask();
    await this.updateComplete;
    await this.#dialog?.show();
  }

  get #dialog(): ChatDialog | null {
    return this.renderRoot.querySelector('chat-dialog');
  }

  #ask(): void {
    const { client, item, chosen } = this;
    if (!client || !item) return;
    const filter = { limit, ...(chosen && { reaction: chosen }) };
    this.#reactions = client.messages.queryReactions(item.id, filter);
    this.#load(true);
  }

  #load = (anew = false) => {
    const asked = this.#reactions;
    this.error = undefined;
    asked?.next().then(
      (page) => {
        if (asked !== this.#reactions) return;
        this.found = anew ? page : [...this.found, ...page];
        this.more = !asked.done;
      },
      (error: unknown) => {
        if (asked === this.#reactions) this.error = ChatError.from(error);
      },
    );
  };

  override render() {
    const localize = this.#localize;
    const counts = this.item?.message.reactions ?? [];
    const all = counts.reduce((sum, { count }) => sum + count, 0);
    return html`<chat-dialog .heading=${localize.term('whoReacted')}>
      ${
        counts.length > 1
          ? html`<div class="kinds" role="group" aria-label=${localize.term('whoReacted')}>
              ${this.#renderKind('', localize.term('chatsAll'), all)}
              ${counts.map(({ reaction, count }) => this.#renderKind(reaction, reaction, count))}
            </div>`
          : nothing
      }
      <ul>
        ${this.found.map((one) => this.#renderOne(one))}
      </ul>
      ${this.#renderRest()}
    </chat-dialog>`;
  }

  #renderKind(kind: string, name: string, count: number) {
    return html`<button
      class="kind"
      part="filter"
      type="button"
      aria-pressed=${String(kind === this.chosen)}
      @click=${() => (this.chosen = kind)}
    >
      ${name} ${this.#localize.number(count)}
    </button>`;
  }

  #renderOne({ uid, reaction }: Reaction) {
    const { client, item } = this;
    const user = item?.people.get(uid) ?? client?.users.$user(uid).get();
    const isMe = uid === client?.$me.get()?.id;
    const name = user?.name ?? uid;
    return html`<li part="row">
      <chat-avatar .name=${name} .src=${user?.avatar}></chat-avatar>
      <bdi class="truncate">${isMe ? this.#localize.term('you') : name}</bdi>
      <span class="emoji">${reaction}</span>
    </li>`;
  }

  #renderRest(): unknown {
    const { error } = this;
    const localize = this.#localize;
    if (error)
      return html`<p role="alert">${errorText(error, localize)}</p>
        <button class="button" type="button" @click=${() => this.#load(this.found.length === 0)}>
          ${localize.term('retry')}
        </button>`;
    return this.more
      ? html`<button class="button" type="button" @click=${() => this.#load()}>
          ${localize.term('more')}
        </button>`
      : nothing;
  }
}

define('chat-reactions', ChatReactions);
declare global {
  interface HTMLElementTagNameMap {
    'chat-reactions': ChatReactions;
  }
}
