import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { define } from '../../lit/define.js';
import { styles } from './chat-avatar.styles.js';
import { hueOf, initials } from './initials.js';

/**
 * A face: the picture, or initials on a colour of their own. Decorative: the name stands beside it.
 *
 * @customElement chat-avatar
 * @csspart face - The circle, or rounded square of a group.
 * @csspart status - The dot of someone online.
 * @cssprop [--chat-avatar-size=48px] - Width and height.
 * @cssprop --chat-avatar-ring - Colour around the dot: that of the surface behind.
 */
export class ChatAvatar extends LitElement {
  static override styles = styles;

  /** Whose face; also chooses the colour. */
  @property() name = '';
  /** Address of a picture. */
  @property() src: string | undefined;
  /** People are circles, groups rounded squares. */
  @property({ reflect: true }) shape: 'circle' | 'square' = 'circle';
  /** Shows the dot. */
  @property({ type: Boolean, reflect: true }) online = false;

  @state() private broken = false;

  #face: HTMLElement | undefined;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('src')) this.broken = false;
  }

  protected override updated(): void {
    // Through the object model: a style attribute in a template would fall to a strict Content-Security-Policy.
    this.#face ??= this.renderRoot.querySelector<HTMLElement>('.face') ?? undefined;
    const hue = hueOf(this.name);
    this.#face?.style.setProperty(
      'background',
      `linear-gradient(140deg, oklch(0.68 0.13 ${hue}), oklch(0.52 0.15 ${hue + 30}))`,
    );
  }

  #onError = () => {
    this.broken = true;
  };

  override render() {
    return html`<span class="face" part="face" aria-hidden="true">
        ${
          this.src && !this.broken
            ? html`<img
                src=${this.src}
                alt=""
                draggable="false"
                decoding="async"
                @error=${this.#onError}
              />`
            : initials(this.name)
        }
      </span>
      ${this.online ? html`<span class="status" part="status" aria-hidden="true"></span>` : nothing}`;
  }
}

define('chat-avatar', ChatAvatar);
declare global {
  interface HTMLElementTagNameMap {
    'chat-avatar': ChatAvatar;
  }
}
