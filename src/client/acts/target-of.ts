import { ChatError } from '../../protocol/errors.js';
import type { Target } from '../../protocol/ids.js';
import { normalize } from '../targets.js';

/**
 * Whom a page names, who may have named nobody.
 *
 * @param verb of the client, as it is called
 * @throws ChatError `invalid`
 */
export function targetOf(given: Target | undefined, verb: string): Target {
  if (typeof (given?.guid ?? given?.uid) === 'string') return normalize(given as Target);
  throw new ChatError(
    'invalid',
    `${verb} was called without a target. Give it { uid } of a person or { guid } of a group.`,
  );
}
