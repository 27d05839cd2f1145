import type { Cause } from '../types.js';
import type { Gathering } from '../context.js';
import { asSeenBy } from '../rules/moderation.js';
import { placeIn } from '../places.js';
import { all, rowIn, type Reading } from '../queries/reading.js';
import type { Change, Work } from '../work.js';

interface Telling {
  readonly work: Work;
  readonly to: Gathering;
  readonly cause: Cause | undefined;
}

/**
 * Gathers what one viewer learns of what was written. Who may see what is decided here, from the rows alone, so no
 * handler can forget anyone or tell too much.
 */
export function* gatherChanges(work: Work, to: Gathering, cause?: Cause): Reading<void> {
  const telling = { work, to, cause };
  yield* all(work.changes().map((change) => tell(telling, change)));
}

function* takesPart({ work, to }: Telling, conversationId: string): Reading<boolean> {
  return (yield* placeIn(work, to.viewer, conversationId)).rank !== 'stranger';
}

/** Was inside until now. */
function* leaves({ work, to }: Telling, guid: string): Reading<boolean> {
  const { viewer } = to;
  const mine = work.changed('members').find((row) => row.guid === guid && row.uid === viewer);
  if (mine && mine.standing !== 'member') return !mine.outside;
  const removed = work.changed('groups').some((row) => row.guid === guid && row.removedAt);
  return removed && (yield* rowIn(work, 'members', guid, viewer))?.standing === 'member';
}

function* tell(telling: Telling, { table, row }: Change): Reading<void> {
  const { work, to, cause } = telling;
  const { viewer } = to;
  // The rows of one table have one type; `Change` lost the connection.
  const change = { table, row } as {
    [T in Change['table']]: Change<T> & { table: T };
  }[Change['table']];
  switch (change.table) {
    case 'users':
      return to.user(change.row.uid);
    case 'relations': {
      const { uid, other } = change.row;
      if (viewer === uid || viewer === other) to.user(viewer === uid ? other : uid);
      return;
    }
    case 'groups': {
      const { guid, type } = change.row;
      // Members see how many are here come and go; others see it when they look.
      if (cause === 'presence') {
        return (yield* takesPart(telling, `group:${guid}`)) ? to.groupAlone(guid) : undefined;
      }
      if (
        type !== 'private' ||
        (yield* takesPart(telling, `group:${guid}`)) ||
        (yield* leaves(telling, guid))
      ) {
        to.group(guid);
      }
      if (yield* leaves(telling, guid)) to.conversation(`group:${guid}`);
      return;
    }
    case 'members': {
      const { guid, uid } = change.row;
      // P4: who is outside already learns nothing more of a private group, not even that they are kept out.
      if (uid === viewer && change.row.outside) {
        const group = yield* rowIn(work, 'groups', guid);
        return group?.type === 'private' ? undefined : to.group(guid);
      }
      if (uid === viewer) {
        to.group(guid);
        to.conversation(`group:${guid}`);
      }
      if (uid === viewer || (yield* takesPart(telling, `group:${guid}`))) to.member(change.row);
      return;
    }
    case 'conversations':
      if (yield* takesPart(telling, change.row.id)) to.conversation(change.row.id);
      return;
    case 'states':
      if (change.row.uid === viewer) to.conversation(change.row.conversationId);
      return;
    case 'receipts':
      if (yield* takesPart(telling, change.row.conversationId)) to.receipt(change.row);
      return;
    case 'messages': {
      const { edit, conversationId } = change.row;
      // M12: an edit that waits, or was disapproved of, is nothing to the others.
      if (edit?.rev === work.rev && asSeenBy(change.row, viewer) === change.row) return;
      if (yield* takesPart(telling, conversationId)) to.message(change.row);
      return;
    }
    case 'saved':
    case 'interactions':
    case 'threads': {
      const id = change.table === 'threads' ? change.row.parentId : change.row.messageId;
      const message = change.row.uid === viewer && (yield* rowIn(work, 'messages', id));
      if (message) to.message(message);
      return;
    }
    case 'calls':
      if (
        (yield* takesPart(telling, change.row.conversationId)) ||
        (change.row.receiverType === 'group' && (yield* leaves(telling, change.row.receiver)))
      )
        to.call(change.row);
      return;
    default:
    // Nobody is told of tokens, files, flags and the like.
  }
}
