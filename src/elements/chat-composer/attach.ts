import { html, type TemplateResult } from 'lit';
import { laterIcons } from '../../lit/later-icons.js';
import { rowIcons } from '../../lit/row-icons.js';
import '../../locales/en-later.js';
import { later } from '../late/later.js';
import type { Desk } from './desk.js';

const loadMenu = later(() => import('../chat-menu/chat-menu.js'));

/** Asks for pictures or for files. */
export class Attach {
  #desk: Desk;
  #onFiles: (files: readonly File[]) => void;

  constructor(desk: Desk, onFiles: (files: readonly File[]) => void) {
    this.#desk = desk;
    this.#onFiles = onFiles;
  }

  async open(anchor: HTMLElement): Promise<void> {
    const { accept, renderRoot } = this.#desk.element;
    // A page that says what it takes leaves nothing to choose.
    if (accept) return this.#pick(accept);
    await loadMenu();
    await renderRoot.querySelector('chat-menu')?.openAt(anchor, 'top-start');
  }

  #onChoose = (event: CustomEvent<{ id: string }>) => {
    this.#pick(event.detail.id === 'media' ? 'image/*,video/*' : '');
  };

  #pick(accept: string): void {
    const picker = this.#desk.element.renderRoot.querySelector<HTMLInputElement>('[type="file"]');
    if (!picker) return;
    picker.accept = accept;
    picker.click();
  }

  #onPicked = (event: Event & { currentTarget: HTMLInputElement }) => {
    const files = [...(event.currentTarget.files ?? [])];
    // The same file may be picked again.
    event.currentTarget.value = '';
    this.#onFiles(files);
  };

  render(): TemplateResult {
    const { localize } = this.#desk;
    const label = localize.term('composerAttach');
    return html`<chat-menu
        .label=${label}
        .items=${[
          { id: 'media', label: localize.term('composerMedia'), icon: laterIcons.image },
          { id: 'file', label: localize.term('composerFile'), icon: rowIcons.file },
        ]}
        @chat-choose=${this.#onChoose}
      ></chat-menu>
      <input type="file" multiple hidden aria-label=${label} @change=${this.#onPicked} />`;
  }
}
