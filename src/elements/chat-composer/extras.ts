import { nothing, type ReactiveController } from 'lit';
import type { Outgoing } from '../../client/draft-types.js';
import type { ChatClient, MessageItem } from '../../client/types.js';
import { adopt } from '../../lit/adopt.js';
import { StoreController } from '../../lit/store-controller.js';
import type { Target } from '../../protocol/ids.js';
import type { User } from '../../protocol/records.js';
import { cleanText } from '../chat-composer-input/clean-text.js';
import type { Person } from '../chat-composer-input/trigger.js';
import { ask } from '../chat-confirm/ask.js';
import { Offers } from '../offers.js';
import { renderBroadcast } from './broadcast.js';
import { catchKeys } from './catch-keys.js';
import { renderContext } from './context-bar.js';
import type { Desk } from './desk.js';
import { raiseOverlay, renderOverlay, watchDrops } from './drop.js';
import { emptiedQuestion, lastEditable } from './editable.js';
import { extraStyles } from './extras.styles.js';
import { noneTaken, takeFiles, textFile, type FileProblem } from './files.js';
import { createMentionable } from './mentionable.js';
import { renderCount, renderNotes } from './notes.js';
import { paneOf, watchPane } from './pane.js';
import { renderTray } from './tray.js';
import { Voice } from './voice.js';

/** Files, voice, mentions, what is replied to or edited, and how much room is left. */
export class Extras implements ReactiveController {
  readonly voice: Voice;
  #desk: Desk;
  #mentionable;
  #subject: StoreController<MessageItem | undefined>;
  #offers;
  #problems: readonly FileProblem[] = [];
  /** The next reply goes to the conversation, too. */
  #broadcast = false;
  #dragging = false;
  #stops: (() => void)[] = [];

  constructor(desk: Desk) {
    this.#desk = desk;
    const { element } = desk;
    this.voice = new Voice(desk);
    this.#offers = new Offers(element, desk.client);
    this.#subject = new StoreController(element, () => {
      const { editing, replyTo } = desk.draft();
      const id = editing ?? replyTo;
      return id === undefined ? undefined : desk.client()?.messages.$message(id);
    });
    this.#mentionable = createMentionable(element, () => {
      const [client, guid] = [desk.client(), desk.target()?.guid];
      return guid === undefined || !client ? undefined : { client, guid };
    });
    element.addController(this);
  }

  hostConnected(): void {
    const { element } = this.#desk;
    adopt(element, extraStyles);
    this.#stops = [
      // B61: a composer never takes more than 40 % of what it is in.
      watchPane(element, (height) => element.style.setProperty('--_most', `${height * 0.4}px`)),
      catchKeys(element),
      watchDrops({
        pane: () => paneOf(element),
        accept: () => element.accept,
        onDragging: (dragging) => {
          this.#dragging = dragging && this.#desk.takesFiles();
          element.requestUpdate();
        },
        onFiles: (files) => this.addFiles(files),
      }),
    ];
  }

  hostDisconnected(): void {
    for (const stop of this.#stops) stop();
  }

  hostUpdated(): void {
    raiseOverlay(this.#desk.element);
  }

  /** Another conversation is on show. */
  leave(): void {
    this.sent();
    this.voice.leave();
  }

  /** What was written is sent. */
  sent(): void {
    this.#setBroadcast(false);
    if (this.#problems.length > 0) this.#tell([]);
  }

  /** What a reply in a thread has beside its content. */
  get aside(): Pick<Outgoing, 'broadcast'> {
    return this.#broadcast ? { broadcast: true } : {};
  }

  addFiles(files: Iterable<File>): void {
    const desk = this.#desk;
    if (desk.lacksFiles()) this.#tell(noneTaken(files));
    if (!desk.takesFiles()) return;
    const taken = takeFiles(desk.draft().files, files, desk.element.accept);
    this.#tell(taken.problems);
    desk.write({ files: taken.files });
  }

  /** Words of the message that is edited, as they were. */
  get textBefore(): string | undefined {
    return this.#subject.value?.message.text;
  }

  /** All text of a message has been taken out. */
  askToDelete(client: ChatClient, id: string): void {
    const { element, localize, cancel } = this.#desk;
    void ask(element.renderRoot, emptiedQuestion(client, id, localize, cancel));
  }

  lastEditable(client: ChatClient, target: Target): MessageItem | undefined {
    return lastEditable(client, target, this.#desk.thread());
  }

  /** What is typed after `@`; undefined while nobody is looked for. */
  look(query: string | undefined): void {
    this.#mentionable.query = query;
  }

  people(others: readonly (User | undefined)[]): Person[] {
    return this.#mentionable.people(others);
  }

  #setBroadcast = (on: boolean) => {
    if (on === this.#broadcast) return;
    this.#broadcast = on;
    this.#desk.element.requestUpdate();
  };

  #tell(problems: readonly FileProblem[]): void {
    this.#problems = problems;
    this.#desk.element.requestUpdate();
  }

  #onFiles = (event: HTMLElementEventMap['chat-files']) => {
    event.stopPropagation();
    const { files } = event.detail;
    this.#tell([]);
    this.#desk.write({ files });
    if (files.length === 0) this.#desk.element.focus();
  };

  /** B60: what is too long for a message goes as a file. */
  #asFile = () => {
    const { draft, element, write } = this.#desk;
    this.addFiles([textFile(cleanText(draft().text))]);
    write({ text: '' });
    element.focus();
  };

  renderAbove() {
    const { draft, localize, cancel } = this.#desk;
    return [
      renderContext(draft(), this.#subject.value, localize, cancel),
      renderNotes(this.#problems, localize),
      renderTray(draft().files, this.#onFiles),
    ];
  }

  renderBelow() {
    const { draft, limit, localize, takesFiles, thread } = this.#desk;
    const broadcasts =
      thread() !== undefined &&
      draft().editing === undefined &&
      this.#offers.has('message.send', 'messages.broadcast');
    const left = limit() - draft().text.length;
    return [
      this.voice.render(),
      broadcasts ? renderBroadcast(this.#broadcast, localize, this.#setBroadcast) : nothing,
      renderCount(left, limit(), localize, takesFiles() && this.#asFile),
    ];
  }

  renderOverlay() {
    return this.#dragging ? renderOverlay(this.#desk.localize) : nothing;
  }
}
