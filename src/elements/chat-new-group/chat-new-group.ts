import { css, html, nothing } from 'lit';
import { state } from 'lit/decorators.js';
import type { ChatClient } from '../../client/types.js';
import { define } from '../../lit/define.js';
import { emit } from '../../lit/events.js';
import '../../locales/en-later.js';
import { limits } from '../../protocol/limits.js';
import type { GroupType, Scope } from '../../protocol/records.js';
import '../chat-users/chat-users.js';
import type { ChatUsers } from '../chat-users/chat-users.js';
import { FormDialog, type Problem } from '../form/form-dialog.js';
import { renderDescriptionField, renderNameField } from '../form/group-fields.js';
import { Offers } from '../offers.js';
import { guidOf } from './guid.js';

/**
 * The form that makes a group: name, who can join, description, first members.
 *
 * @customElement chat-new-group
 * @fires {ChatEventMap['chat-select']} chat-select - The group is there; the nearest scope shows it.
 * @csspart field - A field of the form.
 * @csspart error - What is wrong.
 */
export class ChatNewGroup extends FormDialog {
  static override styles = [
    ...FormDialog.styles,
    css`
      chat-users {
        block-size: 260px;
      }
    `,
  ];

  @state() private type: GroupType = 'public';
  @state() private members: readonly string[] = [];

  readonly #offers = new Offers(this, () => this.client);

  async show(): Promise<void> {
    this.type = 'public';
    this.members = [];
    await this.present();
  }

  /** Whoever makes a group is in it. */
  #own(): ReadonlyMap<string, string> {
    const me = this.client?.$me.get()?.id;
    return new Map(me === undefined ? [] : [[me, this.localize.term('memberAlready')]]);
  }

  protected override get heading() {
    return this.localize.term('groupNew');
  }

  protected override get action() {
    return this.localize.term('groupCreate');
  }

  protected override async submit({ groups }: ChatClient): Promise<Problem | undefined> {
    const { type, members, localize } = this;
    const name = this.textIn('name').trim();
    const password = this.textIn('password');
    const description = this.textIn('description').trim();
    if (!name) return { field: 'name', text: localize.term('groupNameNeeded') };
    if (type === 'password' && !password)
      return { field: 'password', text: localize.term('groupPasswordNeeded') };
    if (members.length > limits.batch)
      return { text: localize.term('membersAddLimit', limits.batch) };
    const guid = guidOf(name);
    await groups.create({
      guid,
      name,
      type,
      ...(type === 'password' && { password }),
      ...(description && { description }),
      ...(members.length > 0 && {
        members: Object.fromEntries(members.map((uid): [string, Scope] => [uid, 'participant'])),
      }),
    });
    emit(this, 'chat-select', { target: { guid } });
    return undefined;
  }

  protected override renderFields() {
    const { localize, type, problem } = this;
    const kinds: readonly (readonly [GroupType, string])[] = [
      ['public', localize.term('groupKindPublic')],
      ['password', localize.term('groupKindPassword')],
      ['private', localize.term('groupKindPrivate')],
    ];
    return html`${renderNameField(localize, '', problem?.field === 'name', this.renderProblem('name'))}
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
                aria-invalid=${String(problem?.field === 'password')}
                aria-describedby="password-error"
              />
              ${this.renderProblem('password')}
            </label>`
          : nothing
      }
      ${renderDescriptionField(localize, '')}
      ${
        this.#offers.lacks('user.list')
          ? nothing
          : html`<fieldset>
              <legend>${localize.term('groupMembersFirst')}</legend>
              <chat-users
                multiple
                .selected=${this.members}
                .closed=${this.#own()}
                @change=${(event: Event) => (this.members = (event.target as ChatUsers).selected)}
              >
                <span slot="header"></span>
              </chat-users>
            </fieldset>`
      }`;
  }
}

define('chat-new-group', ChatNewGroup);
declare global {
  interface HTMLElementTagNameMap {
    'chat-new-group': ChatNewGroup;
  }
}
