import { css, LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import { define } from '../../lit/define.js';
import { faceStyles } from './face.styles.js';
import { renderFace } from './face.js';

/**
 * A face: the picture, or initials on a colour of their own. Decorative: the name stands beside it.
 *
 * @customElement chat-avatar
 * @csspart avatar - The circle, or rounded square of a group.
 * @csspart status - The dot of someone online.
 * @cssprop [--chat-avatar-size=48px] - Width and height.
 * @cssprop --chat-avatar-ring - Colour around the dot: that of the surface behind.
 */
export class ChatAvatar extends LitElement {
  static override styles = [
    faceStyles,
    css`
      :host {
        display: inline-grid;
        flex: none;
        vertical-align: middle;
      }
    `,
  ];

  /** Whose face; also chooses the colour. */
  @property() name = '';
  /** Address of a picture. */
  @property() src: string | undefined;
  /** People are circles, groups rounded squares. */
  @property({ reflect: true }) shape: 'circle' | 'square' = 'circle';
  /** Shows the dot. */
  @property({ type: Boolean, reflect: true }) online = false;

  override render() {
    return renderFace(this);
  }
}

define('chat-avatar', ChatAvatar);
declare global {
  interface HTMLElementTagNameMap {
    'chat-avatar': ChatAvatar;
  }
}
