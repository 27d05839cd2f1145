import { html, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
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
import { ask } from '../chat-confirm/ask.js';
import { ConversationElement } from '../conversation-element.js';
import { Offers } from '../offers.js';
import { PeerStores } from '../peer-stores.js';
import { catchKeys } from './catch-keys.js';
import { styles } from './chat-composer.styles.js';
import { renderContext } from './context-bar.js';
import { raiseOverlay, renderOverlay, watchDrops } from './drop.js';
import { emptiedQuestion, hasBegun, lastEditable } from './editable.js';
import { noneTaken, takeFiles, textFile, type FileProblem } from './files.js';
import { watchChoices } from './focus-on-select.js';
import { renderEmojiButton, renderSend, renderVoiceButton } from './buttons.js';
import { labelOf } from './label.js';
import { createMentionable } from './mentionable.js';
import { renderCount, renderNotes } from './notes.js';
import { isSendable, outgoingOf } from './outgoing.js';
import { paneOf, watchPane } from './pane.js';
import { renderTray } from './tray.js';
import { Voice } from './voice.js';

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

  @state() private problems: readonly FileProblem[] = [];
  @state() private dragging = false;

  readonly #status = new StoreController(this, () => this.client?.$status);
  readonly #offers = new Offers(this, () => this.client);
  readonly #me = new StoreController(this, () => this.client?.$me);
  readonly #peer = new PeerStores(this, () => ({ client: this.client, target: this.target }));
  readonly #stored = new StoreController(this, () =>
    this.target ? this.client?.drafts.$draft(this.target, this.#thread) : undefined,
  );
  readonly #subject = new StoreController(this, () => {
    const id = this.#draft.editing ?? this.#draft.replyTo;
    return id === undefined ? undefined : this.client?.messages.$message(id);
  });
  readonly #voice: Voice = new Voice({
    element: this,
    client: () => this.client,
    target: () => this.target,
    thread: () => this.#thread,
    post: (message) => this.#post(message),
  });
  readonly #mentionable = createMentionable(this, () => {
    const guid = this.target?.guid;
    return guid === undefined || !this.client ? undefined : { client: this.client, guid };
  });
  #shown: { readonly key: string; readonly draft: Draft } = { key: '', draft: noDraft };
  #stops: (() => void)[] = [];

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('blur', this.#stopTyping);
    this.#stops = [
      () => removeEventListener('blur', this.#stopTyping),
      watchChoices(
        () => (this.#thread ? undefined : this.target),
        () => void this.updateComplete.then(() => this.focus()),
      ),
      // B61: a composer never takes more than 40 % of what it is in.
      watchPane(this, (height) => this.style.setProperty('--_most', `${height * 0.4}px`)),
      catchKeys(this),
      watchDrops({
        pane: () => paneOf(this),
        accept: () => this.accept,
        onDragging: (dragging) => (this.dragging = dragging && this.#takesFiles),
        onFiles: (files) => this.addFiles(files),
      }),
    ];
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopTyping();
    for (const stop of this.#stops) stop();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('maxlength') && !(this.maxlength > 0)) this.maxlength = limits.textLength;
  }

  protected override updated(): void {
    raiseOverlay(this);
    const before = this.#shown;
    const draft = this.#draft;
    const key = [this.target?.guid, this.target?.uid, this.#thread].join(' ');
    this.#shown = { key, draft };
    if (key !== before.key) {
      if (this.problems.length > 0) this.problems = [];
      this.#voice.leave();
    }
    // A reply or edit was begun, elsewhere on the page: what comes next is typed here.
    else if (hasBegun(before.draft, draft)) this.focus();
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
    if (this.#lacksFiles) this.problems = noneTaken(files);
    if (!this.#takesFiles) return;
    const taken = takeFiles(this.#draft.files, files, this.accept);
    this.problems = taken.problems;
    this.#write({ files: taken.files });
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
    this.problems = [];
    this.focus();
  };

  /** Sends it where the composer stands; false when the page keeps it from being sent. */
  #post(content: Outgoing): boolean {
    const { client, target } = this;
    if (!client || !target) return false;
    const { replyTo } = this.#draft;
    const message: Outgoing = {
      ...content,
      ...(replyTo !== undefined && { quotedId: replyTo }),
      ...(this.#thread && { parentId: this.#thread }),
    };
    if (!emit(this, 'chat-send', { target, message })) return false;
    client.typing.stop(target, this.#thread);
    if (replyTo !== undefined) client.drafts.cancel(target, this.#thread);
    client.messages.send(target, message).then(
      (sent) => emit(this, 'chat-sent', { target, message: sent }),
      (error: unknown) => this.report(ChatError.from(error), 'message.send'),
    );
    return true;
  }

  #saveEdit(id: string, text: string): void {
    const { client, target } = this;
    if (!client || !target) return;
    if (text === '') {
      void ask(this.renderRoot, emptiedQuestion(client, id, this.localize, this.#cancel));
      return;
    }
    const before = this.#subject.value?.message.text;
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
    this.#mentionable.query = detail.query;
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
    const last = lastEditable(client, target, this.#thread);
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

  #onFiles = (event: HTMLElementEventMap['chat-files']) => {
    event.stopPropagation();
    this.problems = [];
    this.#write({ files: event.detail.files });
    if (event.detail.files.length === 0) this.focus();
  };

  /** B60: what is too long for a message goes as a file. */
  #asFile = () => {
    this.addFiles([textFile(cleanText(this.#draft.text))]);
    this.#write({ text: '' });
    this.focus();
  };

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
    const { localize } = this;
    const { text, files, editing, replyTo } = this.#draft;
    return html`<div class="box" part="box">
        ${
          editing !== undefined || replyTo !== undefined
            ? renderContext(this.#draft, this.#subject.value, localize, this.#cancel)
            : nothing
        }
        ${renderNotes(this.problems, localize)} ${renderTray(files, this.#onFiles)}
        <div class="row" ?hidden=${this.#voice.active}>${this.#renderRow()}</div>
        ${this.#voice.render()}
        ${renderCount(this.#limit - text.length, this.#limit, localize, this.#takesFiles && this.#asFile)}
      </div>
      <chat-emoji-picker @chat-emoji=${this.#onEmoji}></chat-emoji-picker>
      <chat-confirm></chat-confirm>
      ${this.dragging ? renderOverlay(localize) : nothing}`;
  }

  #renderRow() {
    const { localize, target, client } = this;
    const { text, caret, editing } = this.#draft;
    const { user, name } = this.#peer;
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
        .label=${labelOf(target && name, this.#thread, localize)}
        .text=${text}
        .caret=${caret}
        .enter=${enterFor(this.enter)}
        .disabled=${!target}
        .people=${this.#mentionable.people(others)}
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
        this.#voice.offers(this.#draft) && !this.#lacksFiles
          ? renderVoiceButton(localize, !target, this.#voice.start)
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
