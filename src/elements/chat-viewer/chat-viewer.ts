import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { ChatClient, MessageItem } from '../../client/types.js';
import { controls } from '../../lit/controls.styles.js';
import { define } from '../../lit/define.js';
import { iconButton } from '../../lit/icon-button.js';
import { icons } from '../../lit/icons.js';
import { Localize } from '../../lit/localize.js';
import { tokens } from '../../lit/tokens.styles.js';
import { dayText, fullText, timeText } from '../chat-message/time/dates.js';
import { fileUrl } from '../chat-message/media/file-url.js';
import { deepActiveElement, giveFocusBack } from '../../lit/focus.js';
import { laterIcons } from '../../lit/later-icons.js';
import { rowIcons } from '../../lit/row-icons.js';
import '../../locales/en-later.js';
import '../../locales/en-rows.js';
import { keepModal } from '../keep-modal.js';

const swipe = 60;

/** Where a key leads in a picture that is larger than the window, across and down. */
const ways: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/**
 * The pictures of a message on the whole screen: zoom, keys, swipe, download. Focus returns to where it was.
 *
 * @customElement chat-viewer
 * @fires close - It went away.
 * @csspart dialog - The whole.
 * @csspart picture - The picture.
 */
export class ChatViewer extends LitElement {
  static override styles = [
    tokens,
    controls,
    css`
      :host {
        display: contents;
      }
      dialog {
        inline-size: 100vw;
        block-size: 100dvh;
        max-inline-size: none;
        max-block-size: none;
        margin: 0;
        padding: 0;
        border: 0;
        background: oklch(0.13 0.01 268);
        color: #fff;
        color-scheme: dark;
      }
      dialog[open] {
        display: grid;
        grid-template-rows: auto minmax(0, 1fr) auto;
      }
      dialog:focus-visible {
        outline: none;
      }
      .head {
        display: flex;
        align-items: center;
        gap: var(--_chat-space-1);
        padding: var(--_chat-space-2) var(--_chat-space-3);
      }
      .who {
        flex: 1;
        min-inline-size: 0;
        display: grid;
        line-height: 1.3;
      }
      .who b {
        font-weight: 600;
      }
      .who time {
        font-size: var(--_chat-font-size-2xs);
        color: rgb(255 255 255 / 0.75);
      }
      .icon-button {
        color: #fff;
        inline-size: 44px;
        block-size: 44px;
      }
      .icon-button:hover {
        background: rgb(255 255 255 / 0.16);
        color: #fff;
      }
      .stage {
        position: relative;
        display: grid;
        place-items: center;
        overflow: auto;
        padding: 0 var(--_chat-space-3);
        cursor: zoom-in;
        touch-action: pan-y pinch-zoom;
      }
      .stage.zoomed {
        cursor: zoom-out;
        place-items: start;
        touch-action: auto;
      }
      img {
        display: block;
        max-inline-size: 100%;
        max-block-size: 100%;
        min-block-size: 0;
        object-fit: contain;
        border-radius: var(--_chat-radius-s);
      }
      .zoomed img {
        max-inline-size: none;
        max-block-size: none;
        inline-size: 200%;
      }
      .step {
        position: absolute;
        z-index: 1;
        inset-block-start: calc(50% - 22px);
        border-radius: 50%;
        background: rgb(0 0 0 / 0.4);
      }
      .step.previous {
        inset-inline-start: var(--_chat-space-3);
      }
      .step.next {
        inset-inline-end: var(--_chat-space-3);
      }
      .foot {
        padding: var(--_chat-space-3) var(--_chat-space-4);
        min-block-size: 44px;
        text-align: center;
        font-size: var(--_chat-font-size-s);
        overflow-wrap: anywhere;
      }
      .count {
        font-variant-numeric: tabular-nums;
        color: rgb(255 255 255 / 0.75);
      }
    `,
  ];

  @property({ attribute: false }) client: ChatClient | undefined;
  @property({ attribute: false }) item: MessageItem | undefined;
  /** Which of the message's pictures. */
  @property({ type: Number }) index = 0;

  @state() private zoomed = false;

