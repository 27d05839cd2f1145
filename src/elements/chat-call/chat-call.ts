import { html, nothing, type PropertyValues } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { controls } from '../../lit/controls.styles.js';
import { define } from '../../lit/define.js';
import { emit } from '../../lit/events.js';
import { StoreController } from '../../lit/store-controller.js';
import { tokens } from '../../lit/tokens.styles.js';
import '../../locales/en-later.js';
import '../../locales/en-rows.js';
import { isMissed } from '../../protocol/calls.js';
import type { Call } from '../../protocol/records.js';
import { beginCall } from './begin-call.js';
import { leaveStage, takeStage } from './take-stage.js';
import { callStrip } from '../styles/call-strip.styles.js';
import { callDuration } from '../words/call-duration.js';
import '../chat-announcer/chat-announcer.js';
import type { ChatAnnouncer } from '../chat-announcer/chat-announcer.js';
import '../chat-avatar/chat-avatar.js';
import { ChatElement } from '../chat-element.js';
import { tellFailure } from '../late/tell-failure.js';
import { PeerStores } from '../peer-stores.js';
import { bar } from './bar.styles.js';
import { createBox, isWriting } from './box.js';
import { card } from './card.styles.js';
import { styles } from './chat-call.styles.js';
import { sceneOf, type Scene } from './scene.js';
import { createSound } from './sound.js';
import { stage, whole } from './stage.styles.js';
import { renderBar, renderCard, renderStage, type CallView } from './views.js';
import { statusOf } from './words.js';

/** How long it says that a call has ended. Milliseconds. */
const farewell = 4000;

/**
 * The call that rings here, is made here, or runs: who, and the ways on. Sound and picture are the page's own: it begins
 * them with `chat-call-joined`, ends them with `chat-call-left`, and puts what is to be seen into the slot `media`.
 * `<chat-messenger>` and `<chat-header>` bring one of their own with the first call, where the page has none.
 *
 * @customElement chat-call
 * @slot media - Pictures of those who take part; with them the box becomes large.
 * @slot action - More buttons of a call that runs: mute, camera, screen.
 * @fires {ChatEventMap['chat-answer']} chat-answer - About to be accepted, joined or returned to.
 * @fires {ChatEventMap['chat-decline']} chat-decline - About to be declined.
 * @fires {ChatEventMap['chat-hang-up']} chat-hang-up - About to be ended, or taken back.
 * @fires {ChatEventMap['chat-call']} chat-call - "Call again".
 * @fires {ChatEventMap['chat-call-joined']} chat-call-joined - This device takes part: sound and picture begin.
 * @fires {ChatEventMap['chat-call-left']} chat-call-left - It does so no more: sound and picture end.
 * @fires {ChatEventMap['chat-select']} chat-select - "Message", after a call that nobody answered.
 * @fires {ChatEventMap['chat-error']} chat-error - Something could not be done.
 * @csspart box - What lies over the page.
 * @csspart bar - The line that stands for the call while the box is away.
 * @csspart name - Whom the call is with.
 * @csspart status - How it stands.
 * @csspart time - How long it has lasted.
 * @csspart accept - The button that accepts.
 * @csspart decline - The button that declines.
 * @csspart end - The button that ends, or takes back.
 * @cssprop --chat-call-surface - The ground of the box.
 * @cssprop --chat-call-accept - The colour of what accepts.
 * @cssprop --chat-call-end - The colour of what declines and ends.
 */
export class ChatCall extends ChatElement {
  static override styles = [tokens, controls, callStrip, styles, card, stage, bar];

  /** Rings, as far as the browser allows; silent by default. */
  @property({ type: Boolean }) audible = false;
  /** The part of the kit that has brought it; none where the page has. */
  @property({ attribute: false }) holder: object | undefined;

  /** The call whose box is away. */
  @state() private minimized = '';
  /** Something is in the slot `media`. */
  @state() private pictured = false;
  @query('chat-announcer') private announcer!: ChatAnnouncer | null;

