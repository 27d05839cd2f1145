import { html } from 'lit';
import { state } from 'lit/decorators.js';
import type { ChatClient } from '../../client/types.js';
import { define } from '../../lit/define.js';
import '../../locales/en-later.js';
import type { Group } from '../../protocol/records.js';
import { FormDialog, type Problem } from '../form/form-dialog.js';
import { renderDescriptionField, renderNameField } from '../form/group-fields.js';

/**
 * Changes the name and the description of a group. Its kind is fixed for ever.
 *
 * @customElement chat-edit-group
 * @csspart field - A field of the form.
 * @csspart error - What is wrong.
 */
export class ChatEditGroup extends FormDialog {
  @state() private group: Group | undefined;

  async show(group: Group): Promise<void> {
    this.group = group;
    await this.present();
  }

  protected override get heading() {
    return this.localize.term('groupEdit');
  }

  protected override get action() {
    return this.localize.term('groupSave');
  }

  protected override async submit({ groups }: ChatClient): Promise<Problem | undefined> {
    const { group, localize } = this;
    const name = this.textIn('name').trim();
    if (!name) return { field: 'name', text: localize.term('groupNameNeeded') };
    if (group)
      await groups.update({
        guid: group.id,
        name,
        description: this.textIn('description').trim(),
      });
    return undefined;
  }

  protected override renderFields() {
    const { localize, group, problem } = this;
    const wrong = problem?.field === 'name';
    return html`${renderNameField(localize, group?.name ?? '', wrong, this.renderProblem('name'))}
    ${renderDescriptionField(localize, group?.description ?? '')}`;
  }
}

define('chat-edit-group', ChatEditGroup);
declare global {
  interface HTMLElementTagNameMap {
    'chat-edit-group': ChatEditGroup;
  }
}
