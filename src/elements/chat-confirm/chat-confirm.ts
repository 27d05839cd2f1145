import { css, html, LitElement, nothing } from 'lit';
import { query, state } from 'lit/decorators.js';
import { controls } from '../../lit/controls.styles.js';
import { define } from '../../lit/define.js';
import { Localize } from '../../lit/localize.js';
import { tokens } from '../../lit/tokens.styles.js';
import '../../locales/en-later.js';
import { ChatError } from '../../protocol/errors.js';
import '../chat-dialog/chat-dialog.js';
import type { ChatDialog } from '../chat-dialog/chat-dialog.js';
import { errorText } from '../words/error-text.js';

export interface Question {
  readonly heading: string;
  readonly text?: string;
  /** What the button that goes on says. */
  readonly action: string;
  readonly danger?: boolean;
  /** What it does. The question stays while this runs, and shows why it failed. */
  run(): Promise<unknown>;
}

/**
 * Asks before something that cannot be taken back.
 *
 * @customElement chat-confirm
 * @csspart error - Why it failed.
 */
export class ChatConfirm extends LitElement {
  static override styles = [
    tokens,
    controls,
    css`
      :host {
        display: contents;
      }
      p {
        margin: 0 0 var(--_chat-space-2);
        color: var(--_chat-color-muted);
      }
      .error {
        color: var(--_chat-color-danger);
      }
    `,
  ];

  @state() private question: Question | undefined;
  @state() private busy = false;
  @state() private error: ChatError | undefined;
  @query('chat-dialog') private dialog!: ChatDialog;

  readonly #localize = new Localize(this);

  async ask(question: Question): Promise<void> {
    this.question = question;
    this.error = undefined;
    this.busy = false;
    await this.updateComplete;
    await this.dialog.show();
    this.renderRoot.querySelector<HTMLElement>('.cancel')?.focus();
  }

  #onGo = async () => {
    const { question } = this;
    if (!question || this.busy) return;
    this.busy = true;
    this.error = undefined;
    try {
      await question.run();
      if (question === this.question) this.dialog.close('done');
    } catch (error) {
      if (question === this.question) this.error = ChatError.from(error);
    } finally {
      if (question === this.question) this.busy = false;
    }
  };

  override render() {
    const { question } = this;
    return html`<chat-dialog heading=${question?.heading ?? ''}>
      ${question?.text ? html`<p>${question.text}</p>` : nothing}
      ${
        this.error
          ? html`<p class="error" part="error" role="alert">
              ${errorText(this.error, this.#localize)}
            </p>`
          : nothing
      }
      <button slot="action" class="button cancel" type="button" @click=${() => this.dialog.close()}>
        ${this.#localize.term('cancel')}
      </button>
      <button
        slot="action"
        class="button ${question?.danger ? 'danger' : 'primary'}"
        type="button"
        aria-disabled=${String(this.busy)}
        @click=${this.#onGo}
      >
        ${question?.action}
      </button>
    </chat-dialog>`;
  }
}

define('chat-confirm', ChatConfirm);
declare global {
  interface HTMLElementTagNameMap {
    'chat-confirm': ChatConfirm;
  }
}