  readonly #me = new StoreController(this, () => this.client?.$me);
  readonly #calls = new StoreController(this, () => this.client?.calls.$calls);
  readonly #own = new StoreController(this, () => this.client?.calls.$own);
  readonly #peer = new PeerStores(this, () => ({
    client: this.client,
    target: this.#sceneNow()?.target,
  }));
  readonly #sound = createSound(this);
  readonly #whole = matchMedia(whole);
  readonly #box = createBox(() => this.renderRoot as ShadowRoot, '.name');
  #scene: Scene | undefined;
  #shown: Scene | undefined;
  /** The call in which this device takes part. */
  #joined: Call | undefined;
  /** Unix milliseconds; by this device's clock where it was there. */
  #since = 0;
  #stage: typeof this.client;
  #held = false;
  #silenced = '';
  #tick: ReturnType<typeof setInterval> | undefined;
  #leave: ReturnType<typeof setTimeout> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('keydown', this.#onPageKeydown);
    this.#whole.addEventListener('change', this.#onScreen);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('keydown', this.#onPageKeydown);
    this.#whole.removeEventListener('change', this.#onScreen);
    leaveStage(this.#stage, this);
    this.#stage = undefined;
    this.#follow(undefined);
  }

  protected override willUpdate(_changed: PropertyValues): void {
    if (this.client !== this.#stage) {
      leaveStage(this.#stage, this);
      this.#stage = this.client;
    }
    this.#held = (this.renderRoot as ShadowRoot).activeElement !== null;
  }

  protected override updated(): void {
    const scene = this.#scene;
    if (scene?.kind !== this.#shown?.kind || scene?.id !== this.#shown?.id) this.#follow(scene);
    this.#place(scene);
    this.#ring(scene);
  }

  /** Puts the focus on the call, where one rings or is on show. */
  override focus(): void {
    this.#box.focus();
  }

  #sceneNow(): Scene | undefined {
    const { client } = this;
    if (!client || !takeStage(client, this.holder ?? this, !this.holder)) return undefined;
    const me = this.#me.value?.id;
    if (me === undefined) return undefined;
    return sceneOf(this.#own.value, this.#calls.value ?? [], me, this.#joined?.id);
  }

  /** Sets its clock before it is first shown. */
  #count(scene: Scene | undefined): void {
    const before = this.#shown;
    if (scene?.kind !== 'ongoing' || (before?.kind === 'ongoing' && before.id === scene.id)) return;
    const here = before?.id === scene.id && before.kind !== 'away';
    this.#since = here ? Date.now() : (scene.call?.joinedAt ?? Date.now());
  }

  /** What changes with the scene, once. */
  #follow(scene: Scene | undefined): void {
    const before = this.#shown;
    this.#shown = scene;
    clearTimeout(this.#leave);
    clearInterval(this.#tick);
    this.#take(scene);
    if (scene?.kind === 'ongoing') this.#tick = setInterval(() => this.requestUpdate(), 1000);
    if (scene?.kind === 'incoming') this.#announce(scene);
    if (before?.kind === 'incoming' && before.id !== scene?.id) void this.#announceMissed(before);
    if (scene?.outcome === 'ended')
      this.#leave = setTimeout(() => this.client?.calls.dismiss(), farewell);
  }

  #take(scene: Scene | undefined): void {
    const isIn = scene?.kind === 'ongoing' || scene?.kind === 'waiting';
    const call = isIn ? scene.call : undefined;
    const before = this.#joined;
    if (before && before.id !== call?.id) {
      this.#joined = undefined;
      emit(this, 'chat-call-left', { call: before });
    }
    if (!call || before?.id === call.id) return;
    this.#joined = call;
    emit(this, 'chat-call-joined', { call });
  }

  #announce({ type }: Scene): void {
    const { localize } = this;
    const from = localize.term('callFrom', this.#peer.name, type === 'video');
    this.announcer?.alert(`${from}. ${localize.term('callReach')}`);
  }

  async #announceMissed({ id, type }: Scene): Promise<void> {
    // Answered or declined on whatever device, it was not missed; nor is it said of one that cannot be asked for.
    const call = await this.client?.calls.get(id).catch(() => undefined);
    if (!call || !isMissed(call, this.#me.value?.id)) return;
    this.announcer?.say(this.localize.term('callNote', 'missed', type === 'video'));
  }

  #place(scene: Scene | undefined): void {
    const box = this.#box;
    if (!this.#showsBox(scene)) {
      box.hide(this.#held);
      return;
    }
    const rings = scene?.kind === 'incoming';
    const wasOpen = box.open;
    box.show(!rings || !isWriting(), !rings && this.#whole.matches);
    if (wasOpen && this.#held && (this.renderRoot as ShadowRoot).activeElement === null)
      box.focus();
  }

  #ring(scene: Scene | undefined): void {
    const kind = scene?.kind === 'incoming' ? 'incoming' : 'outgoing';
    const rings = this.audible && scene?.kind === kind && scene.id !== this.#silenced;
    this.#sound.play(kind, rings ? scene.id : undefined);
  }

  #showsBox(scene: Scene | undefined): boolean {
    if (!scene || scene.kind === 'away') return false;
    if (scene.kind === 'incoming') return true;
    if (scene.kind === 'over' && scene.outcome !== 'ended') return true;
    return this.minimized !== scene.id;
  }

  #run(operation: string, work: Promise<unknown> | undefined): void {
    if (work) tellFailure(this, operation, work);
  }

  #onScreen = () => this.requestUpdate();

  #onPageKeydown = (event: KeyboardEvent) => {
    if (event.key !== 'F6' || event.defaultPrevented || !this.#box.open) return;
    event.preventDefault();
    this.#box.toggleFocus();
  };

  #onKeydown = (event: KeyboardEvent) => {
    // Keys pressed here mean nothing to the list or the composer below.
    event.stopPropagation();
    if (event.key === 'F6') this.#onPageKeydown(event);
    if (event.key === 'Escape') this.#onCancel(event);
  };

  /** Also the way back of a phone, and Escape where nothing in the box has the focus. */
  #onCancel = (event: Event) => {
    event.preventDefault();
    const scene = this.#scene;
    if (scene?.kind === 'incoming') {
      // Nobody is sent away by a key that closes: it rings on, silently.
      this.#silenced = scene.id;
      this.#box.leaveFocus();
      this.requestUpdate();
    } else if (scene?.kind === 'over') this.#onClose();
    else this.#onMinimize();
  };

  #onAccept = () => {
    const { call } = this.#scene ?? {};
    if (!call || !emit(this, 'chat-answer', { call })) return;
    this.minimized = '';
    this.#run('call.accept', this.client?.calls.accept(call.id));
  };

  #onDecline = () => {
    const { call } = this.#scene ?? {};
    if (!call || !emit(this, 'chat-decline', { call })) return;
    this.#run('call.end', this.client?.calls.reject(call.id));
  };

  #onEnd = () => {
    const { id, call } = this.#scene ?? {};
    if (!id || !emit(this, 'chat-hang-up', { id, ...(call && { call }) })) return;
    this.#run('call.end', this.client?.calls.end(id));
  };

  #onMinimize = () => {
    this.minimized = this.#scene?.id ?? '';
  };

  #onClose = () => this.client?.calls.dismiss();

  #onAgain = () => {
    const { target, type } = this.#scene ?? {};
    if (target && type) beginCall(this, this.client, target, type);
  };

  #onMessage = () => {
    const { target } = this.#scene ?? {};
    this.#onClose();
    if (target) emit(this, 'chat-select', { target });
  };

  #onMedia = (event: Event) => {
    this.pictured = (event.target as HTMLSlotElement).assignedNodes({ flatten: true }).length > 0;
  };

  // Here, after all that it names.
  readonly #view: CallView = this.#createView();

  #createView(): CallView {
    return {
      localize: this.localize,
      peer: this.#peer,
      time: () => callDuration(Date.now() - this.#since),
      pictured: () => this.pictured,
      accept: this.#onAccept,
      decline: this.#onDecline,
      end: this.#onEnd,
      minimize: this.#onMinimize,
      expand: () => (this.minimized = ''),
      close: this.#onClose,
      again: this.#onAgain,
      message: this.#onMessage,
      media: this.#onMedia,
    };
  }

  override render() {
    const scene = (this.#scene = this.#sceneNow());
    this.#count(scene);
    const rings = scene?.kind === 'incoming';
    const spoken = !scene || rings || scene.kind === 'away' ? '' : statusOf(scene, this.localize);
    const label = scene ? this.#label(scene) : '';
    const renderBox = rings ? renderCard : renderStage;
    return html`${scene && !this.#showsBox(scene) ? renderBar(scene, label, this.#view) : nothing}
      <dialog
        class="box ${rings ? 'card' : 'stage'} ${this.pictured && !rings ? 'pictured' : ''}"
        part="box"
        popover="manual"
        aria-label=${label || nothing}
        @keydown=${this.#onKeydown}
        @cancel=${this.#onCancel}
      >
        ${scene ? renderBox(scene, this.#view) : nothing}
      </dialog>
      <p class="visually-hidden" role="status">${spoken}</p>
      <chat-announcer></chat-announcer>`;
  }

  #label({ kind, type }: Scene): string {
    const video = type === 'video';
    return this.localize.term(
      kind === 'incoming' ? 'callFrom' : 'callWith',
      this.#peer.name,
      video,
    );
  }
}

define('chat-call', ChatCall);
declare global {
  interface HTMLElementTagNameMap {
    'chat-call': ChatCall;
  }
}
