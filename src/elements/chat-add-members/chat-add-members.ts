import { css, html, nothing } from 'lit';
import { query, state } from 'lit/decorators.js';
import { controls } from '../../lit/controls.styles.js';
import { define } from '../../lit/define.js';
import { tokens } from '../../lit/tokens.styles.js';
import { ChatError } from '../../protocol/errors.js';
import { limits } from '../../protocol/limits.js';
import type { Scope } from '../../protocol/records.js';
import { ChatElement } from '../chat-element.js';
import '../chat-dialog/chat-dialog.js';
import type { ChatDialog } from '../chat-dialog/chat-dialog.js';
import '../chat-users/chat-users.js';
import type { ChatUsers } from '../chat-users/chat-users.js';
import { errorText } from '../error-text.js';
import { form } from '../form.styles.js';

/**
 * Chooses people and adds them to a group.
 *
 * @customElement chat-add-members
 * @csspart error - Who could not be added, or why nobody was.
 */
export class ChatAddMembers extends ChatElement {
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
        block-size: min(380px, 60vh);
        margin-inline: calc(-1 * var(--_chat-space-4));
      }
    `,
  ];

  @state() private guid: string | undefined;
  @state() private picked: readonly string[] = [];
  @state() private error: string | undefined;
  @state() private busy = false;
  @query('chat-dialog') private dialog!: ChatDialog;

  async show(guid: string): Promise<void> {
    this.guid = guid;
    this.picked = [];
    this.error = undefined;
    this.busy = false;
    await this.updateComplete;
    await this.dialog.show();
  }

  #onPick = (event: Event) => {
    this.picked = (event.target as ChatUsers).selected;
    const { batch } = limits;
    this.error =
      this.picked.length > batch ? this.localize.term('membersAddLimit', batch) : undefined;
  };

  #onAdd = async () => {
    const { client, guid, picked, busy } = this;
    if (!client || !guid || busy || picked.length === 0 || picked.length > limits.batch) return;
    this.busy = true;
    this.error = undefined;
    try {
      const members = Object.fromEntries(
        picked.map((uid): [string, Scope] => [uid, 'participant']),
      );
      const { results } = await client.members.add(guid, members);
      const failed = picked.filter((uid) => results[uid]?.ok === false);
      this.picked = failed;
      if (failed.length === 0) this.dialog.close('added');
      else {
        const names = failed.map((uid) => client.users.$user(uid).get()?.name ?? uid);
        this.error = this.localize.term('membersNotAdded', names.join(', '));
      }
    } catch (caught) {
      this.error = errorText(ChatError.from(caught), this.localize);
    } finally {
      this.busy = false;
    }
  };

  override render() {
    const { localize, guid, picked } = this;
    return html`<chat-dialog
      heading=${localize.term('membersAdd')}
      @close=${() => (this.guid = undefined)}
    >
      ${
        guid === undefined
          ? nothing
          : html`<chat-users multiple .selected=${picked} @change=${this.#onPick}>
              <span slot="header"></span>
            </chat-users>`
      }
      <p class="error" part="error" role="alert">${this.error ?? nothing}</p>
      <button slot="action" class="button" type="button" @click=${() => this.dialog.close()}>
        ${localize.term('cancel')}
      </button>
      <button
        slot="action"
        class="button primary"
        type="button"
        ?disabled=${picked.length === 0}
        aria-disabled=${String(this.busy)}
        @click=${this.#onAdd}
      >
        ${localize.term('membersAddSome', picked.length)}
      </button>
    </chat-dialog>`;
  }
}

define('chat-add-members', ChatAddMembers);
declare global {
  interface HTMLElementTagNameMap {
    'chat-add-members': ChatAddMembers;
  }
}
