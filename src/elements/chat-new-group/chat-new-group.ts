import { css, html, nothing } from 'lit';
import { query, state } from 'lit/decorators.js';
import { controls } from '../../lit/controls.styles.js';
import { define } from '../../lit/define.js';
import { emit } from '../../lit/events.js';
import { tokens } from '../../lit/tokens.styles.js';
import { ChatError } from '../../protocol/errors.js';
import { limits } from '../../protocol/limits.js';
import type { GroupType, Scope } from '../../protocol/records.js';
import { ChatElement } from '../chat-element.js';
import '../chat-dialog/chat-dialog.js';
import type { ChatDialog } from '../chat-dialog/chat-dialog.js';
import '../chat-users/chat-users.js';
import type { ChatUsers } from '../chat-users/chat-users.js';
import { errorText } from '../error-text.js';
import { form } from '../form.styles.js';
import { guidOf } from './guid.js';

/**
 * The form that makes a group: name, who can join, description, first members.
 *
 * @customElement chat-new-group
 * @fires {ChatEventMap['chat-select']} chat-select - The group is there; the nearest scope shows it.
 * @csspart field - A field of the form.
 * @csspart error - What is wrong.
 */
export class ChatNewGroup extends ChatElement {
  static override styles = [
    tokens,
    controls,
    form,
    css`
      :host {
        display: contents;
      }
      chat-users {
        --chat-color-surface: var(--_chat-color-raised);
        block-size: 260px;
        margin-inline: calc(-1 * var(--_chat-space-4));
      }
    `,
  ];

  @state() private open = false;
  @state() private type: GroupType = 'public';
  @state() private members: readonly string[] = [];
  @state() private error: { field: 'name' | 'password' | 'form'; text: string } | undefined;
  @state() private busy = false;
  @query('chat-dialog') private dialog!: ChatDialog;

  async show(): Promise<void> {
    this.open = true;
    this.type = 'public';
    this.members = [];
    this.error = undefined;
    this.busy = false;
    await this.updateComplete;
    await this.dialog.show();
    this.renderRoot.querySelector<HTMLInputElement>('[name="name"]')?.focus();
  }

  #onSubmit = async (event: Event) => {
    event.preventDefault();
    const { client } = this;
    if (!client || this.busy) return;
    const valueOf = (name: string) =>
      this.renderRoot.querySelector<HTMLInputElement>(`[name="${name}"]`)?.value ?? '';
    const name = valueOf('name').trim();
    const password = valueOf('password');
    if (!name) return this.#refuse('name', this.localize.term('groupNameNeeded'));
    if (this.type === 'password' && !password)
      return this.#refuse('password', this.localize.term('groupPasswordNeeded'));
    const guid = guidOf(name);
    const description = valueOf('description').trim();
    const members = Object.fromEntries(
      this.members.map((uid): [string, Scope] => [uid, 'participant']),
    );
    this.busy = true;
    this.error = undefined;
    try {
      await client.groups.create({
        guid,
        name,
        type: this.type,
        ...(this.type === 'password' && { password }),
        ...(description && { description }),
        ...(this.members.length > 0 && { members }),
      });
      this.dialog.close('created');
      emit(this, 'chat-select', { target: { guid } });
    } catch (caught) {
      this.#refuse('form', errorText(ChatError.from(caught), this.localize));
    } finally {
      this.busy = false;
    }
  };

  #refuse(field: 'name' | 'password' | 'form', text: string): void {
    this.error = { field, text };
    if (field !== 'form')
      this.renderRoot.querySelector<HTMLInputElement>(`[name="${field}"]`)?.focus();
  }

  #onMembers = (event: Event) => {
    this.members = (event.target as ChatUsers).selected.slice(0, limits.batch);
  };

  override render() {
    const { localize } = this;
    return html`<chat-dialog
      heading=${localize.term('groupNew')}
      @close=${() => (this.open = false)}
    >
      ${this.open ? this.#renderForm() : nothing}
      <button slot="action" class="button" type="button" @click=${() => this.dialog.close()}>
        ${localize.term('cancel')}
      </button>
      <button
        slot="action"
        class="button primary"
        type="submit"
        form="form"
        aria-disabled=${String(this.busy)}
      >
        ${localize.term('groupCreate')}
      </button>
    </chat-dialog>`;
  }

  #renderForm() {
    const { localize, type } = this;
    const kinds: readonly (readonly [GroupType, string])[] = [
      ['public', localize.term('groupKindPublic')],
      ['password', localize.term('groupKindPassword')],
      ['private', localize.term('groupKindPrivate')],
    ];
    return html`<form id="form" novalidate @submit=${this.#onSubmit}>
      <label>
        ${localize.term('groupName')}
        <input
          class="field"
          part="field"
          name="name"
          dir="auto"
          autocomplete="off"
          maxlength=${limits.nameLength}
          aria-invalid=${String(this.error?.field === 'name')}
          aria-describedby="name-error"
        />
        ${this.#renderError('name')}
      </label>
      <fieldset>
        <legend>${localize.term('groupKind')}</legend>
        ${kinds.map(
          ([kind, label]) =>
            html`<label class="choice">
              <input
                type="radio"
                name="type"
                value=${kind}
                .checked=${type === kind}
                @change=${() => (this.type = kind)}
              />
              ${label}
            </label>`,
        )}
      </fieldset>
      ${
        type === 'password'
          ? html`<label>
              ${localize.term('groupPasswordLabel')}
              <input
                class="field"
                part="field"
                name="password"
                type="password"
                autocomplete="new-password"
                maxlength=${limits.passwordLength}
                aria-invalid=${String(this.error?.field === 'password')}
                aria-describedby="password-error"
              />
              ${this.#renderError('password')}
            </label>`
          : nothing
      }
      <label>
        ${localize.term('groupDescription')}
        <textarea
          class="field"
          part="field"
          name="description"
          dir="auto"
          maxlength=${limits.descriptionLength}
        ></textarea>
      </label>
      <fieldset>
        <legend>${localize.term('groupMembersFirst')}</legend>
        <chat-users multiple .selected=${this.members} @change=${this.#onMembers}>
          <span slot="header"></span>
        </chat-users>
      </fieldset>
      ${this.#renderError('form')}
    </form>`;
  }

  #renderError(field: 'name' | 'password' | 'form') {
    const text = this.error?.field === field ? this.error.text : undefined;
    return html`<span class="error" part="error" id="${field}-error" role="alert"
      >${text ?? nothing}</span
    >`;
  }
}

define('chat-new-group', ChatNewGroup);
declare global {
  interface HTMLElementTagNameMap {
    'chat-new-group': ChatNewGroup;
  }
}
