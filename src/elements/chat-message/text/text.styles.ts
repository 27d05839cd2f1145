import { css } from 'lit';

/** The text of a message; what Markdown sets in it has styles of its own. */
export const textStyles = css`
  .text p,
  .bubble > p {
    margin: 0;
  }
  .text > * + * {
    margin-block-start: 6px;
  }
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
  .deed {
    font-style: italic;
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
  .foldable {
    max-block-size: 20lh;
    overflow: hidden;
  }
  .foldable.overflowing {
    mask-image: linear-gradient(#000 calc(100% - 3lh), transparent);
  }
  .link {
    font-size: var(--_chat-font-size-xs);
    font-weight: 600;
    padding: 2px 0;
    text-decoration: underline;
    text-underline-offset: 2px;
  }
  .bubble .link {
    display: block;
    min-block-size: 24px;
  }
`;
