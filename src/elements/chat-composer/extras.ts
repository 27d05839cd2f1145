import { html, nothing, type ReactiveController } from 'lit';
import type { Draft } from '../../client/draft-types.js';
import type { MessageItem } from '../../client/types.js';
import { adopt } from '../../lit/adopt.js';
import { buttons } from '../../lit/controls.styles.js';
import { emit } from '../../lit/events.js';
import { deepActiveElement } from '../../lit/focus.js';
import { StoreController } from '../../lit/store-controller.js';
import { ChatError } from '../../protocol/errors.js';
import type { User } from '../../protocol/records.js';
import { cleanText } from '../chat-composer-input/clean-text.js';
import type { Person } from '../chat-composer-input/trigger.js';
import { markdown } from '../chat-message/late-markdown.js';
import { keepFocus } from '../keep-focus.js';
import { later } from '../late/later.js';
import { follow } from '../late/row-part.js';
import { choice } from '../styles/choice.styles.js';
import { Attach } from './attach.js';
import { renderBroadcast } from './broadcast.js';
import { catchKey } from './catch-keys.js';
import { contextOf, renderContext } from './context-bar.js';
import { limitOf, meOf, takesFiles, write, type Attempt, type Desk } from './desk.js';
import { raiseOverlay, renderOverlay, watchDrops } from './drop.js';
import { extraStyles } from './extras.styles.js';
import { noneTaken, takeFiles, textFile } from './files.js';
import { followChoice } from './focus-on-select.js';
import { hasBegun } from './has-begun.js';
import { leadFocus, standInOf } from './lead-focus.js';
import { lacksFiles } from './may-write.js';
import { createMentionable } from './mentionable.js';
import { Notes, renderCount } from './notes.js';
import { paneOf, watchPane } from './pane.js';
import { Posting } from './posting.js';
import { loadTray, renderTray } from './tray.js';
import { renderTold, tell } from './told.js';
import { Voice } from './voice.js';

const loadPicker = later(() => import('../chat-emoji-picker/chat-emoji-picker.js'));

