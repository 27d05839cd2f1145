import { html, nothing } from 'lit';
import { query, state } from 'lit/decorators.js';
import type { ChatClient } from '../../client/types.js';
import { define } from '../../lit/define.js';
import { laterIcons } from '../../lit/later-icons.js';
import { StoreController } from '../../lit/store-controller.js';
import '../../locales/en-later.js';
import { limits } from '../../protocol/limits.js';
import type { Params } from '../../protocol/operations.js';
import '../chat-avatar/chat-avatar.js';
import '../chat-confirm/chat-confirm.js';
import type { ChatConfirm } from '../chat-confirm/chat-confirm.js';
import { FormDialog, type Problem } from '../form/form-dialog.js';
import { renderTextField } from '../form/text-field.js';
import { Offers } from '../offers.js';
import { signOutQuestion } from '../words/questions.js';
import { styles } from './chat-profile.styles.js';
import { addressOf, pictureOf } from './picture.js';

/**
 * One's own profile: picture, name, status, link; and the way out.
 *
 * @customElement chat-profile
 * @csspart avatar - The picture as it will be.
 * @csspart field - A field of the form.
 * @csspart error - What is wrong.
 * @csspart sign-out - The button that signs out.
 */
export class ChatProfile extends FormDialog {
  static override styles = [...FormDialog.styles, styles];

  /** Address of the picture as it will be; empty for none. */
  @state() private avatar = '';
  @query('chat-confirm') private confirm!: ChatConfirm;
  @query('[type=file]') private picker!: HTMLInputElement;

  readonly #me = new StoreController(this, () => this.client?.$me);
  readonly #status = new StoreController(this, () => this.client?.$status);
  readonly #offers = new Offers(this, () => this.client);

  async show(): Promise<void> {
    this.avatar = this.#me.value?.avatar ?? '';
    await this.present();
  }

  protected override get heading() {
    return this.localize.term('profile');
  }

  protected override get action() {
    return this.localize.term('groupSave');
  }

  protected override get complete() {
    return this.#hindrance === '';
  }

  /** Why nothing can be changed now. */
  get #hindrance(): string {
    if (this.#offers.lacks('user.update')) return this.localize.term('profileFixed');
    const status = this.#status.value;
    const online = status?.phase === 'signedIn' && status.connection === 'online';
    return online ? '' : this.localize.term('profileOffline');
  }

  protected override async submit({ users }: ChatClient): Promise<Problem | undefined> {
    const { name, avatar, link, statusMessage } = this.#wanted;
    const address = this.localize.term('profileAddress');
    if (!name) return { field: 'name', text: this.localize.term('profileNameNeeded') };
    if (avatar === undefined) return { field: 'avatar', text: address };
    if (link === undefined) return { field: 'link', text: address };
    const me = this.#me.value;
    const changes: Params<'user.update'> = {
      ...(name !== me?.name && { name }),
      ...(avatar !== (me?.avatar ?? '') && { avatar }),
      ...(link !== (me?.link ?? '') && { link }),
      ...(statusMessage !== (me?.statusMessage ?? '') && { statusMessage }),
    };
    if (Object.keys(changes).length > 0) await users.update(changes);
    return undefined;
  }

  get #wanted() {
    const { avatar: picture } = this;
    return {
      name: this.textIn('name').trim(),
      avatar: picture.startsWith('data:image/') ? picture : addressOf(picture),
      link: addressOf(this.textIn('link')),
      statusMessage: this.textIn('status').trim(),
    };
  }

  #onAddress = () => {
    this.avatar = this.textIn('avatar');
  };

  #onPicked = async () => {
    const [file] = this.picker.files ?? [];
    // The same file may be picked again.
    this.picker.value = '';
    if (!file) return;
    try {
      this.#setAvatar(await pictureOf(file));
      this.problem = undefined;
    } catch {
      this.problem = { field: 'avatar', text: this.localize.term('profileNoPicture') };
    }
  };

  #onUnpick = () => {
    this.#setAvatar('');
    // This button goes.
    this.renderRoot.querySelector<HTMLElement>('.pick')?.focus();
  };

  #setAvatar(address: string): void {
    this.avatar = address;
    const field = this.renderRoot.querySelector<HTMLInputElement>('[name=avatar]');
    if (field) field.value = '';
  }

  #onSignOut = () => {
    if (this.client) void this.confirm.ask(signOutQuestion(this.client, this.localize));
  };

  protected override renderFields() {
    const { localize } = this;
    const me = this.#me.value;
    const hindrance = this.#hindrance;
    const field = (name: string, label: string, value: string, most: number, type = 'text') =>
      renderTextField({
        name,
        label,
        value,
        most,
        type,
        readonly: this.#offers.lacks('user.update'),
        wrong: this.problem?.field === name,
        problem: this.renderProblem(name),
      });
    const shown = me?.avatar?.startsWith('data:') ? '' : (me?.avatar ?? '');
    return html`${hindrance ? html`<p class="hint" role="status">${hindrance}</p>` : nothing}
      <div class="face">
        <chat-avatar
          part="avatar"
          name=${me?.name ?? ''}
          .src=${this.#wanted.avatar || undefined}
        ></chat-avatar>
        ${this.#offers.lacks('user.update') ? nothing : this.#renderPictures()}
      </div>
      ${field('name', localize.term('groupName'), me?.name ?? '', limits.nameLength)}
      ${field('status', localize.term('status'), me?.statusMessage ?? '', limits.descriptionLength)}
      ${field('link', localize.term('personLink'), me?.link ?? '', limits.urlLength, 'url')}
      <div @input=${this.#onAddress}>
        ${field('avatar', localize.term('profilePicture'), shown, limits.urlLength, 'url')}
      </div>
      <button class="button out" part="sign-out" type="button" @click=${this.#onSignOut}>
        ${laterIcons.logOut} ${localize.term('signOut')}
      </button>
      <chat-confirm></chat-confirm>`;
  }

  #renderPictures() {
    const { localize } = this;
    return html`<div class="ways">
      <button class="button pick" type="button" @click=${() => this.picker.click()}>
        ${localize.term('profilePick')}
      </button>
      ${
        this.avatar
          ? html`<button class="button" type="button" @click=${this.#onUnpick}>
              ${localize.term('profileUnpick')}
            </button>`
          : nothing
      }
      <input type="file" accept="image/*" hidden @change=${this.#onPicked} />
    </div>`;
  }
}

define('chat-profile', ChatProfile);
declare global {
  interface HTMLElementTagNameMap {
    'chat-profile': ChatProfile;
  }
}