  readonly #localize = new Localize(this);
  #before: HTMLElement | undefined;
  #pressedAt: number | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    keepModal(this.#dialog);
  }

  get open(): boolean {
    return this.#dialog?.open ?? false;
  }

  async show(): Promise<void> {
    this.#before = deepActiveElement();
    await this.updateComplete;
    if (this.isConnected && !this.open) this.#dialog?.showModal();
  }

  close(): void {
    this.#dialog?.close();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('index') || changed.has('item')) this.zoomed = false;
  }

  get #dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector('dialog');
  }

  get #count(): number {
    return this.item?.message.attachments?.length ?? 0;
  }

  #step(by: number): void {
    const to = this.index + by;
    if (to >= 0 && to < this.#count) this.index = to;
  }

  #onClose = () => {
    giveFocusBack(this.#before, this);
    this.dispatchEvent(new Event('close'));
  };

  #onKeydown = (event: KeyboardEvent) => {
    event.stopPropagation();
    const rtl = getComputedStyle(this).direction === 'rtl';
    if (event.key === '+' || event.key === '-') this.zoomed = event.key === '+';
    else if (this.zoomed) this.#pan(event);
    else if (event.key === 'ArrowRight') this.#step(rtl ? -1 : 1);
    else if (event.key === 'ArrowLeft') this.#step(rtl ? 1 : -1);
  };

  /** To the rest of a picture that is larger than the window. */
  #pan(event: KeyboardEvent): void {
    const stage = this.renderRoot.querySelector('.stage');
    const way = ways[event.key];
    if (!stage || !way) return;
    event.preventDefault();
    stage.scrollBy((way[0] * stage.clientWidth) / 4, (way[1] * stage.clientHeight) / 4);
  }

  #onZoom = (event: Event) => {
    // One that leads nowhere lets the press through.
    if (!(event.target as Element).closest('.step')) this.zoomed = !this.zoomed;
  };

  #onPointerdown = (event: PointerEvent) => {
    this.#pressedAt = event.pointerType === 'touch' && !this.zoomed ? event.clientX : undefined;
  };

  #onPointerup = (event: PointerEvent) => {
    if (this.#pressedAt === undefined) return;
    const moved = event.clientX - this.#pressedAt;
    this.#pressedAt = undefined;
    const rtl = getComputedStyle(this).direction === 'rtl';
    if (Math.abs(moved) >= swipe) this.#step(moved < 0 !== rtl ? 1 : -1);
  };

  override render() {
    const { item, client, index } = this;
    const localize = this.#localize;
    const attachment = item?.message.attachments?.[index];
    return html`<dialog
      part="dialog"
      aria-label=${localize.term('viewer')}
      @close=${this.#onClose}
      @keydown=${this.#onKeydown}
    >
      ${
        item && client && attachment
          ? html`<div class="head">
                <span class="who">
                  <b class="truncate"><bdi>${item.sender?.name ?? item.message.sender}</bdi></b>
                  ${this.#renderTime(item.message.sentAt)}
                </span>
                ${iconButton(localize.term('zoom'), laterIcons.zoomIn, this.#onZoom, { pressed: this.zoomed })}
                <a
                  class="icon-button"
                  href=${fileUrl(client, attachment)}
                  download=${attachment.name}
                  aria-label=${localize.term('download')}
                  >${rowIcons.download}</a
                >
                ${iconButton(localize.term('close'), icons.close, () => this.close())}
              </div>
              <div
                class="stage ${this.zoomed ? 'zoomed' : ''}"
                @click=${this.#onZoom}
                @pointerdown=${this.#onPointerdown}
                @pointerup=${this.#onPointerup}
              >
                ${this.#renderStep('previous', -1)}
                <img
                  part="picture"
                  src=${fileUrl(client, attachment)}
                  alt=${attachment.alt || attachment.name}
                  draggable="false"
                />
                ${this.#renderStep('next', 1)}
              </div>
              <div class="foot">
                ${
                  this.#count > 1
                    ? html`<span class="count" aria-live="polite"
                        >${localize.term('searchAt', localize.number(index + 1), localize.number(this.#count))}</span
                      >`
                    : nothing
                }
                <bdi>${attachment.alt ?? ''}</bdi>
              </div>`
          : nothing
      }
    </dialog>`;
  }

  #renderTime(at: number) {
    const localize = this.#localize;
    const lang = localize.lang();
    return html`<time
      class="truncate"
      datetime=${new Date(at).toISOString()}
      title=${fullText(at, lang)}
      >${localize.term('comma', dayText(at, Date.now(), localize), timeText(at, lang))}</time
    >`;
  }

  #renderStep(side: 'previous' | 'next', by: number) {
    if (this.#count < 2) return nothing;
    const to = this.index + by;
    return iconButton(
      this.#localize.term(side === 'next' ? 'nextPicture' : 'previousPicture'),
      side === 'next' ? laterIcons.next : laterIcons.previous,
      () => this.#step(by),
      // At either end it stays: the focus would go with it.
      { kind: `step ${side}`, idle: to < 0 || to >= this.#count },
    );
  }
}

define('chat-viewer', ChatViewer);
declare global {
  interface HTMLElementTagNameMap {
    'chat-viewer': ChatViewer;
  }
}
