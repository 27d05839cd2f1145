import type { ReactiveController } from 'lit';
import type { ChatEventMap } from '../../lit/events.js';
import { tellFailure } from '../late/tell-failure.js';
import { isSameTarget } from '../same-target.js';
import { around, originIn } from '../scopes.js';
import type { Messenger } from './messenger.js';
import type { SidePanes } from './side-panes.js';

/** Follows what is chosen anywhere in the scope: conversations, and messages that are to be shown. */
export class Choices implements ReactiveController {
  #messenger: Messenger;
  #sides: SidePanes;
  /** Settles when whoever chose a conversation is where they go on. */
  #focusing: Promise<void> | undefined;

  constructor(messenger: Messenger, sides: SidePanes) {
    this.#messenger = messenger;
    this.#sides = sides;
    messenger.element.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('chat-select', this.#onSelect);
    document.addEventListener('chat-show', this.#onShow);
  }

  hostDisconnected(): void {
    document.removeEventListener('chat-select', this.#onSelect);
    document.removeEventListener('chat-show', this.#onShow);
  }

  #onSelect = (event: Event) => {
    const from = originIn(event, this.#messenger.element);
    // The dispatch has to end first: the page may still prevent it.
    queueMicrotask(() => {
      if (!from || event.defaultPrevented) return;
      const inPanel = around(from, 'chat-panel') !== undefined;
      this.#messenger.panes.choose(inPanel);
      if (!inPanel) this.#focusing = this.#focus();
    });
  };

  /** A finger begins to read, a mouse goes on to write (B105). */
  async #focus(): Promise<void> {
    // A script that chooses is not a person who does.
    if (!navigator.userActivation.isActive) return;
    // The scope follows after the dispatch, and the pane after the scope.
    await new Promise((resolve) => setTimeout(resolve));
    const { updateComplete, renderRoot } = this.#messenger.element;
    await updateComplete;
    const header = renderRoot.querySelector('chat-header');
    const composer = renderRoot.querySelector('chat-composer');
    await Promise.all([header?.updateComplete, composer?.updateComplete]);
    if (matchMedia('(pointer: coarse)').matches) header?.focus();
    else composer?.focus();
  }

  #onShow = (event: HTMLElementEventMap['chat-show']) => {
    const { element } = this.#messenger;
    if (!originIn(event, element)) return;
    // The dispatch has to end first, and the scope to follow.
    setTimeout(() => {
      if (!event.defaultPrevented) tellFailure(element, 'chat-show', this.#show(event.detail));
    });
  };

  async #show({ target, id, parentId }: ChatEventMap['chat-show']): Promise<void> {
    const { element, panes, target: shown } = this.#messenger;
    await element.updateComplete;
    if (!isSameTarget(target, shown())) return;
    // Where there is room, one goes on from hit to hit.
    if (panes.layout !== 'wide' && panes.panel) panes.closeBeside();
    if (parentId !== undefined) {
      await this.#sides.openThread({ target, parentId }, false);
      await element.renderRoot.querySelector('chat-thread')?.show(id);
      return;
    }
    panes.turnTo('talk');
    // The message has the focus in the end.
    await this.#focusing;
    await element.updateComplete;
    await element.renderRoot.querySelector('chat-messages')?.show(id);
  }
}
