import { html, LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import { controls } from '../../lit/controls.styles.js';
import { define } from '../../lit/define.js';
import { iconButton } from '../../lit/icon-button.js';
import { icons } from '../../lit/icons.js';
import { Localize } from '../../lit/localize.js';
import { tokens } from '../../lit/tokens.styles.js';
import { deepActiveElement, giveFocusBack } from '../../lit/focus.js';
import '../../locales/en-later.js';
import { keepModal } from '../keep-modal.js';
import { styles } from './chat-dialog.styles.js';

/**
 * A modal question or form, on the native `<dialog>`: focus stays inside and returns to where it was.
 *
 * @customElement chat-dialog
 * @slot - The content.
 * @slot action - The buttons at its foot.
 * @fires close - It went away; `returnValue` tells how, and is empty for Escape and the close button.
 * @csspart dialog - The box.
 */
export class ChatDialog extends LitElement {
  static override styles = [tokens, controls, styles];

  @property() heading = '';

  /** What `close` was given. */
  returnValue = '';

  readonly #localize = new Localize(this);
  #before: HTMLElement | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    keepModal(this.#dialog);
  }

  get open(): boolean {
    return this.#dialog?.open ?? false;
  }

  async show(): Promise<void> {
    this.#before = deepActiveElement();
    this.returnValue = '';
    await this.updateComplete;
    if (this.isConnected && !this.open) this.#dialog?.showModal();
  }

  close(value = ''): void {
    this.returnValue = value;
    this.#dialog?.close();
  }

  get #dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector('dialog');
  }

  #onClose = () => {
    // The browser restores focus only within one tree; what opened this may be in another shadow root.
    giveFocusBack(this.#before, this);
    this.dispatchEvent(new Event('close'));
  };

  #onPress = (event: MouseEvent) => {
    if (event.target === this.#dialog && isOutside(this.#dialog, event)) this.close();
  };

  override render() {
    return html`<dialog
      part="dialog"
      aria-labelledby="heading"
      @close=${this.#onClose}
      @mousedown=${this.#onPress}
      @keydown=${stop}
    >
      <div class="head">
        <h2 id="heading">${this.heading}</h2>
        ${iconButton(this.#localize.term('close'), icons.close, () => this.close())}
      </div>
      <div class="body"><slot></slot></div>
      <div class="foot"><slot name="action"></slot></div>
    </dialog>`;
  }
}

// Keys pressed in a dialog mean nothing to the list or composer it was opened from.
function stop(event: Event): void {
  event.stopPropagation();
}

function isOutside(dialog: HTMLElement | null, { clientX, clientY }: MouseEvent): boolean {
  if (!dialog) return false;
  const { left, right, top, bottom } = dialog.getBoundingClientRect();
  return clientX < left || clientX > right || clientY < top || clientY > bottom;
}

define('chat-dialog', ChatDialog);
declare global {
  interface HTMLElementTagNameMap {
    'chat-dialog': ChatDialog;
  }
}
