import type { MessageFilter } from '../../../protocol/queries.js';
import type { Context } from '../context.js';
import { booleanOf, given, refuse, searchOf, textsOf, timeOf } from '../checks/input.js';
import { apartFrom } from '../places.js';
import type { MessageRow } from '../storage/rows.js';
import type { Reader } from '../storage/storage.js';

export type Keep = (row: MessageRow) => boolean;

/** A filter of messages as a test of one row; undefined where it lets everything pass. All that is given must hold. */
export async function filterOf(
  context: Context,
  filter: MessageFilter,
  readSeq: (conversationId: string) => number,
): Promise<Keep | undefined> {
  const tests: Keep[] = [];
  const flag = (name: keyof MessageFilter, test: Keep) => {
    if (given(filter[name], (value) => booleanOf(value, name)) === true) tests.push(test);
  };
  const list = (
    name: keyof MessageFilter,
    test: (row: MessageRow, wanted: readonly string[]) => boolean,
  ) => {
    const wanted = given(filter[name], (value) => textsOf(value, name));
    if (wanted) tests.push((row) => test(row, wanted));
  };
  const { me, work } = context;

  list('categories', (row, wanted) => wanted.includes(row.category));
  list('types', (row, wanted) => wanted.includes(row.type));
  list('tags', (row, wanted) => !!row.tags?.some((tag) => wanted.includes(tag)));
  list('attachmentTypes', (row, wanted) => row.category === 'message' && wanted.includes(row.type));
  list('mentioned', (row, wanted) => !!row.mentions?.some((uid) => wanted.includes(uid)));
  flag('unread', (row) => row.sender !== me && row.seq > readSeq(row.conversationId));
  flag('hideDeleted', (row) => row.deletedAt === undefined);
  flag('hideReplies', (row) => row.parentId === undefined || row.broadcast === true);
  flag('hideQuotes', (row) => row.quotedId === undefined);
  flag('hasAttachments', (row) => row.attachments !== undefined);
  flag('hasLinks', (row) => /https?:\/\//i.test(row.text ?? ''));
  flag('hasMentions', (row) => row.mentions !== undefined || row.mentionsAll === true);
  flag('hasReactions', (row) => row.reactions !== undefined);
  flag('pinned', (row) => row.pinnedAt !== undefined);

  const search = searchOf(filter.search);
  if (search) tests.push((row) => matches(row, search));
  const since = given(filter.updatedAfter, (value) => timeOf(value, 'updatedAfter'));
  const updatesOnly = given(filter.updatesOnly, (value) => booleanOf(value, 'updatesOnly'));
  if (updatesOnly && since === undefined) {
    throw refuse('invalid', 'NOT_ENOUGH_PARAMETERS', '"updatesOnly" needs "updatedAfter".');
  }
  if (since !== undefined) {
    const own = await changedFor(me, work, since);
    const changed = (row: MessageRow) => (row.changedAt ?? 0) >= since || own.has(row.id);
    if (updatesOnly) tests.push((row) => changed(row) && row.sentAt < since);
    else tests.push((row) => changed(row) || row.sentAt >= since);
  }
  if (given(filter.hideBlocked, (value) => booleanOf(value, 'hideBlocked'))) {
    const apart = await apartFrom(work, me);
    tests.push((row) => !apart.has(row.sender));
  }
  if (given(filter.saved, (value) => booleanOf(value, 'saved'))) {
    const saved = await work.range('saved', 'at', { prefix: [me] });
    const ids = new Set(saved.map(({ messageId }) => messageId));
    tests.push((row) => ids.has(row.id));
  }
  if (given(filter.goalCompleted, (value) => booleanOf(value, 'goalCompleted'))) {
    const used = await work.range('interactions', 'user', { prefix: [me] });
    const met = used.filter((row) => row.goalCompletedAt !== undefined);
    const ids = new Set(met.map(({ messageId }) => messageId));
    tests.push((row) => ids.has(row.id));
  }
  return tests.length > 0 ? (row) => tests.every((test) => test(row)) : undefined;
}

/** Messages that are other than before for this person alone: saved, or not any more, or interacted with. */
async function changedFor(me: string, work: Reader, since: number): Promise<Set<string>> {
  const saved = await work.range('saved', 'key', { prefix: [me] });
  const used = await work.range('interactions', 'user', { prefix: [me] });
  return new Set([
    ...saved.filter(({ changedAt = 0 }) => changedAt >= since).map(({ messageId }) => messageId),
    ...used
      .filter(({ interactions }) => (interactions.at(-1)?.at ?? 0) >= since)
      .map(({ messageId }) => messageId),
  ]);
}

function matches(row: MessageRow, search: string): boolean {
  if (row.deletedAt !== undefined || row.category === 'action') return false;
  return (
    !!row.text?.toLowerCase().includes(search) ||
    !!row.conversationText?.toLowerCase().includes(search) ||
    !!row.attachments?.some(({ name }) => name.toLowerCase().includes(search))
  );
}
