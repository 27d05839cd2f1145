import { html, nothing } from 'lit';
import { property } from 'lit/decorators/property.js';
import type { Draft } from '../../client/draft-types.js';
import { basics } from '../../lit/basics.styles.js';
import { define } from '../../lit/define.js';
import { Skeleton } from '../../lit/skeleton.js';
import { skeleton } from '../../lit/skeleton.styles.js';
import { StoreController } from '../../lit/store-controller.js';
import { tokens } from '../../lit/tokens.styles.js';
import type { Group, User } from '../../protocol/records.js';
import { textLength } from '../../protocol/text-length.js';
import type { ChatComposerInput } from '../chat-composer-input/chat-composer-input.js';
import '../chat-composer-input/chat-composer-input.js';
import { enterFor } from '../chat-composer-input/keys.js';
import type { Person } from '../chat-composer-input/trigger.js';
import { ConversationElement } from '../conversation-element.js';
import { LatePart } from '../late/late-part.js';
import { later } from '../late/later.js';
import { tellFailure } from '../late/tell-failure.js';
import { Offers } from '../offers.js';
import { PeerStores } from '../peer-stores.js';
import { styles } from './chat-composer.styles.js';
import type { Desk } from './desk.js';
import type { Extras } from './extras.js';
import {
  offersVoice,
  renderAttachButton,
  renderEmojiButton,
  renderFailed,
  renderSend,
  renderVoiceButton,
} from './buttons.js';
import { labelOf } from './label.js';
import { lacksFiles, mayWrite } from './may-write.js';
import { lateExtras } from './late-extras.js';

const loadNotice = later(() => import('../chat-composer-notice/chat-composer-notice.js'));

const noDraft: Draft = { text: '', files: [] };
const nobody: readonly Person[] = [];

/**
 * Where one writes. Keeps a draft for each conversation and thread; sends, edits and replies; attaches files; records
 * voice messages; suggests people after `@` and emoji after `:`. Where one may not write, it says why.
 *
 * @customElement chat-composer
 * @slot attach - In the place of the plus button.
 * @slot action - More buttons, before Send.
 * @fires {ChatEventMap['chat-send']} chat-send - About to be sent; prevent it to keep the text where it is.
 * @fires {ChatEventMap['chat-sent']} chat-sent - The server has taken it.
 * @fires {ChatEventMap['chat-error']} chat-error - Sending, editing or deleting was refused.
 * @csspart box - The floating box.
 * @csspart input - The text area.
 * @csspart attach - The plus button.
 * @csspart emoji - The emoji button.
 * @csspart voice - The button that records.
 * @csspart send - The filled button.
 * @csspart context - The bar above the text while editing or replying.
 * @csspart cancel - Its close button.
 * @csspart problems - What was not taken or not sent, and why.
 * @csspart broadcast - In a thread: whether the reply stands in the conversation, too.
 * @csspart count - How much room is left.
 * @csspart suggestions - The popup of people or emoji.
 * @csspart suggestion - One of its rows.
 * @csspart overlay - What lies over the pane while files are dragged.
 */
export class ChatComposer extends ConversationElement {
  static override styles = [tokens, basics, skeleton, styles];

  /** What Enter does. By default it sends, and starts a new line where the keyboard is on the screen. */
  @property() enter: 'send' | 'newline' | undefined;
  /** Which files are taken, as on `<input type="file">`. */
  @property() accept = '';
  /** Writes in the thread of this message, with a draft of its own. */
  @property({ attribute: 'parent-id' }) parentId: string | undefined;
  /** What is typed while nothing on the page takes keys goes here: where the page is a messenger and nothing else. */
  @property({ type: Boolean, attribute: 'catches-keys' }) catchesKeys = false;
  /** The longest message, in characters; never more than the server takes. */
  @property({ type: Number }) maxlength: number = textLength;

