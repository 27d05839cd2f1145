import { html, nothing, svg, type TemplateResult } from 'lit';
import { AsyncDirective, directive } from 'lit/async-directive.js';
import type { MessageItem } from '../../../client/types.js';
import { rowIcons } from '../../../lit/row-icons.js';
import '../../../locales/en-rows.js';
import type { Attachment } from '../../../protocol/records.js';
import { durationText } from '../../words/message-preview.js';
import type { MessageHost } from '../message-host.js';
import { playerOf, type VoicePlayer } from './voice-player.js';

const bars = 36;

/** A voice message, rendered anew as it plays, which changes no message. */
class Voice extends AsyncDirective {
  #player: VoicePlayer | undefined;
  #again: () => void = () => undefined;

  override render(item: MessageItem, attachment: Attachment, host: MessageHost): unknown {
    this.#again = () => this.setValue(this.render(item, attachment, host));
    if (this.isConnected) this.#listen(playerOf(host));
    return draw(item, attachment, host);
  }

  protected override disconnected(): void {
    this.#listen(undefined);
  }

  protected override reconnected(): void {
    this.#again();
  }

  #onChange = () => this.#again();

  #listen(player: VoicePlayer | undefined): void {
    this.#player?.removeEventListener('change', this.#onChange);
    this.#player = player;
    player?.addEventListener('change', this.#onChange);
  }
}
export const renderVoice = directive(Voice);

/** Play, a line to seek on, the time left to hear. */
function draw(item: MessageItem, attachment: Attachment, host: MessageHost): TemplateResult {
  const { localize } = host;
  const player = playerOf(host);
  const current = player.id === item.id;
  const playing = current && player.playing;
  const length = attachment.duration ?? 0;
  const position = current ? Math.min(player.position, length || Infinity) : 0;
  const toggle = () => player.toggle(host.client, item.id, attachment);
  const seek = (event: Event) => {
    const at = Number((event.currentTarget as HTMLInputElement).value);
    if (current) player.seek(at);
    else player.toggle(host.client, item.id, attachment, at);
  };
  return html`<div class="voice" part="voice">
    <button
      class="play"
      type="button"
      tabindex="-1"
      aria-label=${localize.term(playing ? 'pauseVoice' : 'playVoice')}
      @click=${toggle}
    >
      ${playing ? rowIcons.pause : rowIcons.play}
    </button>
    <span class="wave">
      ${renderWave(levels(item), length > 0 ? position / length : 0)}
      <input
        type="range"
        tabindex="-1"
        min="0"
        max=${length || 1}
        step="0.1"
        .value=${String(position)}
        aria-label=${localize.term('seekVoice')}
        aria-valuetext=${durationText(position)}
        @input=${seek}
      />
    </span>
    <span class="duration">${durationText(current && position > 0 ? position : length)}</span>
    ${
      current
        ? html`<button
            class="speed"
            part="speed"
            type="button"
            tabindex="-1"
            aria-label=${localize.term('voiceSpeed', player.speed)}
            title=${localize.term('voiceSpeed', player.speed)}
            @click=${() => player.faster()}
          >
            ${player.speed}×
          </button>`
        : nothing
    }
  </div>`;
}

/** Loudness over time, 0 to 1, as the recorder measured it; a flat line for recordings without. */
function levels({ message }: MessageItem): readonly number[] {
  const wave = message.metadata?.['waveform'];
  const known = Array.isArray(wave) ? wave.filter((level) => typeof level === 'number') : [];
  return Array.from({ length: bars }, (_, i) => {
    const level = known[Math.floor((i / bars) * known.length)] ?? 0.12;
    return Math.min(1, Math.max(0.08, level > 1 ? level / 100 : level));
  });
}

// Two paths for all the bars: what was heard and what is to come.
function renderWave(wave: readonly number[], heard: number) {
  const path = (from: number, to: number) =>
    wave
      .slice(from, to)
      .map((level, i) => {
        const half = level * 12;
        return `M${(from + i) * 5 + 2} ${13 - half}v${half * 2}`;
      })
      .join('');
  const done = Math.round(heard * bars);
  return html`<svg viewBox="0 0 ${bars * 5 - 1} 26" aria-hidden="true" focusable="false">
    ${done > 0 ? svg`<path class="heard" d=${path(0, done)}></path>` : nothing}
    ${svg`<path d=${path(done, bars)}></path>`}
  </svg>`;
}
