import { html, type TemplateResult } from 'lit';
import type { Outgoing } from '../../client/draft-types.js';
import type { Target } from '../../protocol/ids.js';
import type { Recording } from '../chat-voice-recorder/record.js';
import { later } from '../late/later.js';
import { meOf, type Attempt, type Desk } from './desk.js';

const loadRecorder = later(() => import('../chat-voice-recorder/chat-voice-recorder.js'));

/** Speaking in the place of writing: what was recorded is sent, or waits as a file where it was spoken. */
export class Voice {
  /** The recorder stands where the text was. */
  active = false;

  #host: Desk;
  #spoken:
    readonly [target: Target, thread: string | undefined, uid: string | undefined] | undefined;

  #post: (message: Outgoing) => boolean;
  #attempt: Attempt;

  /** @param post sends; false when the page keeps it from being sent */
  constructor(host: Desk, post: (message: Outgoing) => boolean, attempt: Attempt) {
    this.#host = host;
    this.#post = post;
    this.#attempt = attempt;
  }

  start = (press?: PointerEvent): void => {
    let held = press;
    // A finger may be gone before the recorder is loaded.
    addEventListener('pointerup', () => (held = undefined), { once: true });
    this.#attempt('chat-voice-recorder', () => this.#open(() => held));
  };

  async #open(held: () => PointerEvent | undefined): Promise<void> {
    const target = this.#host.target();
    if (!target || this.active) return;
    const spoken = (this.#spoken = [target, this.#host.thread(), meOf(this.#host)]);
    this.#show(true);
    try {
      await loadRecorder();
    } catch (error) {
      this.#show(false);
      throw error;
    }
    if (this.active && this.#spoken === spoken) void this.#recorder?.start(held());
  }

  /** Another conversation is on show, or somebody else is there. */
  leave(): void {
    if (!this.active) return;
    const recorder = this.#recorder;
    if (recorder?.active) void recorder.leave();
    // It is not loaded yet: nothing was said.
    else this.#show(false);
  }

  get #recorder() {
    return this.#host.element.renderRoot.querySelector('chat-voice-recorder');
  }

  #show(active: boolean): void {
    this.active = active;
    this.#host.element.requestUpdate();
  }

  #onRecorded = ({ detail }: CustomEvent<Recording>) => {
    const { file, waveform } = detail;
    const metadata = { audioType: 'voice_note', waveform };
    if (!this.#post({ files: [file], metadata })) this.#keep(detail);
  };

  #onKept = ({ detail }: CustomEvent<Recording>) => this.#keep(detail);

  #keep({ file }: Recording): void {
    if (!this.#spoken) return;
    const [target, thread, uid] = this.#spoken;
    this.#host.client()?.drafts.add(target, [file], thread, uid);
  }

  #onDone = () => {
    this.#show(false);
    const { element } = this.#host;
    void element.updateComplete.then(() => element.focus());
  };

  render(): TemplateResult {
    return html`<chat-voice-recorder
      exportparts="cancel, stop, play, send, wave"
      @recorded=${this.#onRecorded}
      @kept=${this.#onKept}
      @done=${this.#onDone}
    ></chat-voice-recorder>`;
  }
}
