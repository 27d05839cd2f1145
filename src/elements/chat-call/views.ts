import { html, nothing } from 'lit';
import { callIcons } from '../../lit/call-icons.js';
import { iconButton } from '../../lit/icon-button.js';
import { icons } from '../../lit/icons.js';
import type { Localize } from '../../lit/localize.js';
import { rowIcons } from '../../lit/row-icons.js';
import '../../locales/en-later.js';
import '../../locales/en-rows.js';
import type { Group, User } from '../../protocol/records.js';
import type { Scene } from './scene.js';
import { reasonOf, statusOf } from './words.js';

/** What the views of a call show and do. */
export interface CallView {
  readonly localize: Localize;
  readonly peer: {
    readonly name: string;
    readonly user: User | undefined;
    readonly group: Group | undefined;
  };
  /** How long it has lasted. */
  time(): string;
  /** There is something to be seen of those who take part. */
  pictured(): boolean;
  accept(): void;
  decline(): void;
  end(): void;
  minimize(): void;
  expand(): void;
  close(): void;
  again(): void;
  message(): void;
  media(event: Event): void;
}

/** It rings here: who it is, and the two answers. */
export function renderCard({ type }: Scene, view: CallView) {
  const { localize } = view;
  return html`<div class="ringing">
      ${renderFace(view)}
      <div class="lines">
        ${renderName(view)}
        <p class="status" part="status">
          ${callIcons[type]}<span>${localize.term('callIncoming', type === 'video')}</span>
        </p>
      </div>
    </div>
    <div class="answers">
      <button class="answer end" part="decline" type="button" @click=${view.decline}>
        ${callIcons.end}<span>${localize.term('callDecline')}</span>
      </button>
      <button class="answer accept" part="accept" type="button" @click=${view.accept}>
        ${callIcons[type]}<span>${localize.term('callAccept')}</span>
      </button>
    </div>`;
}

/** The call one makes or is in, and what came of it. */
export function renderStage(scene: Scene, view: CallView) {
  const { localize } = view;
  const { kind, type } = scene;
  const isOver = kind === 'over';
  const reason = reasonOf(scene, localize);
  return html`<div class="top">
      <span class="type"
        >${callIcons[type]} ${localize.term(type === 'video' ? 'callVideo' : 'callVoice')}</span
      >
      ${
        isOver
          ? iconButton(localize.term('close'), icons.close, view.close)
          : iconButton(localize.term('callMinimize'), callIcons.minimize, view.minimize)
      }
    </div>
    <div class="media" ?hidden=${!view.pictured()}>
      <slot name="media" @slotchange=${view.media}></slot>
    </div>
    <div class="who ${kind}">
      ${renderFace(view)} ${renderName(view)}
      ${
        kind === 'ongoing'
          ? renderTime(scene, view)
          : html`<p class="status ${isOver ? 'outcome' : ''}" part="status">
              ${statusOf(scene, localize)}
            </p>`
      }
      ${reason ? html`<p class="reason">${reason}</p>` : nothing}
    </div>
    <div class="acts">
      <slot name="action" ?hidden=${kind !== 'ongoing' && kind !== 'waiting'}></slot>
      ${isOver ? renderWaysOn(scene, view) : renderEnd(scene, view)}
    </div>`;
}

/** A line in the page that stands for the call while the box is away. */
export function renderBar(scene: Scene, label: string, view: CallView) {
  const { localize } = view;
  const isAway = scene.kind === 'away';
  const rings = scene.call?.status !== 'ongoing';
  const way = localize.term(isAway ? 'callReturn' : 'callExpand');
  const end = localize.term(rings ? 'cancel' : 'callEnd');
  return html`<div class="bar strip" part="bar" role="group" aria-label=${label}>
    ${callIcons[scene.type]}
    <span class="words"
      ><bdi class="truncate">${view.peer.name}</bdi>
      <span class="since truncate" part="time"
        >${scene.kind === 'ongoing' ? view.time() : statusOf(scene, localize)}</span
      ></span
    >
    ${
      scene.kind === 'over'
        ? nothing
        : html`<button
              class="pill"
              type="button"
              aria-label=${way}
              @click=${isAway ? view.accept : view.expand}
            >
              ${isAway ? callIcons[scene.type] : callIcons.expand}<span>${way}</span>
            </button>
            <button class="pill end" part="end" type="button" aria-label=${end} @click=${view.end}>
              ${callIcons.end}<span>${end}</span>
            </button>`
    }
  </div>`;
}

function renderFace({ peer: { user, group, name } }: CallView) {
  return html`<span class="face">
    <chat-avatar
      name=${name}
      .src=${group?.icon ?? user?.avatar}
      shape=${group ? 'square' : 'circle'}
    ></chat-avatar>
  </span>`;
}

function renderName({ peer }: CallView) {
  return html`<h2 class="name" part="name" tabindex="-1"><bdi>${peer.name}</bdi></h2>`;
}

function renderTime({ call, target }: Scene, { localize, time }: CallView) {
  const people = target.guid === undefined ? 0 : (call?.participants.length ?? 0);
  return html`<p class="status" part="time">
    <span class="visually-hidden">${localize.term('callDuration')}</span>
    <span role="timer">${time()}</span>${
      people > 0
        ? html`<span aria-hidden="true"> · </span
            ><span>${localize.term('callPeople', people)}</span>`
        : nothing
    }
  </p>`;
}

function renderEnd({ kind }: Scene, { localize, end }: CallView) {
  return html`<button class="round end" part="end" type="button" @click=${end}>
    <span class="disc">${callIcons.end}</span>${localize.term(
      kind === 'outgoing' ? 'cancel' : 'callEnd',
    )}
  </button>`;
}

function renderWaysOn({ outcome, target, type }: Scene, { localize, again, message }: CallView) {
  if (outcome === 'ended') return nothing;
  return html`${
      target.uid === undefined
        ? nothing
        : html`<button class="round" type="button" @click=${message}>
            <span class="disc">${rowIcons.thread}</span>${localize.term('personMessage')}
          </button>`
    }<button class="round accept" type="button" @click=${again}>
      <span class="disc">${callIcons[type]}</span>${localize.term('callAgain')}
    </button>`;
}
