// Loaded after the page: see rich.ts.
export { renderAttachments } from './attachments.js';
export { attachmentStyles } from './attachments.styles.js';
export { parseMarkdown } from './text/markdown.js';
