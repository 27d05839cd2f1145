import { html, type TemplateResult } from 'lit';
import { iconButton } from '../../lit/icon-button.js';
import { icons } from '../../lit/icons.js';
import type { Localize } from '../../lit/localize.js';

type OnPress = (event: Event & { currentTarget: HTMLElement }) => void;

export function renderEmojiButton(
  localize: Localize,
  disabled: boolean,
  onPress: OnPress,
): TemplateResult {
  return iconButton(localize.term('emoji'), icons.smile, onPress, {
    part: 'emoji',
    popup: 'dialog',
    disabled,
  });
}

export function renderVoiceButton(
  localize: Localize,
  disabled: boolean,
  onPress: (press?: PointerEvent) => void,
): TemplateResult {
  return html`<button
    class="icon-button"
    part="voice"
    type="button"
    aria-label=${localize.term('composerVoice')}
    title=${localize.term('composerVoice')}
    ?disabled=${disabled}
    @pointerdown=${(event: PointerEvent) => event.button === 0 && onPress(event)}
    @click=${(event: MouseEvent) => event.detail === 0 && onPress()}
  >
    ${icons.mic}
  </button>`;
}

export function renderSend(
  localize: Localize,
  editing: boolean,
  disabled: boolean,
  onPress: OnPress,
): TemplateResult {
  const label = localize.term(editing ? 'composerSave' : 'composerSend');
  return html`<button
    class="send"
    part="send"
    type="button"
    aria-label=${label}
    title=${label}
    ?disabled=${disabled}
    @mousedown=${keepFocus}
    @click=${onPress}
  >
    ${editing ? icons.check : icons.send}
  </button>`;
}

// The keyboard on a screen stays when the button is touched (B53).
function keepFocus(event: Event): void {
  event.preventDefault();
}
