import { css, html } from 'lit';
import { query } from 'lit/decorators.js';
import { controls } from '../../lit/controls.styles.js';
import { define } from '../../lit/define.js';
import { Skeleton } from '../../lit/skeleton.js';
import { skeleton } from '../../lit/skeleton.styles.js';
import { StoreController } from '../../lit/store-controller.js';
import { tokens } from '../../lit/tokens.styles.js';
import '../../locales/en-later.js';
import '../chat-avatar/chat-avatar.js';
import { ChatElement } from '../chat-element.js';
import { tellFailure } from '../late/tell-failure.js';
import type { ChatProfile } from '../chat-profile/chat-profile.js';
import { later } from '../late/later.js';

const loadProfile = later(() => import('../chat-profile/chat-profile.js'));

/**
 * One's own face: a button that opens one's profile.
 *
 * @customElement chat-me
 * @slot sign-in - In the place of the face while nobody is signed in: a way to sign in.
 * @csspart avatar - The face.
 */
export class ChatMe extends ChatElement {
  static override styles = [
    tokens,
    controls,
    skeleton,
    css`
      :host {
        --chat-avatar-size: 36px;
        display: inline-block;
        position: relative;
      }
      .place {
        display: block;
        inline-size: 36px;
        block-size: 36px;
        border-radius: 50%;
      }
      /* Over the face, not around it: its initials are no words. */
      button {
        position: absolute;
        inset: 0;
        border-radius: 50%;
        transition: background-color var(--_chat-motion);
      }
      button:hover {
        background: color-mix(in oklch, var(--_chat-color-text) 10%, transparent);
      }
      @media (pointer: coarse) {
        button {
          inset: -4px;
        }
      }
    `,
  ];

  @query('chat-profile') private profile!: ChatProfile;

  readonly #status = new StoreController(this, () => this.client?.$status);
  readonly #me = new StoreController(this, () => this.client?.$me);
  readonly #skeleton = new Skeleton(this);

  /** Puts the focus on the face. */
  override focus(): void {
    this.renderRoot.querySelector('button')?.focus();
  }

  #onPress = () => {
    const opening = loadProfile().then(() => this.profile.show());
    tellFailure(this, 'chat-profile', opening);
  };

  override render() {
    const me = this.#me.value;
    // It keeps its place, so that nothing moves when one is signed in.
    const isOut = this.#status.value?.phase === 'signedOut';
    if (!me && isOut) return html`<slot name="sign-in"></slot>`;
    if (!me) return html`<span class="place ${this.#skeleton.isDue() ? 'skeleton' : ''}"></span>`;
    const label = this.localize.term('profile');
    return html`<chat-avatar part="avatar" name=${me.name} .src=${me.avatar}></chat-avatar>
      <button
        type="button"
        aria-haspopup="dialog"
        aria-label=${label}
        title=${label}
        @click=${this.#onPress}
      ></button>
      <chat-profile></chat-profile>`;
  }
}

define('chat-me', ChatMe);
declare global {
  interface HTMLElementTagNameMap {
    'chat-me': ChatMe;
  }
}
