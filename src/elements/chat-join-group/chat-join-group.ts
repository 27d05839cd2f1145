import { html } from 'lit';
import { state } from 'lit/decorators.js';
import type { ChatClient } from '../../client/types.js';
import { define } from '../../lit/define.js';
import '../../locales/en-later.js';
import { ChatError } from '../../protocol/errors.js';
import { limits } from '../../protocol/limits.js';
import type { Group } from '../../protocol/records.js';
import { FormDialog, type Problem } from '../form/form-dialog.js';

/**
 * Asks for the password of a group, and for another one while it is wrong.
 *
 * @customElement chat-join-group
 * @fires {CustomEvent<string>} join - One is in; the detail is the GUID.
 * @csspart field - The password.
 * @csspart error - Why it was refused.
 */
export class ChatJoinGroup extends FormDialog {
  @state() private group: Group | undefined;

  async show(group: Group): Promise<void> {
    this.group = group;
    await this.present();
  }

  protected override get heading() {
    return this.localize.term('groupJoinAsk', this.group?.name ?? '');
  }

  protected override get action() {
    return this.localize.term('groupJoin');
  }

  protected override async submit({ groups }: ChatClient): Promise<Problem | undefined> {
    const { group, localize } = this;
    const password = this.textIn('password');
    if (!group) return undefined;
    if (!password) return { field: 'password', text: localize.term('groupPasswordAsk') };
    try {
      await groups.join(group.id, password);
    } catch (caught) {
      if (ChatError.from(caught).code !== 'wrong-password') throw caught;
      return { field: 'password', text: localize.term('groupPasswordWrong') };
    }
    this.dispatchEvent(new CustomEvent('join', { detail: group.id }));
    return undefined;
  }

  protected override renderFields() {
    const { localize } = this;
    return html`<p>${localize.term('groupPasswordAsk')}</p>
      <label>
        ${localize.term('groupPasswordLabel')}
        <input
          class="field"
          part="field"
          name="password"
          type="password"
          autocomplete="off"
          maxlength=${limits.passwordLength}
          aria-invalid=${String(this.problem?.field === 'password')}
          aria-describedby="password-error"
        />
        ${this.renderProblem('password')}
      </label>`;
  }
}

define('chat-join-group', ChatJoinGroup);
declare global {
  interface HTMLElementTagNameMap {
    'chat-join-group': ChatJoinGroup;
  }
}
