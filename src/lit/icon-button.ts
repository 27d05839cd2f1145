import { html, nothing, type TemplateResult } from 'lit';

interface More {
  /** Its part, and its class where `kind` says no other. */
  readonly part?: string;
  readonly kind?: string;
  /** What the pointer is told, where that is more than the label. */
  readonly title?: string;
  readonly popup?: 'menu' | 'dialog' | false;
  readonly pressed?: boolean;
  readonly disabled?: boolean;
  /** Out of the order of Tab: arrow keys lead to it. */
  readonly inner?: boolean;
}
type OnPress = (event: Event & { currentTarget: HTMLElement }) => unknown;

/** A square button that shows an icon and says its name; looks as `controls` has it. */
export function iconButton(
  label: string,
  icon: unknown,
  onPress: OnPress | undefined,
  { part, kind = part ?? '', title = label, popup, pressed, disabled = false, inner }: More = {},
): TemplateResult {
  return html`<button
    class="icon-button ${kind}"
    part=${part ?? nothing}
    type="button"
    tabindex=${inner ? -1 : nothing}
    aria-label=${label}
    aria-haspopup=${popup || nothing}
    aria-pressed=${pressed === undefined ? nothing : String(pressed)}
    title=${title}
    ?disabled=${disabled}
    @click=${onPress}
  >
    ${icon}
  </button>`;
}
