/** What went wrong on opening, for a person to read. */
export interface StorageWarning {
  /**
   * `kept-aside`: the old database was unreadable and lies untouched; `memory`: nothing will outlive this page;
   * `blocked`: another page holds an older version of it, and everything waits until that is closed.
   */
  readonly kind: 'kept-aside' | 'memory' | 'blocked';
  readonly message: string;
  /** Name of the database that was kept aside, or is held. */
  readonly database?: string;
  readonly cause?: unknown;
}
