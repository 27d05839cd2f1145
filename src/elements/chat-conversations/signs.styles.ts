import { css } from 'lit';
import { kindStyles } from '../list/kind.styles.js';

const signs = css`
  .sub .typing {
    color: var(--_chat-color-accent-text);
  }
  .sub .draft {
    color: var(--_chat-color-danger);
  }
  .badge.mention {
    padding-inline: 0.25em;
    padding-block-end: 1px;
  }
`;

export const signStyles = [kindStyles, signs];
