import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { controls } from '../../lit/controls.styles.js';
import { define } from '../../lit/define.js';
import { iconButton } from '../../lit/icon-button.js';
import { icons } from '../../lit/icons.js';
import { laterIcons } from '../../lit/later-icons.js';
import { rowIcons } from '../../lit/row-icons.js';
import { Localize } from '../../lit/localize.js';
import { tokens } from '../../lit/tokens.styles.js';
import '../../locales/en-later.js';
import '../../locales/en-rows.js';
import { takeEscape } from '../escape.js';
import { durationText } from '../words/message-preview.js';
import { styles } from './chat-voice-recorder.styles.js';
import { Hold } from './hold.js';
import { Playback } from './playback.js';
import { record, type Recorder, type Recording } from './record.js';
import { renderWave } from './wave.js';

/** Minutes of speech are a message; what is longer is a file. */
const longest = 15 * 60;

/**
 * Records a voice message in the place of a composer's text: live level and time, then a preview that can be heard,
 * sent or thrown away. Its events stay within the composer.
 *
 * @customElement chat-voice-recorder
 * @fires {CustomEvent<Recording>} recorded - It is to be sent.
 * @fires {CustomEvent<Recording>} kept - It was left unsent: the page, or the conversation, was left.
 * @fires done - Nothing is recorded or shown any more.
 * @csspart cancel - The button that throws it away.
 * @csspart stop - The button that ends recording.
 * @csspart play - The button that plays the preview.
 * @csspart send - The filled button.
 * @csspart wave - Loudness over time.
 */
export class ChatVoiceRecorder extends LitElement {
  static override styles = [tokens, controls, styles];

  /** It takes the place of the text. */
  @property({ type: Boolean, reflect: true }) active = false;

  @state() private recording: Recording | undefined;
  @state() private refused = false;

  readonly #localize = new Localize(this);
  readonly #playback = new Playback(() => this.requestUpdate());
  readonly #hold = new Hold(this, {
    released: () => void this.#stop(),
    cancelled: () => void this.cancel(),
  });
  #recorder: Recorder | undefined;
  /** Grows with every start and end: a microphone that opens too late is closed again. */
  #turn = 0;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    void this.leave();
  }

  protected override updated(changed: PropertyValues): void {
    const first = changed.has('active') && this.active;
    if (first || changed.has('recording') || changed.has('refused')) this.focus();
  }

  /** Puts the focus on the way on. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('.next')?.focus(options);
  }

  /** Opens the microphone; `press` is a finger or button that may be held until the end. */
  async start(press?: PointerEvent): Promise<void> {
    if (this.active) return;
    const turn = ++this.#turn;
    this.active = true;
    if (press) this.#hold.begin(press);
    try {
      const recorder = await record(() => this.#tick());
      if (turn !== this.#turn) return void (await recorder.stop());
      this.#recorder = recorder;
      this.requestUpdate();
    } catch {
      if (turn !== this.#turn) return;
      this.#hold.end();
      this.refused = true;
    }
  }

  /** Throws away what there is. */
  async cancel(): Promise<void> {
    const recorder = this.#recorder;
    this.#end();
    await recorder?.stop();
  }

  /** Stops; what was recorded is handed over as `kept`. */
  async leave(): Promise<void> {
    const [recorder, held] = [this.#recorder, this.recording];
    if (!this.active) return;
    this.#end();
    const detail = held ?? (await recorder?.stop());
    if (detail) this.dispatchEvent(new CustomEvent('kept', { detail }));
  }

  #end(): void {
    this.#turn++;
    this.#recorder = this.recording = undefined;
    this.active = this.refused = false;
    this.#hold.end();
    this.#playback.stop();
    this.dispatchEvent(new Event('done'));
  }

  #tick(): void {
    this.requestUpdate();
    if ((this.#recorder?.seconds ?? 0) >= longest) void this.#stop();
  }

  async #stop(): Promise<void> {
    const recorder = this.#recorder;
    // Let go before the microphone was open: it goes on, as after a tap.
    if (!recorder) return;
    const turn = this.#turn;
    this.#recorder = undefined;
    this.#hold.end();
    const recording = await recorder.stop();
    if (turn !== this.#turn) return;
    if (recording) this.recording = recording;
    else this.#end();
  }

  #send = () => {
    const { recording } = this;
    if (!recording) return;
    this.#end();
    this.dispatchEvent(new CustomEvent('recorded', { detail: recording }));
  };

  #onKeydown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    takeEscape(event);
    void this.cancel();
  };

  override render() {
    if (!this.active) return nothing;
    return html`<div
      class="panel"
      role="group"
      aria-label=${this.#localize.term('voiceMessage')}
      aria-busy=${String(!this.#recorder && !this.recording && !this.refused)}
      @keydown=${this.#onKeydown}
    >
      ${this.#renderPanel()}
    </div>`;
  }

  #renderPanel() {
    if (this.refused) return this.#renderRefused();
    const { recording } = this;
    const label = this.#localize.term('voiceDiscard');
    return html`${iconButton(label, laterIcons.trash, () => void this.cancel(), { part: 'cancel' })}
    ${recording ? this.#renderPreview(recording) : this.#renderLive()}`;
  }

  #renderLive() {
    const { levels = [], seconds = 0 } = this.#recorder ?? {};
    const stop = this.#localize.term('voiceStop');
    const onStop = () => void (this.#recorder ? this.#stop() : this.cancel());
    return html`<span class="live" aria-hidden="true"></span>
      <span class="time">${durationText(seconds)}</span>
      ${
        this.#hold.held
          ? html`<span class="slide truncate">${this.#localize.term('voiceSlide')}</span>`
          : renderWave(levels, 1, true)
      }
      <span class="visually-hidden" role="status">${this.#localize.term('voiceRecording')}</span>
      ${iconButton(stop, laterIcons.stop, onStop, { part: 'stop', kind: 'stop next' })}`;
  }

  #renderPreview({ file, waveform }: Recording) {
    const { playing, position } = this.#playback;
    const play = this.#localize.term(playing ? 'pauseVoice' : 'playVoice');
    const send = this.#localize.term('composerSend');
    const icon = playing ? rowIcons.pause : rowIcons.play;
    const onPlay = () => this.#playback.toggle(file.file);
    return html`${iconButton(play, icon, onPlay, { part: 'play' })}
      ${renderWave(waveform, position > 0 ? position / file.duration : 1)}
      <span class="time">${durationText(position > 0 ? position : file.duration)}</span>
      <button
        class="send next"
        part="send"
        type="button"
        aria-label=${send}
        title=${send}
        @click=${this.#send}
      >
        ${icons.send}
      </button>`;
  }

  #renderRefused() {
    return html`<p class="refused" role="alert">${this.#localize.term('voiceRefused')}</p>
      <button class="button next" type="button" @click=${() => void this.cancel()}>
        ${this.#localize.term('close')}
      </button>`;
  }
}

define('chat-voice-recorder', ChatVoiceRecorder);
declare global {
  interface HTMLElementTagNameMap {
    'chat-voice-recorder': ChatVoiceRecorder;
  }
}
