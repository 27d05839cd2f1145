import type { Localize } from '../../lit/localize.js';
import '../../locales/en-later.js';
import { callDuration } from '../words/call-duration.js';
import { errorText } from '../words/error-text.js';
import type { Outcome, Scene } from './scene.js';

const outcomes = {
  declined: 'callDeclined',
  busy: 'callBusy',
  noAnswer: 'callNoAnswer',
  nobody: 'callNobody',
  ended: 'callEnded',
  failed: 'callFailed',
} as const satisfies Record<Outcome, string>;

/** How the call stands, in a few words. */
export function statusOf({ kind, type, outcome, call }: Scene, localize: Localize): string {
  switch (kind) {
    case 'incoming':
      return localize.term('callIncoming', type === 'video');
    case 'outgoing':
      return localize.term('callCalling');
    case 'waiting':
      return localize.term('callWaiting');
    case 'connecting':
      return localize.term('connecting');
    case 'ongoing':
    case 'away':
      return localize.term('callOngoing');
    case 'over': {
      const { joinedAt, endedAt } = call ?? {};
      const text = localize.term(outcomes[outcome ?? 'ended']);
      if (outcome !== 'ended' || joinedAt === undefined || endedAt === undefined) return text;
      return `${text} · ${callDuration(endedAt - joinedAt)}`;
    }
  }
}

/** Why it did not get through. */
export function reasonOf({ outcome, error }: Scene, localize: Localize): string {
  if (outcome !== 'failed' || !error) return '';
  return error.detail === 'ERR_CALL_BUSY_SELF' || error.detail === 'CALL_ALREADY_INITIATED'
    ? localize.term('callActive')
    : errorText(error, localize);
}
