import type { ReactiveElement } from 'lit';
import type { MessageItem } from '../../client/types.js';

/** The row of a message, as far as what draws it needs it. */
export interface MessageRow extends ReactiveElement {
  readonly item: MessageItem | undefined;
  /** Notices that it stands for. */
  readonly run: readonly MessageItem[] | undefined;
  /** Nothing can be sent at the moment. */
  readonly offline: boolean;
  /** Somebody's whom the reader has blocked, who has not asked for it yet (B97). */
  readonly veiled: boolean;
  /** Shows what is folded: a long text, notices, what somebody blocked has written. */
  readonly unfolded: boolean;
  /** Its text is too long to be shown whole. */
  overflowing: boolean;
  fold(): void;
  /** The text as a template; `tail` (the time) rides on its last line. */
  renderText(tail: unknown): unknown;
}
