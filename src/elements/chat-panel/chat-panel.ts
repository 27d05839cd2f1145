import { css, html, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { controls } from '../../lit/controls.styles.js';
import { define } from '../../lit/define.js';
import { emit, type Panel } from '../../lit/events.js';
import { iconButton } from '../../lit/icon-button.js';
import { laterIcons } from '../../lit/later-icons.js';
import { tokens } from '../../lit/tokens.styles.js';
import '../../locales/en-later.js';
import { ConversationElement } from '../conversation-element.js';
import { isFreeEscape } from '../escape.js';
import type { ListElement } from '../list/list-element.js';
import { bar as barStyles, pane } from '../styles/pane.styles.js';
import { loadPanel, panelName, renderPanel } from '../panels.js';
import { tellFailure } from '../late/tell-failure.js';

/**
 * Search, pinned or saved messages, or threads: with a title and a way out, as a pane beside a conversation.
 *
 * @customElement chat-panel
 * @fires {ChatEventMap['chat-back']} chat-back - It is to be closed.
 * @csspart bar - The title and the way out.
 * @csspart title - The title.
 * @csspart back - The Back button.
 * @csspart close - The Close button.
 */
export class ChatPanel extends ConversationElement {
  static override styles = [
    tokens,
    controls,
    pane,
    barStyles,
    css`
      .frame {
        block-size: 100%;
      }
      h2 {
        flex: 1;
        min-inline-size: 0;
        margin: 0;
        font-size: var(--_chat-font-size);
        font-weight: 650;
        line-height: 1.25;
        overflow-wrap: anywhere;
        border-radius: var(--_chat-radius-s);
      }
    `,
  ];

  /** What it shows. */
  @property() panel: Panel = 'search';
  /** A page of its own: shows the way back in the place of Close. */
  @property({ type: Boolean, reflect: true }) narrow = false;

  @state() private loaded: Panel | undefined;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('panel')) tellFailure(this, 'chat-panel', this.#load(this.panel));
  }

  /** Puts the focus where one begins: into the search, or on the title. */
  override focus(): void {
    void this.#focus();
  }

  async #focus(): Promise<void> {
    // Where it cannot be had, which the page is told of, the title is there.
    await this.#load(this.panel).catch(() => undefined);
    await this.updateComplete;
    const list = this.#list;
    await list?.updateComplete;
    const field = this.panel === 'search' && list?.renderRoot.querySelector('input');
    (field || this.renderRoot.querySelector('h2'))?.focus();
  }

  get #list(): ListElement<{ readonly id: string }> | null {
    return this.renderRoot.querySelector<ListElement<{ readonly id: string }>>('.panel-list');
  }

  async #load(panel: Panel): Promise<void> {
    await loadPanel(panel);
    if (panel === this.panel) this.loaded = panel;
  }

  #onKeydown = (event: KeyboardEvent) => {
    if (!isFreeEscape(event)) return;
    event.preventDefault();
    this.#onClose();
  };

  #onClose = () => {
    emit(this, 'chat-back', {});
  };

  override render() {
    const { panel, loaded, narrow, uid, guid, localize } = this;
    const way = narrow ? 'back' : 'close';
    const wayOut = iconButton(localize.term(way), laterIcons[way], this.#onClose, { part: way });
    const bar = html`<div slot="header" class="bar" part="bar">
      ${narrow ? wayOut : ''}
      <h2 part="title" tabindex="-1">${panelName(panel, localize)}</h2>
      ${narrow ? '' : wayOut}
    </div>`;
    return html`<div class="frame" @keydown=${this.#onKeydown}>
      ${loaded === panel ? renderPanel(panel, { uid, guid }, bar) : bar}
    </div>`;
  }
}

define('chat-panel', ChatPanel);
declare global {
  interface HTMLElementTagNameMap {
    'chat-panel': ChatPanel;
  }
}
