import { appUser } from '../../../protocol/management.js';
import { placeIn, relationsIn, type Place } from '../places.js';
import { rangeIn, rowIn, type Reading } from '../queries/reading.js';
import { deniedTo, roleIn } from '../rules/roles.js';
import type { RelationRow, SavedRow } from '../storage/rows.js';
import type { Work } from '../work.js';
import type { Rights } from './render.js';

interface Relations {
  readonly mine: ReadonlyMap<string, RelationRow>;
  readonly theirs: ReadonlyMap<string, RelationRow>;
}

/** What is a viewer's own, looked up once: places, relations, what is saved, rights. */
export class Own {
  readonly #work: Work;
  readonly #viewer: string;
  readonly #places = new Map<string, Place>();
  #relations: Relations | undefined;
  #saved: ReadonlyMap<string, SavedRow> | undefined;
  #rights: Rights | undefined;

  constructor(work: Work, viewer: string) {
    this.#work = work;
    this.#viewer = viewer;
  }

  *place(conversationId: string): Reading<Place> {
    const known = this.#places.get(conversationId);
    if (known) return known;
    const found = yield* placeIn(this.#work, this.#viewer, conversationId);
    this.#places.set(conversationId, found);
    return found;
  }

  *relations(): Reading<Relations> {
    if (this.#relations) return this.#relations;
    const { mine, theirs } = yield* relationsIn(this.#work, this.#viewer);
    return (this.#relations = {
      mine: new Map(mine.map((row) => [row.other, row])),
      theirs: new Map(theirs.map((row) => [row.uid, row])),
    });
  }

  *saved(): Reading<ReadonlyMap<string, SavedRow>> {
    if (this.#saved) return this.#saved;
    const rows = yield* rangeIn(this.#work, 'saved', 'key', { prefix: [this.#viewer] });
    return (this.#saved = new Map(rows.map((row) => [row.messageId, row])));
  }

  /** P8: what the viewer's role leaves them. */
  *rights(): Reading<Rights> {
    if (this.#rights) return this.#rights;
    if (this.#viewer === appUser)
      return (this.#rights = { restricted: [], friendsOnly: false, rev: 0 });
    const me = yield* rowIn(this.#work, 'users', this.#viewer);
    const role = yield* roleIn(this.#work, this.#viewer);
    return (this.#rights = {
      restricted: role.restricted,
      friendsOnly: role.sendMessagesTo === 'friendsOnly',
      rev: Math.max(role.rev, me?.roleRev ?? 0),
    });
  }

  /** And their scope in a group. */
  *rightsIn({ group, rank }: Place): Reading<Rights> {
    const rights = yield* this.rights();
    const denied = deniedTo(group, rank);
    if (denied.length === 0 && group?.deniedRev === undefined) return rights;
    return {
      ...rights,
      restricted: [...rights.restricted, ...denied],
      rev: Math.max(rights.rev, group?.deniedRev ?? 0),
    };
  }
}
