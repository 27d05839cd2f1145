import { css, html, nothing, type ReactiveController, type ReactiveControllerHost } from 'lit';
import { callIcons } from '../../lit/call-icons.js';
import { iconButton } from '../../lit/icon-button.js';
import { StoreController } from '../../lit/store-controller.js';
import type { Localize } from '../../lit/localize.js';
import { conversationId } from '../../protocol/ids.js';
import type { Call } from '../../protocol/records.js';
import type { ChatClient } from '../../client/types.js';
import '../../locales/en-later.js';
import '../../locales/en-rows.js';
import { beginCall, joinCall } from '../chat-call/begin-call.js';
import { callStrip } from '../styles/call-strip.styles.js';
import type { MenuItem } from '../chat-menu/chat-menu.js';
import type { Subject } from '../conversation-acts.js';

type Type = Call['type'];
const types: readonly Type[] = ['audio', 'video'];
/** Widths from which one button, and both, have room beside the name. Pixels. */
const room = [340, 480] as const;

export const callStyles = css`
  ${callStrip}
  .meeting {
    --_chat-icon-size: 18px;
    border-block-start: 1px solid var(--_chat-color-line);
    background: var(--_chat-color-accent-soft);
    color: var(--_chat-color-accent-text);
  }
  .meeting .button {
    min-block-size: 32px;
    padding-block: 4px;
  }
  [aria-disabled='true'] {
    cursor: default;
    opacity: 0.5;
  }
`;

/** Buttons that call whom the header is about, and the way into a call that its group has. */
export class HeaderCalls implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #localize: Localize;
  readonly #client: () => ChatClient | undefined;
  readonly #capabilities;
  readonly #me;
  readonly #calls;
  readonly #own;
  readonly #sizes = new ResizeObserver(([entry]) => this.#measure(entry?.contentRect.width ?? 0));
  #buttons = 2;

  constructor(
    host: ReactiveControllerHost & HTMLElement,
    localize: Localize,
    client: () => ChatClient | undefined,
  ) {
    this.#localize = localize;
    this.#host = host;
    this.#client = client;
    this.#capabilities = new StoreController(host, () => client()?.$capabilities);
    this.#me = new StoreController(host, () => client()?.$me);
    this.#calls = new StoreController(host, () => client()?.calls.$calls);
    this.#own = new StoreController(host, () => client()?.calls.$own);
    host.addController(this);
  }

  hostConnected(): void {
    this.#sizes.observe(this.#host);
  }

  hostDisconnected(): void {
    this.#sizes.disconnect();
  }

  #measure(width: number): void {
    const buttons = room.filter((least) => width >= least).length;
    if (buttons === this.#buttons) return;
    this.#buttons = buttons;
    this.#host.requestUpdate();
  }

  #mayCall({ user, group }: Subject): boolean {
    if ((this.#capabilities.value?.calls ?? 'none') === 'none') return false;
    return (user ? user.can.includes('call') : group?.can.includes('call')) ?? false;
  }

  /** One is in a call, or about to be. */
  get #busy(): boolean {
    const own = this.#own.value;
    const over = own?.error ?? (own?.call && !this.#isOpen(own.call.id));
    const me = this.#me.value?.id ?? '';
    const active = this.#calls.value?.some(({ participants }) => participants.includes(me));
    return Boolean(active || (own && !over));
  }

  #isOpen(id: string): boolean {
    return this.#calls.value?.some((call) => call.id === id) ?? false;
  }

  #label(type: Type): string {
    return this.#localize.term(type === 'video' ? 'callVideo' : 'callVoice');
  }

  begin(type: Type, { target }: Subject): void {
    if (!this.#busy) beginCall(this.#host, this.#client(), target, type);
  }

  /** What there is no room for. */
  menu(subject: Subject): MenuItem[] {
    if (!this.#mayCall(subject)) return [];
    return types.slice(this.#buttons).map((type) => ({
      id: type,
      label: this.#label(type),
      icon: callIcons[type],
      disabled: this.#busy,
    }));
  }

  renderButtons(subject: Subject) {
    if (!this.#mayCall(subject)) return nothing;
    const busy = this.#busy;
    return types.slice(0, this.#buttons).map((type) => {
      const label = this.#label(type);
      const title = busy ? this.#localize.term('callActive') : label;
      return iconButton(label, callIcons[type], () => this.begin(type, subject), {
        part: 'call',
        title,
        idle: busy,
      });
    });
  }

  /** The call that the group is in, without the reader. */
  renderMeeting({ target }: Subject) {
    const me = this.#me.value?.id ?? '';
    const place = target.guid === undefined ? '' : conversationId(me, target);
    const call = this.#calls.value?.find(({ conversationId }) => conversationId === place);
    if (!call || call.participants.includes(me) || call.id === this.#own.value?.id) return nothing;
    const localize = this.#localize;
    const count = localize.term('callPeople', call.participants.length);
    const busy = this.#busy;
    return html`<div class="meeting strip" part="meeting" role="status">
      ${callIcons[call.type]}
      <span class="truncate"
        >${localize.term('callNote', 'ongoing', call.type === 'video')} · ${count}</span
      >
      <button
        class="button primary"
        type="button"
        title=${busy ? localize.term('callActive') : nothing}
        aria-disabled=${busy ? 'true' : nothing}
        @click=${() => busy || joinCall(this.#host, this.#client(), call)}
      >
        ${localize.term('callJoin')}
      </button>
    </div>`;
  }
}
