import { css, html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import type { ChatClient } from '../../client/types.js';
import { controls } from '../../lit/controls.styles.js';
import { tokens } from '../../lit/tokens.styles.js';
import '../../locales/en-later.js';
import { ChatError } from '../../protocol/errors.js';
import { ChatElement } from '../chat-element.js';
import '../chat-dialog/chat-dialog.js';
import type { ChatDialog } from '../chat-dialog/chat-dialog.js';
import { choice } from '../styles/choice.styles.js';
import { errorText } from '../words/error-text.js';
import { form } from './form.styles.js';

/** What keeps a form from being done, and the name of the field that it lies in. */
export interface Problem {
  readonly field?: string;
  readonly text: string;
}

/** The one shape of forms: fields in a dialog, what is wrong with them, Cancel, and a button that does it. */
export abstract class FormDialog extends ChatElement {
  static override styles: CSSResultGroup[] = [
    tokens,
    controls,
    form,
    choice,
    css`
      :host {
        display: contents;
      }
      chat-users {
        --chat-color-surface: var(--_chat-color-raised);
        margin-inline: calc(-1 * var(--_chat-space-4));
      }
    `,
  ];

  @state() protected problem: Problem | undefined;
  @state() private open = false;
  @state() private busy = false;
  @query('chat-dialog') private dialog!: ChatDialog;

  /** Grows as the form is opened anew: what was asked in an earlier one says nothing in it. */
  #turn = 0;

  protected abstract get heading(): string;
  /** What the button that does it says. */
  protected abstract get action(): string;
  protected abstract renderFields(): TemplateResult;
  /** Does it. The form stays where this gives back a problem, or is refused. */
  protected abstract submit(client: ChatClient): Promise<Problem | undefined>;

  /** Whether there is enough to do it with. */
  protected get complete(): boolean {
    return true;
  }

  /** Opens the form anew, with the focus on its first field. */
  protected async present(): Promise<void> {
    this.#turn++;
    this.problem = undefined;
    this.busy = false;
    this.open = true;
    await this.updateComplete;
    await this.dialog.show();
    this.renderRoot.querySelector<HTMLElement>('.field, chat-users')?.focus();
  }

  /** What is in a field. */
  protected textIn(name: string): string {
    return this.#field(name)?.value ?? '';
  }

  #field(name: string): HTMLInputElement | null {
    return this.renderRoot.querySelector<HTMLInputElement>(`[name="${name}"]`);
  }

  #onSubmit = async (event: Event) => {
    event.preventDefault();
    const { client } = this;
    if (!client || this.busy || !this.complete) return;
    this.busy = true;
    this.problem = undefined;
    const turn = this.#turn;
    const problem = await this.submit(client).catch((caught: unknown): Problem => ({
      text: errorText(ChatError.from(caught), this.localize),
    }));
    if (turn !== this.#turn) return;
    this.busy = false;
    this.problem = problem;
    if (!problem) return this.dialog.close('done');
    if (problem.field) this.#field(problem.field)?.select();
    await this.updateComplete;
    // Where there is little height, what is wrong stands below what is to be seen.
    const error = this.renderRoot.querySelector(`#${problem.field ?? 'form'}-error`);
    error?.scrollIntoView({ block: 'nearest' });
  };

  override render() {
    return html`<chat-dialog heading=${this.heading} @close=${() => (this.open = false)}>
      ${
        this.open
          ? html`<form id="form" novalidate @submit=${this.#onSubmit}>
              ${this.renderFields()} ${this.renderProblem()}
            </form>`
          : nothing
      }
      <button slot="action" class="button" type="button" @click=${() => this.dialog.close()}>
        ${this.localize.term('cancel')}
      </button>
      <button
        slot="action"
        class="button primary"
        type="submit"
        form="form"
        ?disabled=${!this.complete}
        aria-disabled=${String(this.busy)}
      >
        ${this.action}${this.busy ? '…' : nothing}
      </button>
    </chat-dialog>`;
  }

  /** What is wrong with a field, under it; without a name, with the whole. */
  protected renderProblem(field?: string) {
    const { problem } = this;
    const text = problem && problem.field === field ? problem.text : nothing;
    return html`<span class="error" part="error" id="${field ?? 'form'}-error" role="alert"
      >${text}</span
    >`;
  }
}
