import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { DraftFile } from '../../client/draft-types.js';
import { without } from '../../client/stores/without.js';
import { controls } from '../../lit/controls.styles.js';
import { define } from '../../lit/define.js';
import { emit } from '../../lit/events.js';
import { icons } from '../../lit/icons.js';
import { Localize } from '../../lit/localize.js';
import { keyed } from '../../lit/keyed.js';
import { laterIcons } from '../../lit/later-icons.js';
import { rowIcons } from '../../lit/row-icons.js';
import { tokens } from '../../lit/tokens.styles.js';
import '../../locales/en-later.js';
import { styles } from './chat-attachment-tray.styles.js';
import { fileSize } from '../words/file-size.js';
import { listText } from '../words/list-text.js';

/**
 * Files about to be sent: each can be seen, described, moved (dragged, or by Alt and an arrow) and taken out again.
 *
 * @customElement chat-attachment-tray
 * @fires {ChatEventMap['chat-files']} chat-files - One was taken out, moved or described.
 * @csspart file - One file.
 * @csspart remove - The button that takes it out.
 * @csspart describe - The button that opens its description.
 */
export class ChatAttachmentTray extends LitElement {
  static override styles = [tokens, controls, styles];

  @property({ attribute: false }) files: readonly DraftFile[] = [];

  @state() private described: string | undefined;
  /** To those who hear it: what was added, or where a file was moved to. */
  @state() private said = '';
  /** What this browser cannot draw. */
  @state() private blank: ReadonlySet<File> = new Set();

