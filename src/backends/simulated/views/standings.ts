import type { Place } from '../places.js';
import { rangeIn, type Reading } from '../queries/reading.js';
import type { Watermarks } from './render.js';
import type { Reached, ReceiptRow } from '../storage/rows.js';
import type { Work } from '../work.js';

type Standing = Reached & Pick<ReceiptRow, 'uid'>;

/** Where everyone stands in a group, found once for all viewers; those without a row stand where they joined. */
export class Standings {
  readonly #found = new Map<string, readonly Standing[]>();
  readonly #work: Work;

  constructor(work: Work) {
    this.#work = work;
  }

  *watermarks(place: Place, viewer: string): Reading<Watermarks | undefined> {
    if (place.large) return undefined;
    const others = (yield* this.#standings(place)).filter(({ uid }) => uid !== viewer);
    if (others.length === 0) return { deliveredSeq: 0, othersReadSeq: 0 };
    return {
      deliveredSeq: Math.min(...others.map(({ deliveredSeq }) => deliveredSeq)),
      othersReadSeq: Math.min(...others.map(({ readSeq }) => readSeq)),
    };
  }

  *#standings({ conversationId, group }: Place): Reading<readonly Standing[]> {
    const known = this.#found.get(conversationId);
    if (known) return known;
    const rows = yield* rangeIn(this.#work, 'receipts', 'key', { prefix: [conversationId] });
    let found: readonly Standing[] = rows;
    if (group && rows.length < group.membersCount) {
      const prefix = [group.guid, 'member'];
      const members = yield* rangeIn(this.#work, 'members', 'name', { prefix });
      const uids = new Set(rows.map(({ uid }) => uid));
      const others = members.filter(({ uid }) => !uids.has(uid));
      found = [
        ...rows,
        ...others.map(({ uid, joinedSeq: seq }) => ({ uid, deliveredSeq: seq, readSeq: seq })),
      ];
    }
    this.#found.set(conversationId, found);
    return found;
  }
}
