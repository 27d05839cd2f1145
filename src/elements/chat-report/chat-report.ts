import { css, html, LitElement, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { ChatClient } from '../../client/types.js';
import { controls } from '../../lit/controls.styles.js';
import { define } from '../../lit/define.js';
import { Localize } from '../../lit/localize.js';
import { tokens } from '../../lit/tokens.styles.js';
import '../../locales/en-later.js';
import { ChatError } from '../../protocol/errors.js';
import { limits } from '../../protocol/limits.js';
import type { FlagReason } from '../../protocol/records.js';
import type { ChatDialog } from '../chat-dialog/chat-dialog.js';
import { choice } from '../styles/choice.styles.js';
import { errorText } from '../words/error-text.js';
import '../chat-dialog/chat-dialog.js';

/**
 * Reports a message to those who run the app: one of the app's reasons, and a remark if one likes.
 *
 * @customElement chat-report
 */
export class ChatReport extends LitElement {
  static override styles = [
    tokens,
    controls,
    choice,
    css`
      :host {
        display: contents;
      }
      fieldset {
        margin: 0 0 var(--_chat-space-4);
        padding: 0;
        border: 0;
      }
      legend {
        padding: 0;
        margin-block-end: var(--_chat-space-2);
        color: var(--_chat-color-muted);
        font-size: var(--_chat-font-size-s);
      }
      .reasons {
        display: flex;
        flex-wrap: wrap;
        gap: var(--_chat-space-2);
        min-block-size: 36px;
      }
      .reason {
        display: inline-flex;
        align-items: center;
        gap: 6px;
        min-block-size: 36px;
        padding: 4px 14px;
        border: 1px solid var(--_chat-color-line);
        border-radius: var(--_chat-radius-pill);
        font-size: var(--_chat-font-size-s);
        cursor: pointer;
      }
      .reason:has(:checked) {
        border-color: var(--_chat-color-accent);
        background: var(--_chat-color-accent-soft);
        color: var(--_chat-color-accent-text);
        font-weight: 600;
      }
      .reason:has(:focus-visible) {
        outline: 2px solid var(--_chat-color-accent);
        outline-offset: 2px;
      }
      /* What explains itself stands beside others; what is explained has a line of its own. */
      .reason:has(.description) {
        flex: 1 0 100%;
        padding-block: 6px;
        border-radius: var(--_chat-radius-l);
      }
      .description {
        display: block;
        font-weight: 400;
        color: var(--_chat-color-muted);
      }
      @media (pointer: coarse) {
        .reason {
          min-block-size: 44px;
        }
      }
      label.remark {
        display: block;
        color: var(--_chat-color-muted);
        font-size: var(--_chat-font-size-s);
      }
      textarea {
        margin-block-start: var(--_chat-space-2);
        resize: vertical;
        color: var(--_chat-color-text);
      }
      [role='alert'] {
        color: var(--_chat-color-danger);
        font-size: var(--_chat-font-size-s);
      }
    `,
  ];

  @property({ attribute: false }) client: ChatClient | undefined;
  @property({ attribute: false }) messageId = '';

  @state() private reasons: readonly FlagReason[] | undefined;
  @state() private reason = '';
  @state() private remark = '';
  @state() private sending = false;
  @state() private error: ChatError | undefined;

  readonly #localize = new Localize(this);
  /** Grows as it is opened anew: what was sent from an earlier one says nothing in it. */
  #turn = 0;

  async show(): Promise<void> {
    this.#turn++;
    this.reason = this.remark = '';
    this.error = undefined;
    this.sending = false;
    await this.updateComplete;
    void this.#load();
    await this.#dialog?.show();
  }

  get #dialog(): ChatDialog | null {
    return this.renderRoot.querySelector('chat-dialog');
  }

  /** Asked each time: the app may have changed them. Those it had are offered meanwhile. */
  #load = async () => {
    this.error = undefined;
    try {
      const reasons = (await this.client?.messages.flagReasons()) ?? [];
      this.reasons = [...reasons].sort((one, next) => isOther(one) - isOther(next));
    } catch (error) {
      this.error = ChatError.from(error);
    }
    if (!this.reasons?.some(({ id }) => id === this.reason)) this.reason = '';
  };

  #onSend = async () => {
    const { client, messageId, reason, remark } = this;
    if (!client || !reason || this.sending) return;
    this.sending = true;
    this.error = undefined;
    const turn = this.#turn;
    const isLast = () => turn === this.#turn;
    try {
      await client.messages.flag(messageId, reason, remark.trim() || undefined);
      if (isLast()) this.#dialog?.close('reported');
      this.dispatchEvent(new Event('reported'));
    } catch (error) {
      if (isLast()) this.error = ChatError.from(error);
    } finally {
      if (isLast()) this.sending = false;
    }
  };

  override render() {
    const localize = this.#localize;
    return html`<chat-dialog .heading=${localize.term('reportTitle')}>
      <fieldset>
        <legend>${localize.term('reportReason')}</legend>
        <div class="reasons">
          ${this.reasons?.map(
            ({ id, name, description }) =>
              html`<label class="reason"
                ><input
                  type="radio"
                  name="reason"
                  value=${id}
                  .checked=${id === this.reason}
                  @change=${() => (this.reason = id)}
                /><span
                  ><bdi>${localize.term('reportReasonName', id, name)}</bdi>${
                    description ? html` <bdi class="description">${description}</bdi>` : nothing
                  }</span
                ></label
              >`,
          )}
        </div>
      </fieldset>
      <label class="remark"
        >${localize.term('reportRemark')}
        <textarea
          class="field"
          rows="2"
          maxlength=${limits.flagRemarkLength}
          .value=${this.remark}
          @input=${(event: Event) => (this.remark = (event.target as HTMLTextAreaElement).value)}
        ></textarea>
      </label>
      ${this.error ? html`<p role="alert">${errorText(this.error, localize)}</p>` : nothing}
      ${
        this.error && !this.reasons
          ? html`<button class="button" type="button" @click=${this.#load}>
              ${localize.term('retry')}
            </button>`
          : nothing
      }
      <button slot="action" class="button" type="button" @click=${() => this.#dialog?.close()}>
        ${localize.term('cancel')}
      </button>
      <button
        slot="action"
        class="button danger"
        type="button"
        ?disabled=${!this.reason || this.sending}
        @click=${this.#onSend}
      >
        ${localize.term('report')}
      </button>
    </chat-dialog>`;
  }
}

/** What fits no other stands behind them all. */
function isOther({ id }: FlagReason): number {
  return Number(id === 'other');
}

define('chat-report', ChatReport);
declare global {
  interface HTMLElementTagNameMap {
    'chat-report': ChatReport;
  }
}
