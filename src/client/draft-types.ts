import type { MessageContent } from '../protocol/records.js';

/** What a composer holds for one conversation or thread; kept over reloads. */
export interface Draft {
  readonly text: string;
  readonly caret?: number;
  readonly replyTo?: string;
  /** Id of the message being edited; `text` is then its new text, and the former draft comes back afterwards. */
  readonly editing?: string;
  readonly files: readonly DraftFile[];
}
/** As it is kept. */
export interface StoredDraft {
  readonly draft: Draft;
  /** What was being written there before it, and comes back after it (B63, B72). */
  readonly former?: StoredDraft;
}
export interface DraftFile {
  readonly id: string;
  readonly file: File;
  readonly alt?: string;
  /** Pixels, and seconds; what is missing is measured when the file is sent, as far as it can be. */
  readonly width?: number;
  readonly height?: number;
  readonly duration?: number;
}

export interface Outgoing extends Omit<MessageContent, 'attachments'> {
  readonly files?: readonly DraftFile[];
  readonly type?: string;
  /** `custom` where a `type` is given, unless it says otherwise. */
  readonly category?: 'custom' | 'interactive';
}
