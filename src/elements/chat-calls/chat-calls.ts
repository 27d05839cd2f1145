import { css, html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import type { ChatClient } from '../../client/types.js';
import { callIcons } from '../../lit/call-icons.js';
import { define } from '../../lit/define.js';
import { emit } from '../../lit/events.js';
import { iconButton } from '../../lit/icon-button.js';
import { StoreController } from '../../lit/store-controller.js';
import '../../locales/en-later.js';
import '../../locales/en-rows.js';
import { isOpen } from '../../protocol/calls.js';
import { conversationTarget, type Target } from '../../protocol/ids.js';
import type { Call } from '../../protocol/records.js';
import { beginCall, joinCall } from '../chat-call/begin-call.js';
import { callDuration } from '../words/call-duration.js';
import { callHow } from '../words/call-text.js';
import { renderFace } from '../chat-avatar/face.js';
import { renderChips } from '../list/chips.js';
import { ListElement } from '../list/list-element.js';
import { peopleStyles } from '../list/people.styles.js';
import { renderState } from '../list/states.js';
import { Offers } from '../offers.js';
import { PlaceNames } from '../words/place-names.js';
import { rowTime } from '../words/row-time.js';
import { isSameTarget } from '../same-target.js';

/**
 * The calls one has made, taken and missed, newest first; each leads to its conversation, and to the next call.
 *
 * @customElement chat-calls
 * @slot header - Instead of the bar with the title.
 * @slot start - Before the title.
 * @slot before - Above the bar, scrolled with the rows.
 * @slot empty - Instead of the words for a list without rows.
 * @fires {ChatEventMap['chat-select']} chat-select - A call was chosen: its conversation is shown.
 * @fires {ChatEventMap['chat-call']} chat-call - Somebody is to be called back; prevent it to call in a way of one's own.
 * @fires {ChatEventMap['chat-answer']} chat-answer - The call of a group is about to be joined.
 * @fires {ChatEventMap['chat-error']} chat-error - Something could not be loaded or done.
 * @csspart head - What stays above the rows.
 * @csspart heading - The title.
 * @csspart filter - One of the chips.
 * @csspart list - The rows.
 * @csspart row - One call; `row selected` for those of the conversation on show.
 * @csspart name - Whom it was with.
 * @csspart time - When it was.
 * @csspart call - The button that calls back.
 * @csspart state - What stands in the place of rows.
 */
export class ChatCalls extends ListElement<Call> {
  static override styles = [
    ListElement.styles,
    peopleStyles,
    css`
      .sub {
        --_chat-icon-size: 14px;
        display: flex;
        align-items: center;
        gap: 6px;
      }
      .missed .name,
      .missed .sub .icon {
        color: var(--_chat-color-danger);
      }
      time {
        flex: none;
        margin-inline-start: auto;
        font-size: var(--_chat-font-size-2xs);
        color: var(--_chat-color-muted);
        white-space: nowrap;
      }
      .own {
        color: var(--_chat-color-accent-text);
      }
      .own[aria-disabled] {
        color: var(--_chat-color-muted);
      }
    `,
  ];

  /** Which of them to show. */
  @property() filter: 'all' | 'missed' = 'all';

  protected override readonly searched = false;
  readonly #me = new StoreController(this, () => this.client?.$me);
  readonly #active = new StoreController(this, () => this.client?.calls.$active);
  readonly #offers = new Offers(this, () => this.client);
  readonly #names = new PlaceNames(this);

  protected override get heading() {
    return this.localize.term('calls');
  }

  protected override source() {
    const { filter } = this;
    return {
      of: '',
      query: filter,
      open: ({ calls }: ChatClient) => calls.list(filter === 'missed' ? { status: 'missed' } : {}),
    };
  }

  protected override nameOf(call: Call) {
    return this.client ? this.#names.of(this.#targetOf(call), this.client) : call.receiver;
  }

  protected override isSelected(call: Call) {
    return isSameTarget(this.#targetOf(call), this.shown);
  }

  protected override choose(call: Call) {
    emit(this, 'chat-select', { target: this.#targetOf(call) });
  }

  #targetOf({ conversationId }: Call): Target {
    return conversationTarget(this.#me.value?.id ?? '', conversationId);
  }

  #onCall(call: Call): void {
    if (call.receiverType === 'group' && isOpen(call)) joinCall(this, this.client, call);
    else beginCall(this, this.client, this.#targetOf(call), call.type);
  }

  protected override renderFilters() {
    const { localize, filter } = this;
    return renderChips(localize.term('calls'), [
      [localize.term('chatsAll'), filter === 'all', () => (this.filter = 'all')],
      [localize.term('callsMissed'), filter === 'missed', () => (this.filter = 'missed')],
    ]);
  }

  protected override renderItem(call: Call) {
    const { localize } = this;
    const { initiatedAt, type } = call;
    const me = this.#me.value?.id;
    const target = this.#targetOf(call);
    const how = callHow(call, me);
    const way = call.initiator === me ? 'outgoing' : 'incoming';
    const says = localize.term(way === 'outgoing' ? 'callOutward' : 'callInward');
    return html`<span class="face">
        ${renderFace({
          name: this.nameOf(call),
          src: this.#pictureOf(target),
          shape: target.guid === undefined ? 'circle' : 'square',
        })}
      </span>
      <span class="lines ${how}">
        <span class="title"
          ><bdi class="name truncate" part="name">${this.nameOf(call)}</bdi>
          <time part="time" datetime=${new Date(initiatedAt).toISOString()}
            >${rowTime(initiatedAt, Date.now(), localize)}</time
          ></span
        >
        <span class="sub"
          >${callIcons[how === 'missed' ? 'missed' : way]}<span class="visually-hidden"
            >${says}: </span
          ><span class="truncate"
            >${localize.term('callNote', how, type === 'video')}${lasted(call)}</span
          ></span
        >
      </span>`;
  }

  #pictureOf({ uid, guid }: Target): string | undefined {
    if (uid !== undefined) return this.client?.users.$user(uid).get()?.avatar;
    return guid === undefined ? undefined : this.client?.groups.$group(guid).get()?.icon;
  }

  protected override renderRowActions(call: Call) {
    if (!this.#mayCall(call)) return nothing;
    const { localize } = this;
    const joins = call.receiverType === 'group' && isOpen(call);
    const name = this.nameOf(call);
    const label = joins
      ? localize.term('callJoin')
      : localize.term('callTo', name, call.type === 'video');
    return iconButton(label, callIcons[call.type], () => this.#onCall(call), {
      part: 'call',
      kind: 'own',
      inner: true,
      idle: this.#active.value !== undefined,
    });
  }

  #mayCall(call: Call): boolean {
    if (!this.#offers.has('call.start', 'calls')) return false;
    const { uid, guid } = this.#targetOf(call);
    // Until it is known, the server says.
    if (uid !== undefined)
      return this.client?.users.$user(uid).get()?.can.includes('call') !== false;
    return (
      guid === undefined || this.client?.groups.$group(guid).get()?.can.includes('call') !== false
    );
  }

  protected override renderEmpty() {
    const { localize } = this;
    if (this.filter === 'missed')
      return renderState(callIcons.missed, localize.term('callsNoneMissed'), {
        label: localize.term('callsShowAll'),
        run: () => (this.filter = 'all'),
      });
    return renderState(callIcons.audio, localize.term('callsNone'), {
      detail: localize.term('callsNoneText'),
    });
  }
}

function lasted({ joinedAt, endedAt }: Call): string {
  if (joinedAt === undefined || endedAt === undefined) return '';
  return ` · ${callDuration(endedAt - joinedAt)}`;
}

define('chat-calls', ChatCalls);
declare global {
  interface HTMLElementTagNameMap {
    'chat-calls': ChatCalls;
  }
}
