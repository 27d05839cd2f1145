import { css, html } from 'lit';
import { state } from 'lit/decorators.js';
import type { ChatClient } from '../../client/types.js';
import { define } from '../../lit/define.js';
import { limits } from '../../protocol/limits.js';
import type { Scope } from '../../protocol/records.js';
import '../chat-users/chat-users.js';
import type { ChatUsers } from '../chat-users/chat-users.js';
import { FormDialog, type Problem } from '../form/form-dialog.js';

/**
 * Chooses people and adds them to a group.
 *
 * @customElement chat-add-members
 * @csspart error - Who could not be added, or why nobody was.
 */
export class ChatAddMembers extends FormDialog {
  static override styles = [
    ...FormDialog.styles,
    css`
      chat-users {
        block-size: min(380px, 60vh);
      }
    `,
  ];

  @state() private guid = '';
  @state() private picked: readonly string[] = [];

  async show(guid: string): Promise<void> {
    this.guid = guid;
    this.picked = [];
    await this.present();
  }

  protected override get heading() {
    return this.localize.term('membersAdd');
  }

  protected override get action() {
    return this.localize.term('membersAddSome', this.picked.length);
  }

  protected override get complete() {
    return this.picked.length > 0 && this.picked.length <= limits.batch;
  }

  #onPick = (event: Event) => {
    this.picked = (event.target as ChatUsers).selected;
    const { batch } = limits;
    const tooMany = this.picked.length > batch;
    this.problem = tooMany ? { text: this.localize.term('membersAddLimit', batch) } : undefined;
  };

  protected override async submit({ members, users }: ChatClient): Promise<Problem | undefined> {
    const { picked, guid } = this;
    const scopes = Object.fromEntries(picked.map((uid): [string, Scope] => [uid, 'participant']));
    const { results } = await members.add(guid, scopes);
    this.picked = picked.filter((uid) => results[uid]?.ok === false);
    if (this.picked.length === 0) return undefined;
    const names = this.picked.map((uid) => users.$user(uid).get()?.name ?? uid);
    return { text: this.localize.term('membersNotAdded', names.join(', ')) };
  }

  protected override renderFields() {
    return html`<chat-users multiple .selected=${this.picked} @change=${this.#onPick}>
      <span slot="header"></span>
    </chat-users>`;
  }
}

define('chat-add-members', ChatAddMembers);
declare global {
  interface HTMLElementTagNameMap {
    'chat-add-members': ChatAddMembers;
  }
}
