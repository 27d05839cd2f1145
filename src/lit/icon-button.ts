import { html, nothing, type TemplateResult } from 'lit';

interface More {
  /** Its part, and its class where `kind` says no other. */
  readonly part?: string;
  readonly kind?: string;
  /** What the pointer is told, where that is more than the label. */
  readonly title?: string;
  readonly popup?: 'menu' | 'dialog' | false;
  readonly pressed?: boolean;
  /** What it opens is open. */
  readonly expanded?: boolean;
  readonly disabled?: boolean;
  /** Does nothing now, and keeps the focus that `disabled` would lose. */
  readonly idle?: boolean;
  /** Out of the order of Tab: arrow keys lead to it. */
  readonly inner?: boolean;
  /** Hears the press before it is a click: for what is held. */
  readonly onDown?: (event: PointerEvent) => unknown;
}
type OnPress = (event: MouseEvent & { currentTarget: HTMLElement }) => unknown;

/** A square button that shows an icon and says its name; looks as `basics` has it. */
export function iconButton(
  label: string,
  icon: unknown,
  onPress: OnPress | undefined,
  more: More = {},
): TemplateResult {
  const { part, kind = part ?? '', title = label, popup, pressed, expanded } = more;
  const { disabled = false, idle, inner, onDown } = more;
  return html`<button
    class="icon-button ${kind}"
    part=${part ?? nothing}
    type="button"
    tabindex=${inner ? -1 : nothing}
    aria-label=${label}
    aria-haspopup=${popup || nothing}
    aria-pressed=${pressed === undefined ? nothing : String(pressed)}
    aria-expanded=${expanded === undefined ? nothing : String(expanded)}
    title=${title}
    ?disabled=${disabled}
    aria-disabled=${idle ? 'true' : nothing}
    @pointerdown=${onDown ?? nothing}
    @click=${idle ? nothing : onPress}
  >
    ${icon}
  </button>`;
}
