import { css } from 'lit';

/** What Markdown, mentions and deeds set in the text of a message. */
export const markedStyles = css`
  .mention {
    border-radius: 5px;
    font-weight: 600;
    color: var(--_chat-color-accent-text);
    cursor: pointer;
  }
  .mention.self,
  chat-message:state(mine) .mention {
    padding: 0 4px;
  }
  .mention.self {
    background: color-mix(in oklch, var(--_chat-color-accent) 12%, transparent);
  }
  chat-message:state(mine) .mention {
    color: inherit;
    background: var(--_tint);
  }
  .text:has(> .deed) {
    font-style: italic;
  }
  .deed > * + * {
    margin-block-start: 6px;
  }
  .deed > bdi {
    font-weight: 600;
  }
  .deed > p:first-of-type {
    display: inline;
  }
  .deed .meta {
    font-style: normal;
  }
  .text :is(ul, ol) {
    margin: 0;
    padding-inline-start: 1.4em;
  }
  .text blockquote {
    margin: 0;
    padding-inline-start: 10px;
    border-inline-start: 3px solid color-mix(in oklch, currentColor 40%, transparent);
  }
  .text hr {
    inline-size: 100%;
    border: 0;
    border-block-start: 1px solid color-mix(in oklch, currentColor 25%, transparent);
  }
  .text a {
    color: var(--_link);
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 2px;
  }
  .disguised {
    font-size: var(--_chat-font-size-2xs);
    font-weight: 600;
  }
  .text code {
    font: 0.86em / 1.5 var(--_chat-font-mono);
    padding: 1px 4px;
    border-radius: 4px;
    background: var(--_tint);
  }
  .code {
    position: relative;
    border-radius: var(--_chat-radius-m);
    background: var(--_tint);
    text-align: start;
  }
  .code pre {
    margin: 0;
    padding: 10px var(--_chat-space-3);
    overflow-x: auto;
    border-radius: inherit;
  }
  .code code {
    padding: 0;
    background: none;
    white-space: pre;
    overflow-wrap: normal;
  }
  .copy {
    --_chat-icon-size: 16px;
    position: absolute;
    inset-block-start: 4px;
    inset-inline-end: 4px;
    inline-size: 28px;
    block-size: 28px;
    display: grid;
    place-items: center;
    border-radius: var(--_chat-radius-s);
    background: color-mix(in oklch, currentColor 12%, var(--_chat-color-bubble));
    opacity: 0;
    transition: opacity var(--_chat-motion);
  }
  chat-message:state(mine) .copy {
    background: color-mix(in oklch, currentColor 16%, var(--_chat-color-accent));
  }
  .code:hover .copy,
  .copy:focus-visible {
    opacity: 1;
  }
  /* In the colour of the words: an own bubble has one in which the page's scroll bars would stand out. */
  :is(.code pre, .table) {
    scrollbar-color: color-mix(in oklch, currentColor 40%, transparent) transparent;
    scrollbar-width: thin;
  }
  :is(.code pre, .table):focus-visible {
    outline: 2px solid currentColor;
  }
  .table {
    overflow-x: auto;
  }
  .table table {
    inline-size: max-content;
    border-collapse: collapse;
    font-size: var(--_chat-font-size-s);
  }
  .table :is(td, th) {
    padding: 4px var(--_chat-space-2);
    border: 1px solid color-mix(in oklch, currentColor 25%, transparent);
    max-inline-size: 28ch;
    text-align: start;
    vertical-align: top;
    overflow-wrap: normal;
  }
  @media (hover: none) {
    .copy {
      opacity: 1;
    }
  }
  @media (pointer: coarse) {
    .copy {
      inline-size: 40px;
      block-size: 40px;
    }
  }
  @media (forced-colors: active) {
    .code {
      border: 1px solid;
    }
  }
`;
