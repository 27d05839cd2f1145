import type { Localize } from '../../../lit/localize.js';
import type { User } from '../../../protocol/records.js';

export type People = ReadonlyMap<string, User>;

/** What the text of a message needs from around it. */
export interface TextContext {
  readonly people: People;
  /** The name of who wrote it. */
  readonly author: string;
  /** Whose mentions stand out. */
  readonly me: string | undefined;
  readonly localize: Localize;
  readonly copy: (text: string) => void;
}
