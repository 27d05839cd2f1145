import { css, html, nothing } from 'lit';
import { query, state } from 'lit/decorators.js';
import { controls } from '../../lit/controls.styles.js';
import { define } from '../../lit/define.js';
import { tokens } from '../../lit/tokens.styles.js';
import { ChatError } from '../../protocol/errors.js';
import { limits } from '../../protocol/limits.js';
import type { Group } from '../../protocol/records.js';
import { ChatElement } from '../chat-element.js';
import '../chat-dialog/chat-dialog.js';
import type { ChatDialog } from '../chat-dialog/chat-dialog.js';
import { errorText } from '../error-text.js';
import { form } from '../form.styles.js';

/**
 * Asks for the password of a group, and for another one while it is wrong.
 *
 * @customElement chat-join-group
 * @fires {CustomEvent<string>} join - One is in; the detail is the GUID.
 * @csspart field - The password.
 * @csspart error - Why it was refused.
 */
export class ChatJoinGroup extends ChatElement {
  static override styles = [
    tokens,
    controls,
    form,
    css`
      :host {
        display: contents;
      }
    `,
  ];

  @state() private group: Group | undefined;
  @state() private error: string | undefined;
  @state() private busy = false;
  @query('chat-dialog') private dialog!: ChatDialog;
  @query('input') private field!: HTMLInputElement;

  async show(group: Group): Promise<void> {
    this.group = group;
    this.error = undefined;
    this.busy = false;
    await this.updateComplete;
    this.field.value = '';
    await this.dialog.show();
    this.field.focus();
  }

  #onSubmit = async (event: Event) => {
    event.preventDefault();
    const { client, group } = this;
    if (!client || !group || this.busy) return;
    this.busy = true;
    this.error = undefined;
    try {
      await client.groups.join(group.id, this.field.value);
      this.dialog.close('joined');
      this.dispatchEvent(new CustomEvent('join', { detail: group.id }));
    } catch (caught) {
      const error = ChatError.from(caught);
      this.error =
        error.code === 'wrong-password'
          ? this.localize.term('groupPasswordWrong')
          : errorText(error, this.localize);
      this.field.select();
    } finally {
      this.busy = false;
    }
  };

  override render() {
    const { localize, group, error } = this;
    return html`<chat-dialog heading=${localize.term('groupJoinAsk', group?.name ?? '')}>
      <form id="form" @submit=${this.#onSubmit}>
        <p>${localize.term('groupPasswordAsk')}</p>
        <label>
          ${localize.term('groupPasswordLabel')}
          <input
            class="field"
            part="field"
            type="password"
            autocomplete="off"
            required
            maxlength=${limits.passwordLength}
            aria-invalid=${String(error !== undefined)}
            aria-describedby="error"
          />
        </label>
        <p class="error" part="error" id="error" role="alert">${error ?? nothing}</p>
      </form>
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
        ${localize.term('groupJoin')}
      </button>
    </chat-dialog>`;
  }
}

define('chat-join-group', ChatJoinGroup);
declare global {
  interface HTMLElementTagNameMap {
    'chat-join-group': ChatJoinGroup;
  }
}
