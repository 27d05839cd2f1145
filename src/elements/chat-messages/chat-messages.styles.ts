import { css } from 'lit';
import { pane } from '../styles/pane.styles.js';

export const styles = css`
  ${pane}
  :host {
    min-block-size: 120px;
    container: messages / inline-size;
  }
  .frame {
    position: relative;
    display: grid;
    grid-template: minmax(0, 1fr) / minmax(0, 1fr);
    block-size: 100%;
    max-block-size: inherit;
    min-block-size: inherit;
  }
  .scroller {
    display: flex;
    flex-direction: column;
    min-block-size: 0;
    padding: var(--_chat-space-4) var(--_chat-space-6) 0;
    overflow-x: hidden;
    overflow-y: auto;
    /* One owner of the position: see Scroller. */
    overflow-anchor: none;
    overscroll-behavior: contain;
    scrollbar-gutter: stable;
    scrollbar-width: thin;
  }
  .scroller:focus-visible {
    outline-offset: -2px;
  }
  .runway {
    flex: none;
  }
  .rows {
    flex: none;
    margin-block-start: auto;
    /* Room for who types. */
    padding-block-end: 32px;
  }

  .day {
    inline-size: fit-content;
    margin: var(--_chat-space-4) auto var(--_chat-space-1);
    padding: 3px var(--_chat-space-3);
    border: 1px solid var(--_chat-color-line);
    border-radius: var(--_chat-radius-pill);
    background: var(--_chat-color-raised);
    font-size: var(--_chat-font-size-2xs);
    font-weight: 600;
    color: var(--_chat-color-muted);
  }
  .unread {
    display: flex;
    align-items: center;
    gap: var(--_chat-space-3);
    margin-block: var(--_chat-space-3) 0;
    font-size: var(--_chat-font-size-2xs);
    font-weight: 650;
    color: var(--_chat-color-danger);
  }
  .unread::before,
  .unread::after {
    content: '';
    flex: 1;
    border-block-start: 1px solid;
    opacity: 0.35;
  }

  .edge {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: center;
    gap: var(--_chat-space-3);
    min-block-size: 48px;
    margin: 0;
    font-size: var(--_chat-font-size-xs);
    color: var(--_chat-color-muted);
    text-align: center;
    overflow-wrap: anywhere;
  }
  .beginning {
    padding-block: var(--_chat-space-6) var(--_chat-space-2);
  }
  .more {
    display: flex;
    align-items: center;
    gap: var(--_chat-space-2);
    min-block-size: 32px;
    padding-inline: var(--_chat-space-3);
    border-radius: var(--_chat-radius-pill);
  }

  .coming {
    display: flex;
    flex-direction: column;
    justify-content: end;
    gap: var(--_chat-space-3);
    /* In a box without a height of its own, as high as rows may make it: what fills it is made at once. */
    flex: 1 1 100dvh;
    min-block-size: 0;
    padding-block-end: 32px;
    overflow: hidden;
  }
  .coming .skeleton {
    flex: none;
    block-size: 40px;
    inline-size: 40%;
    border-radius: var(--_chat-radius-bubble);
  }
  .coming .b {
    inline-size: 56%;
    block-size: 60px;
  }
  .coming .c {
    inline-size: 32%;
  }
  .coming .mine {
    align-self: end;
  }

  @container messages (max-width: 560px) {
    .scroller {
      padding-inline: var(--_chat-space-3);
    }
  }
  @media (pointer: coarse) {
    .more {
      min-block-size: 44px;
    }
  }
`;
