// Loaded when there is something to show: see rich.ts.
export { renderAttachments } from './attachments.js';
export { attachmentStyles } from './attachments.styles.js';
export { playerOf } from './voice-player.js';
