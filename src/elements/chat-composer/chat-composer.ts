import { html, nothing, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import type { Draft, Outgoing } from '../../client/draft-types.js';
import { controls } from '../../lit/controls.styles.js';
import { define } from '../../lit/define.js';
import { emit } from '../../lit/events.js';
import { skeleton } from '../../lit/skeleton.styles.js';
import { StoreController } from '../../lit/store-controller.js';
import { tokens } from '../../lit/tokens.styles.js';
import { ChatError } from '../../protocol/errors.js';
import { limits } from '../../protocol/limits.js';
import '../chat-attach-button/chat-attach-button.js';
import type { ChatComposerInput } from '../chat-composer-input/chat-composer-input.js';
import '../chat-composer-input/chat-composer-input.js';
import { cleanText } from '../chat-composer-input/clean-text.js';
import { enterFor } from '../chat-composer-input/keys.js';
import { reasonOf } from '../chat-composer-notice/reason.js';
import { ConversationElement } from '../conversation-element.js';
import { shownAfter } from '../later.js';
import { Offers } from '../offers.js';
import { PeerStores } from '../peer-stores.js';
import { styles } from './chat-composer.styles.js';
import type { Desk } from './desk.js';
import type { Extras } from './extras.js';
import { watchChoices } from './focus-on-select.js';
import { offersVoice, renderEmojiButton, renderSend, renderVoiceButton } from './buttons.js';
import { labelOf } from './label.js';
import { lateExtras } from './late-extras.js';
import { hasBegun, isSendable, outgoingOf, restore } from './outgoing.js';

const noDraft: Draft = { text: '', files: [] };

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
 * @csspart problems - Files that were not taken, and why.
 * @csspart broadcast - In a thread: whether the reply stands in the conversation, too.
 * @csspart count - How much room is left.
 * @csspart suggestions - The popup of people or emoji.
 * @csspart suggestion - One of its rows.
 * @csspart overlay - What lies over the pane while files are dragged.
 */
export class ChatComposer extends ConversationElement {
  static override styles = [tokens, controls, skeleton, styles];

  /** What Enter does. By default it sends, and starts a new line where the keyboard is on the screen. */
  @property() enter: 'send' | 'newline' | undefined;
  /** Which files are taken, as on `<input type="file">`. */
  @property() accept = '';
  /** Writes in the thread of this message, with a draft of its own. */
  @property({ attribute: 'parent-id' }) parentId: string | undefined;
  /** What is typed while nothing on the page takes keys goes here: where the page is a messenger and nothing else. */
  @property({ type: Boolean, attribute: 'catches-keys' }) catchesKeys = false;
  /** The longest message, in characters; never more than the server takes. */
  @property({ type: Number }) maxlength: number = limits.textLength;

  readonly #status = new StoreController(this, () => this.client?.$status);
  readonly #offers = new Offers(this, () => this.client);
  readonly #me = new StoreController(this, () => this.client?.$me);
  readonly #peer = new PeerStores(this, () => ({ client: this.client, target: this.target }));
  readonly #stored = new StoreController(this, () =>
    this.target ? this.client?.drafts.$draft(this.target, this.#thread) : undefined,
  );
  #extras: Extras | undefined;
  #shown: { readonly key: string; readonly draft: Draft } = { key: '', draft: noDraft };
  #stopChoices: (() => void) | undefined;

  constructor() {
    super();
    const desk: Desk = {
      element: this,
      localize: this.localize,
      client: () => this.client,
      target: () => this.target,
      thread: () => this.#thread,
      draft: () => this.#draft,
      limit: () => this.#limit,
      lacksFiles: () => this.#lacksFiles,
      takesFiles: () => this.#takesFiles,
      write: (changes) => this.#write(changes),
      post: (message) => this.#post(message),
      cancel: () => this.#cancel(),
    };
    lateExtras.follow(({ Extras }) => {
      this.#extras = new Extras(desk);
      this.requestUpdate();
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('blur', this.#stopTyping);
    this.#stopChoices = watchChoices(
      () => (this.#thread ? undefined : this.target),
      () => void this.updateComplete.then(() => this.focus()),
    );
    setTimeout(this.#load, shownAfter);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('blur', this.#stopTyping);
    this.#stopTyping();
    this.#stopChoices?.();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('maxlength') && !(this.maxlength > 0)) this.maxlength = limits.textLength;
  }

  protected override updated(): void {
    const before = this.#shown;
    const draft = this.#draft;
    const key = [this.target?.guid, this.target?.uid, this.#thread].join(' ');
    this.#shown = { key, draft };
    if (key !== before.key) this.#extras?.leave();
    // A reply or edit was begun, elsewhere on the page: what comes next is typed here.
    else if (hasBegun(before.draft, draft)) this.focus();
    if (draft !== before.draft && (draft.files.length > 0 || hasBegun(noDraft, draft)))
      this.#with('draft', () => {});
  }

  /** Puts the caret into the text. */
  override focus(options?: FocusOptions): void {
    this.#input?.focus(options);
  }

  /** Inserts text at the caret; the person can undo it. */
  insertText(text: string): void {
    this.#input?.insertText(text);
  }

  /** Adds files to what is being written, as far as the limits allow. */
  addFiles(files: Iterable<File>): void {
    this.#with('file.upload', (extras) => extras.addFiles(files));
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

  get #lacksFiles(): boolean {
    return this.#offers.lacks('file.upload', 'files');
  }

  get #takesFiles(): boolean {
    return !this.#lacksFiles && !!this.#input && this.target !== undefined && !this.#draft.editing;
  }

  get #limit(): number {
    return Math.min(this.maxlength, limits.textLength);
  }

  get #sendable(): boolean {
    return isSendable(this.#draft, this.#limit);
  }

  #write(changes: Partial<Pick<Draft, 'text' | 'caret' | 'files'>>): void {
    if (this.target) this.client?.drafts.write(this.target, changes, this.#thread);
  }

  #send = () => {
    const { client, target } = this;
    if (!client || !target || !this.#sendable) return;
    const draft = this.#draft;
    if (draft.editing !== undefined) return this.#saveEdit(draft.editing, cleanText(draft.text));
    if (!this.#post(outgoingOf(draft))) return;
    client.drafts.clear(target, this.#thread);
    this.focus();
  };

  /** Sends it where the composer stands; false when the page keeps it from being sent. */
  #post(content: Outgoing): boolean {
    const { client, target } = this;
    if (!client || !target) return false;
    const thread = this.#thread;
    const { replyTo } = this.#draft;
    const message: Outgoing = {
      ...content,
      ...(replyTo !== undefined && { quotedId: replyTo }),
      ...(thread && { parentId: thread, ...this.#extras?.aside }),
    };
    if (!emit(this, 'chat-send', { target, message })) return false;
    client.typing.stop(target, thread);
    if (replyTo !== undefined) client.drafts.cancel(target, thread);
    client.messages.send(target, message).then(
      (sent) => emit(this, 'chat-sent', { target, message: sent }),
      (thrown: unknown) => {
        const error = ChatError.from(thrown);
        // It has not come into the outbox, where it would wait for a connection.
        if (error.code === 'offline') restore(client.drafts, target, content, thread);
        this.report(error, 'message.send');
      },
    );
    this.#extras?.sent();
    return true;
  }

  #saveEdit(id: string, text: string): void {
    const { client, target } = this;
    if (!client || !target) return;
    if (text === '') {
      return this.#with('message.delete', (extras) => extras.askToDelete(client, id));
    }
    const before = this.#extras?.textBefore;
    this.#cancel();
    if (text === before) return;
    client.messages
      .edit(id, text)
      .catch((error: unknown) => this.report(ChatError.from(error), 'message.edit'));
  }

  /** Ends the reply or edit. */
  #cancel = () => {
    if (this.target) this.client?.drafts.cancel(this.target, this.#thread);
    this.focus();
  };

  #stopTyping = () => {
    if (this.target) this.client?.typing.stop(this.target, this.#thread);
  };

  #onWrite = ({ detail }: CustomEvent<{ text: string; caret: number }>) => {
    const { client, target } = this;
    const { text, editing } = this.#draft;
    if (!client || !target) return;
    client.drafts.write(target, detail, this.#thread);
    if (detail.text === text || editing !== undefined) return;
    client.typing[detail.text ? 'touch' : 'stop'](target, this.#thread);
  };

  #onQuery = ({ detail }: CustomEvent<{ query: string | undefined }>) => {
    this.#with('member.list', (extras) => extras.look(detail.query));
  };

  #onEscape = (event: Event) => {
    const { editing, replyTo } = this.#draft;
    if (editing === undefined && replyTo === undefined) return;
    event.preventDefault();
    this.#cancel();
  };

  /** B71: Arrow up in an empty composer edits the last message of one's own. */
  #onRecall = (event: Event) => {
    const { client, target } = this;
    const { files, editing } = this.#draft;
    if (!client || !target || editing !== undefined || files.length > 0) return;
    const last = this.#extras?.lastEditable(client, target);
    if (!last) return;
    event.preventDefault();
    client.drafts.edit(target, last.message, this.#thread);
  };

  #onAttach = ({ detail }: CustomEvent<{ files: readonly File[] }>) => {
    this.addFiles(detail.files);
    this.focus();
  };

  #onEmojiButton = ({ currentTarget }: Event & { currentTarget: HTMLElement }) => {
    const open = () =>
      this.renderRoot.querySelector('chat-emoji-picker')?.openAt(currentTarget, 'top-end');
    void import('../chat-emoji-picker/chat-emoji-picker.js').then(open);
  };

  #onEmoji = (event: HTMLElementEventMap['chat-emoji']) => {
    event.stopPropagation();
    this.insertText(event.detail.emoji);
  };

  #onVoice = (press?: PointerEvent) => {
    // By the time it is loaded, a finger may be gone.
    const held = this.#extras && press;
    this.#with('file.upload', ({ voice }) => voice.start(held));
  };

  // Whoever needs it is told then: see `#with`.
  #load = () => void lateExtras.load().catch(() => undefined);

  /** Does it with what is loaded later; where that cannot be had, `operation` has failed. */
  #with(operation: string, run: (extras: Extras) => void): void {
    if (this.#extras) return run(this.#extras);
    lateExtras
      .run(() => this.#extras && run(this.#extras))
      .catch((error: unknown) => this.report(ChatError.from(error), operation));
  }

  override render() {
    if (!this.client) return html`<div class="skeleton"></div>`;
    const { user, group } = this.#peer;
    const reason = reasonOf(this.#status.value, user, group, (name) => this.#offers.lacks(name));
    if (reason) {
      void import('../chat-composer-notice/chat-composer-notice.js');
      return html`<chat-composer-notice
        exportparts="reason, action"
        .reason=${reason}
        .user=${user}
        .group=${group}
      ></chat-composer-notice>`;
    }
    const extras = this.#extras;
    return html`<div class="box" part="box" @focusin=${this.#load}>
        ${extras?.renderAbove()}
        <div class="row" ?hidden=${extras?.voice.active}>${this.#renderRow()}</div>
        ${extras?.renderBelow()}
      </div>
      <chat-emoji-picker @chat-emoji=${this.#onEmoji}></chat-emoji-picker>
      <chat-confirm></chat-confirm>
      ${extras?.renderOverlay()}`;
  }

  #renderRow() {
    const { localize, target, client } = this;
    const { text, caret, editing } = this.#draft;
    const { user, group } = this.#peer;
    const others = target?.uid === undefined ? [] : [user, this.#me.value];
    return html`<slot name="attach">
        ${
          this.#lacksFiles || editing !== undefined
            ? nothing
            : html`<chat-attach-button
                exportparts="attach"
                .accept=${this.accept}
                .disabled=${!target}
                @attach=${this.#onAttach}
              ></chat-attach-button>`
        }
      </slot>
      <chat-composer-input
        exportparts="input, suggestions, suggestion"
        .label=${labelOf(target && ((user ?? group)?.name ?? ''), this.#thread, localize)}
        .text=${text}
        .caret=${caret}
        .enter=${enterFor(this.enter)}
        .disabled=${!target}
        .people=${this.#extras?.people(others) ?? []}
        .everyone=${target?.guid !== undefined}
        .nameOf=${(uid: string) => client?.users.$user(uid).get()?.name ?? uid}
        @write=${this.#onWrite}
        @query=${this.#onQuery}
        @attach=${this.#onAttach}
        @send=${this.#send}
        @escape=${this.#onEscape}
        @recall=${this.#onRecall}
      ></chat-composer-input>
      ${renderEmojiButton(localize, !target, this.#onEmojiButton)}
      <slot name="action"></slot>
      ${
        offersVoice(this.#draft) && !this.#lacksFiles
          ? renderVoiceButton(localize, !target, this.#onVoice)
          : nothing
      }
      ${renderSend(localize, editing !== undefined, !target || !this.#sendable, this.#send)}`;
  }
}

define('chat-composer', ChatComposer);
declare global {
  interface HTMLElementTagNameMap {
    'chat-composer': ChatComposer;
  }
}
