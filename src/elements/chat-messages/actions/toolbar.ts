import { css, html, nothing, type TemplateResult } from 'lit';
import type { MessageItem } from '../../../client/types.js';
import { iconButton } from '../../../lit/icon-button.js';
import { laterIcons } from '../../../lit/later-icons.js';
import type { Localize } from '../../../lit/localize.js';
import '../../../locales/en-later.js';
import type { MessageActions } from './message-actions.js';

/** Beside the bubble of the row under the pointer, or with the focus. */
export function renderToolbar(
  item: MessageItem,
  actions: MessageActions,
  localize: Localize,
): TemplateResult {
  const may = (action: 'react' | 'reply') => item.message.can.includes(action);
  const button = (name: string, icon: unknown, act: (anchor: Element) => void, pops = false) =>
    iconButton(name, icon, (event: Event) => act(event.currentTarget as Element), {
      popup: pops && 'menu',
      inner: true,
    });
  return html`<div
    class="toolbar"
    part="toolbar"
    role="group"
    aria-label=${localize.term('messageActions')}
  >
    ${
      may('react')
        ? button(localize.term('react'), laterIcons.react, (at) => actions.pickReaction(item, at))
        : nothing
    }${
      may('reply')
        ? button(localize.term('reply'), laterIcons.reply, () => actions.reply(item))
        : nothing
    }${button(localize.term('more'), laterIcons.more, (at) => actions.openMenu(item, at), true)}
  </div>`;
}

/** Nothing moves when it comes. */
export const toolbarStyles = css`
  chat-message:state(active) {
    z-index: 1;
  }
  chat-message:state(active) .bubble {
    position: relative;
  }
  chat-message:focus-visible {
    outline: none;
  }
  chat-message:focus-visible .bubble,
  chat-message:focus-visible .note {
    outline: 2px solid var(--_chat-color-accent);
    outline-offset: 2px;
  }
  chat-message:state(mine):focus-visible .bubble {
    outline-color: var(--_chat-color-text);
  }
  .toolbar {
    --_chat-icon-size: 18px;
    position: absolute;
    z-index: 2;
    inset-block-start: 0;
    inset-inline-start: calc(100% + 4px);
    display: flex;
    padding: 1px;
    border: 1px solid var(--_chat-color-line);
    border-radius: var(--_chat-radius-m);
    background: var(--_chat-color-raised);
    box-shadow: var(--_chat-shadow-s);
    color: var(--_chat-color-text);
  }
  .toolbar .icon-button {
    inline-size: 30px;
    block-size: 30px;
    border-radius: var(--_chat-radius-s);
  }
  chat-message:state(mine) .toolbar {
    inset-inline: auto calc(100% + 4px);
  }
  @container messages (max-width: 560px) {
    .toolbar {
      inset-block-start: -24px;
      /* Its own width before the end: the sender's name stands at the start. */
      inset-inline: max(0px, 100% - 94px) auto;
    }
    chat-message:state(mine) .toolbar {
      inset-inline: auto 0;
    }
  }
`;
