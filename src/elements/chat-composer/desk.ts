import type { LitElement } from 'lit';
import type { Draft } from '../../client/draft-types.js';
import type { ChatClient } from '../../client/types.js';
import type { Localize } from '../../lit/localize.js';
import type { Target } from '../../protocol/ids.js';
import { textLength } from '../../protocol/text-length.js';
import type { Offers } from '../offers.js';
import { lacksFiles } from './may-write.js';

/** A composer, as far as what is loaded later needs it. */
export interface Desk {
  readonly element: LitElement & {
    readonly accept: string;
    readonly maxlength: number;
    insertText(text: string): void;
  };
  readonly localize: Localize;
  readonly offers: Offers;
  client(): ChatClient | undefined;
  target(): Target | undefined;
  thread(): string | undefined;
  draft(): Draft;
}

/** Does what needs something that is loaded for it. */
export type Attempt = (operation: string, act: () => Promise<unknown>) => void;

/** Who writes. */
export function meOf({ client }: Desk): string | undefined {
  return client()?.$me.get()?.id;
}

/** Characters a message may have. */
export function limitOf({ element: { maxlength } }: Desk): number {
  return maxlength > 0 ? Math.min(maxlength, textLength) : textLength;
}

/** Whether files can be added now. */
export function takesFiles({ element, target, draft, offers }: Desk): boolean {
  const isOpen = element.renderRoot.querySelector('chat-composer-input') !== null;
  return isOpen && target() !== undefined && draft().editing === undefined && !lacksFiles(offers);
}

export function write(
  { client, target, thread }: Desk,
  changes: Partial<Pick<Draft, 'text' | 'caret' | 'files'>>,
): void {
  const place = target();
  if (place) client()?.drafts.write(place, changes, thread());
}
