import type { Command } from '../../command.js';
import type { StoredDraft } from '../../draft-types.js';

/** What outlives the page: commands that are not confirmed, and drafts. */
export interface Keep {
  /**
   * Hands over what this user left behind: at once what nobody sends, later what a closing tab leaves. Resolves when
   * no other tab holds anything that is still to be sent.
   */
  adopt(uid: string, take: (commands: readonly Command[]) => void | Promise<void>): Promise<void>;
  putCommand(uid: string, command: Command): void;
  deleteCommand(id: string): void;
  drafts(uid: string): Promise<ReadonlyMap<string, StoredDraft>>;
  putDraft(uid: string, target: string, draft: StoredDraft | undefined): void;
  /** Resolves when all that was to be kept is. */
  close(): Promise<void>;
}
