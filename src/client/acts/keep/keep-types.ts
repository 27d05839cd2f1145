import type { Command } from '../../command.js';
import type { StoredDraft } from '../../draft-types.js';

export type Take = (commands: readonly Command[]) => void | Promise<void>;

/** What outlives the page: commands that are not confirmed, and drafts. */
export interface Keep {
  /** Resolves when others can tell that this tab is open. */
  known(): Promise<void>;
  /**
   * Hands over what this user left behind: at once what nobody sends, later what a closing tab leaves. Resolves when
   * no other tab holds anything that is still to be sent.
   */
  adopt(uid: string, take: Take): Promise<void>;
  /** And what a tab leaves that has been opened since, once that is known. */
  follow(uid: string, tab: string, take: Take): void;
  putCommand(uid: string, command: Command): void;
  deleteCommand(id: string): void;
  drafts(uid: string): Promise<ReadonlyMap<string, StoredDraft>>;
  putDraft(uid: string, target: string, draft: StoredDraft | undefined): void;
  /** Resolves when all that was to be kept is. */
  close(): Promise<void>;
}
