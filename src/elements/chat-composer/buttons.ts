import { html, type TemplateResult } from 'lit';
import type { Draft } from '../../client/draft-types.js';
import { iconButton } from '../../lit/icon-button.js';
import { icons } from '../../lit/icons.js';
import type { Localize } from '../../lit/localize.js';

type OnPress = (event: Event & { currentTarget: HTMLElement }) => void;

export function renderAttachButton(
  localize: Localize,
  accept: string,
  disabled: boolean,
  onPress: OnPress,
): TemplateResult {
  return iconButton(localize.term('composerAttach'), icons.plus, onPress, {
    part: 'attach',
    popup: accept ? 'dialog' : 'menu',
    disabled,
  });
}

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

/** The rest of the composer could not be had: nothing is sent, and what is written stays. */
export function renderFailed(localize: Localize, again: () => void): TemplateResult {
  return html`<div class="row" role="alert">
    ${localize.term('composerFailed')}
    <button @click=${again}><u>${localize.term('retry')}</u></button>
  </div>`;
}

/** Only where nothing is written yet: the button makes room for Send. */
export function offersVoice({ text, files, editing }: Draft): boolean {
  const able = 'MediaRecorder' in globalThis && 'mediaDevices' in navigator;
  return able && text === '' && files.length === 0 && editing === undefined;
}

export function renderVoiceButton(
  localize: Localize,
  disabled: boolean,
  onPress: (press?: PointerEvent) => void,
): TemplateResult {
  // A pointer may be held until the end of what is said; keys only press.
  const byKey = ({ detail }: MouseEvent) => detail === 0 && onPress();
  return iconButton(localize.term('composerVoice'), icons.mic, byKey, {
    part: 'voice',
    disabled,
    onDown: (event) => event.button === 0 && onPress(event),
  });
}

export function renderSend(
  localize: Localize,
  editing: boolean,
  disabled: boolean,
  onPress: OnPress,
): TemplateResult {
  const label = localize.term(editing ? 'composerSave' : 'composerSend');
  return iconButton(label, editing ? icons.check : icons.send, onPress, { part: 'send', disabled });
}
