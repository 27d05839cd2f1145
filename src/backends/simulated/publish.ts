import type { Cause } from './types.js';
import type { Gathering } from './context.js';
import { asSeenBy } from './moderation.js';
import { placeOf } from './places.js';
import type { Change, Work } from './work.js';

/**
 * Gathers what one viewer learns of what was written. Who may see what is decided here, from the rows alone, so no
 * handler can forget anyone or tell too much.
 */
export async function gatherChanges(work: Work, to: Gathering, cause?: Cause): Promise<void> {
  const { viewer } = to;

  async function takesPart(conversationId: string): Promise<boolean> {
    return (await placeOf(work, viewer, conversationId)).rank !== 'stranger';
  }
  /** Was inside until now. */
  async function leaves(guid: string): Promise<boolean> {
    const mine = work.changed('members').find((row) => row.guid === guid && row.uid === viewer);
    if (mine && mine.standing !== 'member') return !mine.outside;
    const removed = work.changed('groups').some((row) => row.guid === guid && row.removedAt);
    return removed && (await work.get('members', guid, viewer))?.standing === 'member';
  }

  async function tell({ table, row }: Change): Promise<void> {
    // The rows of one table have one type; `Change` lost the connection.
    const change = { table, row } as {
      [T in Change['table']]: Change<T> & { table: T };
    }[Change['table']];
    switch (change.table) {
      case 'users':
        return to.user(change.row.uid);
      case 'relations': {
        const { uid, other } = change.row;
        if (viewer === uid || viewer === other) await to.user(viewer === uid ? other : uid);
        return;
      }
      case 'groups': {
        const { guid, type } = change.row;
        // Members see how many are here come and go; others see it when they look.
        if (cause === 'presence') {
          return (await takesPart(`group:${guid}`)) ? to.groupAlone(guid) : undefined;
        }
        if (type !== 'private' || (await takesPart(`group:${guid}`)) || (await leaves(guid))) {
          await to.group(guid);
        }
        if (await leaves(guid)) await to.conversation(`group:${guid}`);
        return;
      }
      case 'members': {
        const { guid, uid } = change.row;
        // P4: who is outside already learns nothing more of a private group, not even that they are kept out.
        if (uid === viewer && change.row.outside) {
          const group = await work.get('groups', guid);
          return group?.type === 'private' ? undefined : to.group(guid);
        }
        if (uid === viewer) {
          await to.group(guid);
          await to.conversation(`group:${guid}`);
        }
        if (uid === viewer || (await takesPart(`group:${guid}`))) await to.member(change.row);
        return;
      }
      case 'conversations':
        if (await takesPart(change.row.id)) await to.conversation(change.row.id);
        return;
      case 'states':
        if (change.row.uid === viewer) await to.conversation(change.row.conversationId);
        return;
      case 'receipts':
        if (await takesPart(change.row.conversationId)) await to.receipt(change.row);
        return;
      case 'messages': {
        const { edit, conversationId } = change.row;
        // M12: an edit that waits, or was disapproved of, is nothing to the others.
        if (edit?.rev === work.rev && asSeenBy(change.row, viewer) === change.row) return;
        if (await takesPart(conversationId)) await to.message(change.row);
        return;
      }
      case 'saved':
      case 'interactions':
      case 'threads': {
        const id = change.table === 'threads' ? change.row.parentId : change.row.messageId;
        const message = change.row.uid === viewer && (await work.get('messages', id));
        if (message) await to.message(message);
        return;
      }
      case 'calls':
        if (
          (await takesPart(change.row.conversationId)) ||
          (change.row.receiverType === 'group' && (await leaves(change.row.receiver)))
        )
          await to.call(change.row);
        return;
      default:
      // Nobody is told of tokens, files, flags and the like.
    }
  }

  await Promise.all(work.changes().map(tell));
}