  readonly #localize = new Localize(this);
  readonly #urls = new Map<File, string>();
  #dragged: string | undefined;
  /** Leads the focus on when `files` are the new ones: whoever owns them may take a while. */
  #lead: (() => void) | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#release(new Set());
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // Addresses were given back when the element was taken out.
    if (this.hasUpdated) this.requestUpdate();
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('files')) {
      this.#release(new Set(this.files.map(({ file }) => file)));
      this.#lead?.();
      this.#lead = undefined;
      this.#tell(changed.get('files') as typeof this.files | undefined);
    }
    if (changed.has('described')) this.renderRoot.querySelector('input')?.focus();
  }

  #tell(before: readonly DraftFile[] = []): void {
    const known = new Set(before.map(({ id }) => id));
    const added = this.files.filter(({ id }) => !known.has(id)).map(({ file }) => file.name);
    if (added.length === 0) return;
    const localize = this.#localize;
    // What a region says already when it comes is not read.
    setTimeout(() => (this.said = localize.term('trayAdded', listText(added, localize.lang()))));
  }

  #url(file: File): string {
    let url = this.#urls.get(file);
    if (url === undefined) this.#urls.set(file, (url = URL.createObjectURL(file)));
    return url;
  }

  #release(kept: ReadonlySet<File>): void {
    for (const [file, url] of this.#urls) {
      if (kept.has(file)) continue;
      URL.revokeObjectURL(url);
      this.#urls.delete(file);
    }
  }

  #onRemove(gone: DraftFile): void {
    const at = this.files.indexOf(gone);
    const files = this.files.filter((file) => file !== gone);
    // Focus goes on to the next one; without any, it is the composer's.
    this.#lead = () => {
      const buttons = this.renderRoot.querySelectorAll<HTMLElement>('.remove');
      buttons[Math.min(at, buttons.length - 1)]?.focus();
    };
    emit(this, 'chat-files', { files });
  }

  #move(draft: DraftFile, to: number, lead?: () => void): void {
    if (to < 0 || to >= this.files.length) return;
    this.#lead = lead;
    const files = this.files.filter((file) => file !== draft);
    files.splice(to, 0, draft);
    this.said = this.#localize.term('trayMoved', draft.file.name, to + 1, files.length);
    emit(this, 'chat-files', { files });
  }

  #onKeydown(event: KeyboardEvent, draft: DraftFile): void {
    if (!event.altKey || (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight')) return;
    event.preventDefault();
    const button = event.target as HTMLElement;
    const ahead = (event.key === 'ArrowRight') !== this.matches(':dir(rtl)');
    // Moved in the DOM, what had the focus may have lost it.
    this.#move(draft, this.files.indexOf(draft) + (ahead ? 1 : -1), () => button.focus());
  }

  #onDragstart(event: DragEvent, draft: DraftFile): void {
    this.#dragged = draft.id;
    if (event.dataTransfer) event.dataTransfer.effectAllowed = 'move';
  }

  #onDragover(event: DragEvent, over: DraftFile): void {
    const dragged = this.files.find(({ id }) => id === this.#dragged);
    if (!dragged) return;
    event.preventDefault();
    if (dragged !== over) this.#move(dragged, this.files.indexOf(over));
  }

  #onDescribed(described: DraftFile, text: string): void {
    const alt = text.trim();
    const files = this.files.map((each) =>
      each.id === described.id ? { ...without(each, 'alt'), ...(alt && { alt }) } : each,
    );
    emit(this, 'chat-files', { files });
  }

  #onDescriptionKeydown = (event: KeyboardEvent) => {
    if (event.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return;
    event.preventDefault();
    event.stopPropagation();
    const at = this.files.findIndex(({ id }) => id === this.described);
    (event.target as HTMLInputElement).blur();
    this.described = undefined;
    this.renderRoot.querySelectorAll('li')[at]?.querySelector<HTMLElement>('.describe')?.focus();
  };

  override render() {
    const described = this.files.find(({ id }) => id === this.described);
    return html`<ul aria-label=${this.#localize.term('trayFiles')}>
        ${keyed(
          this.files,
          ({ id }) => id,
          (file) => this.#renderFile(file),
        )}
      </ul>
      <span class="visually-hidden" role="status">${this.said}</span>
      ${described ? this.#renderDescription(described) : nothing}`;
  }

  #renderFile(draft: DraftFile) {
    const { file } = draft;
    const image = file.type.startsWith('image/');
    const drawn = !this.blank.has(file) && (image || file.type.startsWith('video/'));
    const onError = () => (this.blank = new Set([...this.blank, file]));
    return html`<li
      class=${drawn ? 'picture' : 'document'}
      part="file"
      draggable=${this.files.length > 1 ? 'true' : 'false'}
      @keydown=${(event: KeyboardEvent) => this.#onKeydown(event, draft)}
      @dragstart=${(event: DragEvent) => this.#onDragstart(event, draft)}
      @dragover=${(event: DragEvent) => this.#onDragover(event, draft)}
      @drop=${(event: DragEvent) => event.preventDefault()}
      @dragend=${() => (this.#dragged = undefined)}
    >
      ${
        !drawn
          ? html`${file.type.startsWith('audio/') ? laterIcons.audio : rowIcons.file}
              <bdi class="name">${file.name}</bdi>
              <span class="size">${fileSize(file.size, this.#localize)}</span>`
          : image
            ? html`<img src=${this.#url(file)} alt=${draft.alt ?? file.name} @error=${onError} />`
            : html`<video
                src=${this.#url(file)}
                muted
                playsinline
                aria-label=${file.name}
                @error=${onError}
              ></video>`
      }
      <button
        class="remove"
        part="remove"
        type="button"
        aria-label=${this.#localize.term('trayRemove', file.name)}
        aria-keyshortcuts=${this.files.length > 1 ? 'Alt+ArrowLeft Alt+ArrowRight' : nothing}
        @click=${() => this.#onRemove(draft)}
      >
        ${icons.close}
      </button>
      ${image ? this.#renderDescribe(draft) : nothing}
    </li>`;
  }

  #renderDescribe({ id, file, alt }: DraftFile) {
    return html`<button
      class="describe ${alt ? 'done' : ''}"
      part="describe"
      type="button"
      aria-expanded=${this.described === id ? 'true' : 'false'}
      aria-label=${this.#localize.term('trayDescribe', file.name)}
      title=${this.#localize.term('trayDescribe', file.name)}
      @click=${() => (this.described = this.described === id ? undefined : id)}
    >
      ${alt ? icons.check : laterIcons.edit}
    </button>`;
  }

  #renderDescription(draft: DraftFile) {
    const label = this.#localize.term('trayDescription', draft.file.name);
    return html`<label class="alt">
      ${label}
      <input
        class="field"
        dir="auto"
        maxlength="1000"
        enterkeyhint="done"
        .value=${draft.alt ?? ''}
        @change=${(event: Event & { target: HTMLInputElement }) =>
          this.#onDescribed(draft, event.target.value)}
        @keydown=${this.#onDescriptionKeydown}
      />
    </label>`;
  }
}

define('chat-attachment-tray', ChatAttachmentTray);
declare global {
  interface HTMLElementTagNameMap {
    'chat-attachment-tray': ChatAttachmentTray;
  }
}
