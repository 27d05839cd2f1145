import type { LitElement } from 'lit';
import type { Draft } from '../../client/draft-types.js';
import type { ChatClient } from '../../client/types.js';
import type { Localize } from '../../lit/localize.js';
import type { ChatError } from '../../protocol/errors.js';
import type { Target } from '../../protocol/ids.js';

/** A composer, as far as what is loaded later needs it. */
export interface Desk {
  readonly element: LitElement & {
    readonly accept: string;
    insertText(text: string): void;
  };
  readonly localize: Localize;
  client(): ChatClient | undefined;
  target(): Target | undefined;
  thread(): string | undefined;
  draft(): Draft;
  /** Characters a message may have. */
  limit(): number;
  /** Files are not offered to this person, resp. can be added now. */
  lacksFiles(): boolean;
  takesFiles(): boolean;
  write(changes: Partial<Pick<Draft, 'text' | 'files'>>): void;
  /** Tells the page of a failure. */
  report(error: ChatError, operation: string): void;
}