/** What is done in a composer: sending, files, voice, mentions, replies and edits, and how much room is left. */
export class Extras implements ReactiveController {
  readonly posting: Posting;
  readonly voice: Voice;
  #desk: Desk;
  #attach: Attach;
  #mentionable;
  #me: StoreController<User | undefined>;
  #subject: StoreController<MessageItem | undefined>;
  #notes: Notes;
  /** The next reply goes to the conversation, too. */
  #broadcast = false;
  #dragging = false;
  #drawing = false;
  #stops: (() => void)[] = [];
  #place: string;
  #draft: Draft = { text: '', files: [] };
  #hears: Readonly<Record<string, (event: never) => void>> = {
    // On the page: somebody may go on writing here.
    keydown: (event: KeyboardEvent) => this.instead ?? catchKey(event, this.#desk.element),
    'chat-select': (event: HTMLElementEventMap['chat-select']) => this.#follow(event),
    // In the text: what is typed after `@`, undefined while nobody is looked for.
    query: ({ detail }: CustomEvent<{ query: string | undefined }>) =>
      (this.#mentionable.query = detail.query),
    attach: ({ detail }: CustomEvent<{ files: readonly File[] }>) => this.attach(detail.files),
    leave: (event: CustomEvent<{ text: string; caret: number }>) => this.#leave(event),
    escape: (event: Event) => this.posting.escape(event),
    recall: (event: Event) => this.posting.recall(event),
  };

  constructor(desk: Desk) {
    this.#desk = desk;
    this.#place = placeOf(desk);
    const { element } = desk;
    this.#notes = new Notes(element, desk.localize);
    this.#me = new StoreController(element, () => desk.client()?.$me);
    this.#subject = new StoreController(element, () => {
      const { editing, replyTo } = desk.draft();
      const id = editing ?? replyTo;
      return id === undefined ? undefined : desk.client()?.messages.$message(id);
    });
    this.posting = new Posting(desk, {
      subject: () => this.#subject.value,
      aside: () => (this.#broadcast ? { broadcast: true } : {}),
      sent: () => this.#sent(),
      returned: this.#notes.returned,
      attempt: this.#attempt,
    });
    this.voice = new Voice(desk, this.posting.post, this.#attempt);
    this.#attach = new Attach(desk, (files) => this.attach(files));
    this.#mentionable = createMentionable(element, () => {
      const [client, guid] = [desk.client(), desk.target()?.guid];
      return guid === undefined || !client ? undefined : { client, guid };
    });
    element.addController(this);
    keepFocus(element, () => leadFocus(element));
    // What is edited or replied to is told in its own words.
    follow(element, markdown);
  }

  hostConnected(): void {
    const { element } = this.#desk;
    adopt(element, buttons, choice, extraStyles);
    element.renderRoot.addEventListener('mousedown', keepKeyboard);
    this.#stops = [
      // B61: a composer never takes more than 40 % of what it is in.
      watchPane(element, (height) => element.style.setProperty('--_most', `${height * 0.4}px`)),
      this.#watchBlur(),
      watchDrops({
        pane: () => paneOf(element),
        accept: () => element.accept,
        onDragging: (dragging) => {
          this.#dragging = dragging && takesFiles(this.#desk);
          element.requestUpdate();
        },
        onFiles: (files) => this.addFiles(files),
      }),
    ];
  }

  hostDisconnected(): void {
    for (const stop of this.#stops) stop();
  }

  /** What stands in the place of the text. */
  get instead(): Pick<HTMLElement, 'focus'> | undefined {
    return standInOf(this.#desk.element);
  }

  /** Nobody types in a window they have left. */
  #watchBlur(): () => void {
    const stop = () => {
      const target = this.#desk.target();
      if (target) this.#desk.client()?.typing.stop(target, this.#desk.thread());
    };
    addEventListener('blur', stop);
    return () => {
      removeEventListener('blur', stop);
      stop();
    };
  }

  hostUpdate(): void {
    this.#drawing = true;
    const place = placeOf(this.#desk);
    if (place === this.#place) return;
    this.#place = place;
    this.#draft = this.#desk.draft();
    this.#sent();
    this.voice.leave();
  }

  hostUpdated(): void {
    this.#drawing = false;
    const { element, draft, localize } = this.#desk;
    raiseOverlay(element);
    const before = this.#draft;
    this.#draft = draft();
    const begun = hasBegun(before, this.#draft);
    tell(element, contextOf(this.#draft, this.#subject.value, localize).join(': '), begun);
    // Begun elsewhere on the page: what comes next is typed here.
    if (begun) element.focus();
  }

  /** Where the caret is. Taken away with the focus in it, the text may be another's than what is written here. */
  #leave({ detail }: CustomEvent<{ text: string; caret: number }>): void {
    if (this.#drawing || this.#desk.element.isUpdatePending) return;
    // Another tab may be writing it by now.
    if (detail.caret !== this.#desk.draft().caret) write(this.#desk, { caret: detail.caret });
  }

  hear(event: Event): void {
    this.#hears[event.type]?.(event as never);
  }

  #follow(event: HTMLElementEventMap['chat-select']): void {
    const { element, target, thread } = this.#desk;
    followChoice(
      event,
      () => (thread() ? undefined : target()),
      () =>
        void element.updateComplete.then(() => {
          // Whoever was led to a message meanwhile is there.
          if (!deepActiveElement()?.matches('.found')) element.focus();
        }),
    );
  }

  /** What was written is sent. */
  #sent(): void {
    this.#setBroadcast(false);
    this.#notes.clear();
  }

  /** What was picked or pasted goes with what is written next. */
  attach(files: readonly File[]): void {
    this.addFiles(files);
    this.#desk.element.focus();
  }

  openAttach(anchor: HTMLElement): void {
    this.#attempt('file.upload', () => this.#attach.open(anchor));
  }

  openEmoji(anchor: HTMLElement): void {
    const picker = () => this.#desk.element.renderRoot.querySelector('chat-emoji-picker');
    this.#attempt('emoji', () => loadPicker().then(() => picker()?.openAt(anchor, 'top-end')));
  }

  /** Where what it needs cannot be loaded, the page is told and says so itself, or the composer does. */
  #attempt: Attempt = (operation, act) => {
    const { element } = this.#desk;
    const place = this.#place;
    act().then(
      () => this.#notes.loaded(),
      (thrown: unknown) => {
        const isUntold = emit(element, 'chat-error', { error: ChatError.from(thrown), operation });
        if (isUntold && place === this.#place)
          this.#notes.loaded(() => this.#attempt(operation, act));
      },
    );
  };

  /** Whether all of them were taken. */
  addFiles(files: Iterable<File>): boolean {
    const desk = this.#desk;
    if (lacksFiles(desk.offers)) this.#notes.files(noneTaken(files));
    if (!takesFiles(desk)) return false;
    this.#attempt('file.upload', loadTray);
    const taken = takeFiles(desk.draft().files, files, desk.element.accept);
    this.#notes.files(taken.problems);
    write(desk, { files: taken.files });
    return taken.problems.length === 0;
  }

  /** @param other with whom this conversation is, where it is none of a group */
  people(other: User | undefined): readonly Person[] {
    return this.#mentionable.people(other ? [other, this.#me.value] : []);
  }

  #setBroadcast = (on: boolean) => {
    if (on === this.#broadcast) return;
    this.#broadcast = on;
    this.#desk.element.requestUpdate();
  };

  #onFiles = (event: HTMLElementEventMap['chat-files']) => {
    event.stopPropagation();
    const { files } = event.detail;
    this.#notes.clear();
    write(this.#desk, { files });
    if (files.length === 0) this.#desk.element.focus();
  };

  /** B60: what is too long for a message goes as a file. */
  #asFile = () => {
    const { draft, element } = this.#desk;
    if (this.addFiles([textFile(cleanText(draft().text))])) write(this.#desk, { text: '' });
    element.focus();
  };

  renderAbove() {
    const { draft, localize } = this.#desk;
    return [
      renderTold(),
      renderContext(draft(), this.#subject.value, localize, this.posting.cancel),
      this.#notes.render(this.posting.sendable),
      renderTray(draft().files, this.#onFiles),
    ];
  }

  renderBelow() {
    const { draft, localize, offers, thread } = this.#desk;
    const limit = limitOf(this.#desk);
    const broadcasts =
      thread() !== undefined &&
      draft().editing === undefined &&
      offers.has('message.send', 'messages.broadcast');
    return [
      this.voice.render(),
      broadcasts ? renderBroadcast(this.#broadcast, localize, this.#setBroadcast) : nothing,
      renderCount(
        limit - draft().text.length,
        limit,
        localize,
        takesFiles(this.#desk) && this.#asFile,
      ),
    ];
  }

  #onEmoji = (event: HTMLElementEventMap['chat-emoji']) => {
    event.stopPropagation();
    this.#desk.element.insertText(event.detail.emoji);
  };

  renderOverlays() {
    return html`${this.#attach.render()}
      <chat-emoji-picker @chat-emoji=${this.#onEmoji}></chat-emoji-picker>
      <chat-confirm></chat-confirm>
      ${this.#dragging ? renderOverlay(this.#desk.localize) : nothing}`;
  }
}

/** The keyboard on a screen stays when Send is touched (B53). */
function keepKeyboard(event: Event): void {
  if ((event.target as Element).closest('.send')) event.preventDefault();
}

/** Where it writes, and who. */
function placeOf(desk: Desk): string {
  const { target, thread } = desk;
  return [meOf(desk), target()?.guid, target()?.uid, thread()].join(' ');
}
