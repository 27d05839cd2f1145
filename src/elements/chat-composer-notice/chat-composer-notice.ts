import { css, html, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { controls } from '../../lit/controls.styles.js';
import { define } from '../../lit/define.js';
import { emit } from '../../lit/events.js';
import { isolated } from '../../lit/isolate.js';
import { StoreController } from '../../lit/store-controller.js';
import { tokens } from '../../lit/tokens.styles.js';
import '../../locales/en-later.js';
import { ChatError } from '../../protocol/errors.js';
import type { Group, User } from '../../protocol/records.js';
import { ChatElement } from '../chat-element.js';
import { errorText, signedOutText } from '../words/error-text.js';
import { Offers } from '../offers.js';
import { reasonOf, type Reason } from './reason.js';

const plain = {
  notMember: 'noticeNotMember',
  banned: 'noticeBanned',
  gone: 'noticeGone',
  readOnly: 'noticeReadOnly',
  role: 'noticeRole',
} as const;
/** With the name of the other person. */
const named = {
  blocked: 'noticeBlocked',
  deactivated: 'noticeDeactivated',
  refused: 'noticeRefused',
} as const;

/**
 * Stands where the composer would be: one line that says why one cannot write here, with the way out.
 *
 * @customElement chat-composer-notice
 * @fires {ChatEventMap['chat-error']} chat-error - Joining or unblocking failed.
 * @csspart reason - The line.
 * @csspart action - The button.
 */
export class ChatComposerNotice extends ChatElement {
  static override styles = [
    tokens,
    controls,
    css`
      :host {
        display: block;
      }
      form {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: center;
        gap: var(--_chat-space-2) var(--_chat-space-3);
        min-block-size: 52px;
        padding: var(--_chat-space-2) var(--_chat-space-4);
        border-radius: 22px;
        background: var(--_chat-color-sunken);
        font-size: var(--_chat-font-size-s);
        color: var(--_chat-color-muted);
        text-align: center;
      }
      p {
        margin: 0;
        overflow-wrap: anywhere;
      }
      .field {
        flex: 1 1 140px;
        max-inline-size: 240px;
        min-block-size: 36px;
        padding-block: 4px;
        color: var(--_chat-color-text);
      }
      .error {
        flex-basis: 100%;
        color: var(--_chat-color-danger);
      }
    `,
  ];

  @property({ attribute: false }) user: User | undefined;
  @property({ attribute: false }) group: Group | undefined;

  @state() private busy = false;
  @state() private error: ChatError | undefined;

  readonly #status = new StoreController(this, () => this.client?.$status);
  readonly #offers = new Offers(this, () => this.client);
  #reason: Reason | undefined;
  /** Where one may not write, and why. */
  #about = '';

  // Not in willUpdate: the stores are settled only after it.
  protected override update(changed: PropertyValues): void {
    const reason = reasonOf(this.#status.value, this.user, this.group, (operation) =>
      this.#offers.lacks(operation),
    );
    const about = [this.user?.id, this.group?.id, reason?.why].join(' ');
    if (about !== this.#about) this.#forget();
    this.#about = about;
    this.#reason = reason;
    super.update(changed);
  }

  /** Puts the focus on the line, for those who hear it. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('[part=reason]')?.focus(options);
  }

  /** What was tried in another place says nothing about this one. */
  #forget(): void {
    this.busy = false;
    this.error = undefined;
    if (this.#field) this.#field.value = '';
  }

  #onSubmit = async (event: SubmitEvent) => {
    event.preventDefault();
    const { client, user, group } = this;
    const reason = this.#reason;
    const about = this.#about;
    const isHere = () => about === this.#about;
    if (this.busy || !client || !reason?.way) return;
    const operation = reason.way === 'unblock' ? 'user.unblock' : 'group.join';
    this.busy = true;
    this.error = undefined;
    try {
      if (reason.way === 'unblock' && user) await client.users.unblock(user.id);
      else if (group) await client.groups.join(group.id, this.#field?.value);
    } catch (thrown) {
      const error = ChatError.from(thrown);
      if (emit(this, 'chat-error', { error, operation }) && isHere()) this.error = error;
    } finally {
      if (isHere()) this.busy = false;
    }
  };

  get #field(): HTMLInputElement | null {
    return this.renderRoot.querySelector('input');
  }

  override render() {
    const { error } = this;
    const reason = this.#reason;
    if (!reason) return nothing;
    const { way } = reason;
    const label = way === 'unblock' ? 'noticeUnblock' : 'noticeJoin';
    return html`<form @submit=${this.#onSubmit}>
      <p part="reason" tabindex="-1">${this.#text(reason)}</p>
      ${
        way === 'password'
          ? html`<input
              class="field"
              type="password"
              required
              autocomplete="off"
              aria-label=${this.localize.term('noticePassword')}
              placeholder=${this.localize.term('noticePassword')}
            />`
          : nothing
      }
      ${
        way
          ? html`<button
              class="button primary"
              part="action"
              type="submit"
              aria-disabled=${String(this.busy)}
            >
              ${this.localize.term(label)}
            </button>`
          : nothing
      }
      ${error ? html`<p class="error" role="alert">${errorText(error, this.localize)}</p>` : nothing}
    </form>`;
  }

  #text({ why, status }: Reason): string {
    const name = isolated(this.user?.name ?? '', this.localize.dir());
    switch (why) {
      case 'signedOut':
        return signedOutText(status, this.localize);
      case 'blocked':
      case 'deactivated':
      case 'refused':
        return this.localize.term(named[why], name);
      default:
        return this.localize.term(plain[why]);
    }
  }
}

define('chat-composer-notice', ChatComposerNotice);
declare global {
  interface HTMLElementTagNameMap {
    'chat-composer-notice': ChatComposerNotice;
  }
}
