import { css } from 'lit';

export const linkStyles = css`
  .link-card {
    position: relative;
    inline-size: 340px;
    min-inline-size: 100%;
    max-inline-size: 100%;
    clear: both;
    margin-block-end: 2px;
    /* Below the time, which hangs out of the text: a margin would be swallowed by the clearing. */
    border-block-start: 6px solid transparent;
  }
  .link-card a {
    display: flex;
    gap: var(--_chat-space-3);
    min-block-size: 80px;
    border-radius: var(--_chat-radius-m);
    background: var(--_tint);
    color: inherit;
    text-decoration: none;
    overflow: hidden;
  }
  .link-card a:hover .title {
    text-decoration: underline;
  }
  .link-card .picture {
    --_chat-icon-size: 24px;
    position: relative;
    flex: none;
    display: grid;
    place-items: center;
    inline-size: 80px;
    background: var(--_tint);
  }
  .link-card img {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
  }
  .link-card img.broken {
    display: none;
  }
  .link-card .about {
    flex: 1;
    min-inline-size: 0;
    display: flex;
    flex-direction: column;
    justify-content: center;
    padding: var(--_chat-space-2) 0;
    padding-inline-end: var(--_chat-space-3);
    font-size: var(--_chat-font-size-xs);
    line-height: 1.35;
    text-align: start;
  }
  .link-card .about:first-child {
    padding-inline-start: var(--_chat-space-3);
  }
  /* Each begins and ends where its own script does: pushed to the other side, Chromium leaves out the dots at its end. */
  .link-card .about > * {
    align-self: start;
    max-inline-size: 100%;
  }
  .link-card .title,
  .link-card .description {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    line-clamp: 2;
    overflow: hidden;
    overflow-wrap: anywhere;
  }
  .link-card .title {
    font-size: var(--_chat-font-size-s);
    font-weight: 600;
  }
  .link-card .dismiss {
    --_chat-icon-size: 14px;
    position: absolute;
    inset-block-start: 4px;
    inset-inline-end: 4px;
    inline-size: 24px;
    block-size: 24px;
    border-radius: 50%;
    background: var(--_chat-color-raised);
    color: var(--_chat-color-text);
    box-shadow: var(--_chat-shadow-s);
    opacity: 0;
  }
  .link-card:is(:hover, :focus-within) .dismiss {
    opacity: 1;
  }
  @media (hover: none) {
    .link-card .dismiss {
      opacity: 1;
    }
  }
  @media (forced-colors: active) {
    /* There what is transparent is drawn. */
    .link-card {
      border-color: Canvas;
    }
    .link-card a {
      border: 1px solid;
    }
  }
`;