  readonly #status = new StoreController(this, () => this.client?.$status);
  readonly #offers = new Offers(this, () => this.client);
  readonly #peer = new PeerStores(this, () => ({ client: this.client, target: this.target }));
  readonly #stored = new StoreController(this, () =>
    this.target ? this.client?.drafts.$draft(this.target, this.#thread) : undefined,
  );
  readonly #skeleton = new Skeleton(this);
  readonly #desk: Desk = {
    element: this,
    localize: this.localize,
    offers: this.#offers,
    client: () => this.client,
    target: () => this.target,
    thread: () => this.#thread,
    draft: () => this.#draft,
  };
  readonly #extras: LatePart<Desk, Extras> = new LatePart(this, lateExtras, this.#desk);

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('chat-select', this.#onPage);
    addEventListener('keydown', this.#onPage);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('chat-select', this.#onPage);
    removeEventListener('keydown', this.#onPage);
  }

  /** Puts the caret into the text, or the focus on what stands in its place. */
  override focus(options?: FocusOptions): void {
    // Else hidden behind a voice message, or not there.
    if (this.#input?.offsetParent) this.#input.focus(options);
    else this.#extras.with(({ instead }) => instead?.focus(options));
  }

  /** Inserts text at the caret; the person can undo it. */
  insertText(text: string): void {
    // Where something was just sent, or another conversation chosen, that is shown before.
    this.performUpdate();
    this.#input?.insertText(text);
  }

  /** Adds files to what is being written, as far as the limits allow. */
  addFiles(files: Iterable<File>): void {
    // A list of files may be another by then.
    const given = [...files];
    this.#with('file.upload', (extras) => extras.addFiles(given));
  }

  get #thread(): string | undefined {
    return this.parentId || undefined;
  }

  get #input(): ChatComposerInput | null {
    return this.renderRoot.querySelector('chat-composer-input');
  }

  get #draft(): Draft {
    return this.#stored.value ?? noDraft;
  }

  #nameOf = (uid: string) => this.client?.users.$user(uid).get()?.name ?? uid;

  // The second press of a double click would send what comes back after it (B52, B72).
  #send = ({ detail = 0 }: Event & { readonly detail?: number }) => {
    if (detail < 2) this.#with('message.send', ({ posting }) => posting.send());
  };

  /** What may mean that somebody goes on writing here. */
  #onPage = (event: HTMLElementEventMap['chat-select' | 'keydown']) => {
    if (this.catchesKeys || event.type !== 'keydown') this.#extras.with((it) => it.hear(event));
  };

  /** What is asked for while one writes. */
  #onAsk = (event: Event) => this.#with('chat-composer', (extras) => extras.hear(event));

  #onWrite = ({ detail }: CustomEvent<{ text: string; caret: number }>) => {
    const { client, target } = this;
    const { text, editing } = this.#draft;
    if (!client || !target) return;
    client.drafts.write(target, detail, this.#thread);
    // At once: until its echo is drawn, the text area is not told of a text that is drawn already.
    this.performUpdate();
    if (detail.text === text || editing !== undefined) return;
    client.typing[detail.text ? 'touch' : 'stop'](target, this.#thread);
  };

  /** Until what follows files over the whole page is loaded, they can be dropped here. */
  #onDrag = (event: DragEvent) => {
    const { dataTransfer, type } = event;
    if (this.#extras.now || !dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    if (type === 'drop') this.addFiles(dataTransfer.files);
  };

  #onAttach = ({ currentTarget }: Event & { currentTarget: HTMLElement }) =>
    this.#with('file.upload', (extras) => extras.openAttach(currentTarget));

  #onEmoji = ({ currentTarget }: Event & { currentTarget: HTMLElement }) =>
    this.#with('emoji', (extras) => extras.openEmoji(currentTarget));

  #onVoice = (press?: PointerEvent) => {
    // By the time it is loaded, a finger may be gone.
    const held = this.#extras.now && press;
    this.#with('file.upload', ({ voice }) => voice.start(held));
  };

  /** Does it with what is loaded later; where that cannot be had, `operation` has failed. */
  #with(operation: string, run: (extras: Extras) => void): void {
    const { target } = this;
    // What was asked in one conversation is not done in another.
    this.#extras.with((extras) => this.target === target && run(extras), operation);
  }

  override render() {
    const status = this.#status.value;
    const { now, failed } = this.#extras;
    // Most pages sign in at once: to say that nobody is signed in has time until the rest is loaded.
    if (!this.client || (status?.phase === 'signedOut' && !now && !failed))
      return html`<div class="place ${this.#skeleton.isDue() ? 'skeleton' : ''}"></div>`;
    const { user, group } = this.#peer;
    if (mayWrite(status, user, group, this.#offers.lacks('message.send')))
      return this.#renderBox(user, group);
    tellFailure(this, 'chat-composer-notice', loadNotice());
    return html`<chat-composer-notice
      exportparts="reason, action"
      .user=${user}
      .group=${group}
    ></chat-composer-notice>`;
  }

  #renderBox(user: User | undefined, group: Group | undefined) {
    const { localize, target } = this;
    const { now: extras, failed, load } = this.#extras;
    const { text, caret, editing } = this.#draft;
    const sendable = extras?.posting.sendable ?? text.trim() !== '';
    const noFiles = lacksFiles(this.#offers);
    return html`<div class="box" part="box" @dragover=${this.#onDrag} @drop=${this.#onDrag}>
        ${extras ? extras.renderAbove() : failed ? renderFailed(localize, load) : nothing}
        <div class="row" ?hidden=${extras?.voice.active}>
          <slot name="attach">
            ${
              noFiles || editing !== undefined
                ? nothing
                : renderAttachButton(localize, this.accept, !target, this.#onAttach)
            }
          </slot>
          <chat-composer-input
            exportparts="input, suggestions, suggestion"
            .label=${labelOf(target && ((user ?? group)?.name ?? ''), this.#thread, localize)}
            .text=${text}
            .caret=${caret}
            .enter=${enterFor(this.enter)}
            .disabled=${!target}
            .people=${extras?.people(user) ?? nobody}
            .everyone=${target?.guid !== undefined}
            .nameOf=${this.#nameOf}
            @write=${this.#onWrite}
            @leave=${this.#onAsk}
            @send=${this.#send}
            @query=${this.#onAsk}
            @attach=${this.#onAsk}
            @escape=${this.#onAsk}
            @recall=${this.#onAsk}
          ></chat-composer-input>
          ${renderEmojiButton(localize, !target, this.#onEmoji)}
          <slot name="action"></slot>
          ${
            offersVoice(this.#draft) && !noFiles
              ? renderVoiceButton(localize, !target, this.#onVoice)
              : nothing
          }
          ${renderSend(localize, editing !== undefined, !target || !sendable, this.#send)}
        </div>
        ${extras?.renderBelow()}
      </div>
      ${extras?.renderOverlays()}`;
  }
}

define('chat-composer', ChatComposer);
declare global {
  interface HTMLElementTagNameMap {
    'chat-composer': ChatComposer;
  }
}
