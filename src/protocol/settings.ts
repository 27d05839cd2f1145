/** Which events move a conversation's row, as the app has set it, and where large groups begin. */
export interface AppSettings {
  readonly updateOnCallActivity: boolean;
  readonly updateOnGroupActions: boolean;
  readonly updateOnCustomMessage: boolean;
  readonly updateOnReplies: boolean;
  /** Texts, images and videos wait until the app has approved them (M12). */
  readonly moderation?: boolean;
  /** Members above which receipts and unread counts stop; `limits.receiptMembers` where it is absent. */
  readonly receiptMembers?: number;
  /** Online members above which typing stops; `limits.typingMembers` where it is absent. */
  readonly typingMembers?: number;
}
