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
