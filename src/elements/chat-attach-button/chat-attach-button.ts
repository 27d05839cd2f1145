import { css, html, LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import { controls } from '../../lit/controls.styles.js';
import { define } from '../../lit/define.js';
import { iconButton } from '../../lit/icon-button.js';
import { icons } from '../../lit/icons.js';
import { Localize } from '../../lit/localize.js';
import { tokens } from '../../lit/tokens.styles.js';

/**
 * The plus button of a composer: asks for pictures or for files.
 *
 * @customElement chat-attach-button
 * @fires {CustomEvent<{ files: readonly File[] }>} attach - Files were picked.
 * @csspart attach - The button.
 */
export class ChatAttachButton extends LitElement {
  static override styles = [
    tokens,
    controls,
    css`
      :host {
        display: block;
      }
      .icon-button {
        border-radius: 50%;
        inline-size: var(--_button, 38px);
        block-size: var(--_button, 38px);
      }
    `,
  ];

  /** Which files are taken; without it, a menu asks for the kind. */
  @property() accept = '';
  @property({ type: Boolean }) disabled = false;

  readonly #localize = new Localize(this);

  #onPress = async ({ currentTarget }: Event & { currentTarget: HTMLElement }) => {
    // A page that says what it takes leaves nothing to choose.
    if (this.accept) return this.#pick(this.accept);
    await import('../chat-menu/chat-menu.js');
    await this.renderRoot.querySelector('chat-menu')?.openAt(currentTarget, 'top-start');
  };

  #onChoose = (event: CustomEvent<{ id: string }>) => {
    this.#pick(event.detail.id === 'media' ? 'image/*,video/*' : '');
  };

  #pick(accept: string): void {
    const picker = this.renderRoot.querySelector('input');
    if (!picker) return;
    picker.accept = accept;
    picker.click();
  }

  #onPicked = (event: Event & { currentTarget: HTMLInputElement }) => {
    const files = [...(event.currentTarget.files ?? [])];
    // The same file may be picked again.
    event.currentTarget.value = '';
    this.dispatchEvent(new CustomEvent('attach', { detail: { files } }));
  };

  override render() {
    const label = this.#localize.term('composerAttach');
    const button = iconButton(label, icons.plus, this.#onPress, {
      part: 'attach',
      popup: this.accept ? 'dialog' : 'menu',
      disabled: this.disabled,
    });
    return html`${button}
      <chat-menu
        .label=${label}
        .items=${[
          { id: 'media', label: this.#localize.term('composerMedia'), icon: icons.image },
          { id: 'file', label: this.#localize.term('composerFile'), icon: icons.file },
        ]}
        @chat-choose=${this.#onChoose}
      ></chat-menu>
      <input type="file" multiple hidden aria-label=${label} @change=${this.#onPicked} />`;
  }
}

define('chat-attach-button', ChatAttachButton);
declare global {
  interface HTMLElementTagNameMap {
    'chat-attach-button': ChatAttachButton;
  }
}
