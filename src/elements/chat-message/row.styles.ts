import { faceStyles } from '../chat-avatar/face.styles.js';
import { messageStyles } from './chat-message.styles.js';
import { textStyles } from './text/text.styles.js';

/** What a list of messages styles its rows with: they render into its shadow root. */
export const rowStyles = [faceStyles, messageStyles, textStyles];
