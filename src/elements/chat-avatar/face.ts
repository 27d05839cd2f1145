import { html, nothing, noChange, type ElementPart, type TemplateResult } from 'lit';
import { directive, Directive } from 'lit/directive.js';
import { hueOf, initials } from './initials.js';

/** Whose face, and how it is drawn. */
export interface Face {
  readonly name: string;
  /** Address of a picture. */
  readonly src?: string | undefined;
  /** People are circles, groups rounded squares. */
  readonly shape?: 'circle' | 'square';
  /** Shows the dot. */
  readonly online?: boolean;
}

/** The colour of a name, as `--_hue`. Through the object model: a strict Content-Security-Policy refuses style attributes. */
class Hue extends Directive {
  #name: string | undefined;

  override render(name: string): unknown {
    return name;
  }

  override update({ element }: ElementPart, [name]: [string]): unknown {
    if (name !== this.#name)
      (element as HTMLElement).style.setProperty('--_hue', String(hueOf(name)));
    this.#name = name;
    return noChange;
  }
}
export const hue = directive(Hue);

// The initials stand beside the picture, and are shown where it cannot be loaded.
const onPicture = ({ type, currentTarget }: Event) => {
  (currentTarget as HTMLElement).hidden = type === 'error';
};

/** What `<chat-avatar>` shows, for rows: they are too many for an element each. Wants `faceStyles`. */
export function renderFace({ name, src, shape, online }: Face): TemplateResult {
  return html`<span
    class=${shape === 'square' ? 'avatar square' : 'avatar'}
    part="avatar"
    aria-hidden="true"
    ${hue(name)}
    >${
      src
        ? html`<img
            src=${src}
            alt=""
            draggable="false"
            decoding="async"
            @load=${onPicture}
            @error=${onPicture}
          />`
        : nothing
    }<span class="initials">${initials(name)}</span
    >${online ? html`<span class="status" part="status"></span>` : nothing}</span
  >`;
}
