import type { ImportResult, LogLine } from '../../../protocol/management.js';
import { appUser } from '../../../protocol/management.js';
import { limits } from '../../../protocol/limits.js';
import { command, type Context, type OwnManagement } from '../context.js';
import { guidOf, listOf, refuse } from '../checks/input.js';
import { uidOfNick } from '../nicks.js';
import { groupNotFound } from '../rules/policy.js';
import type { ConversationRow, GroupRow, MessageRow } from '../storage/rows.js';
import { emptyConversation } from '../changes/timeline.js';

/** Lines in one batch: more would make one transaction too long for those who wait. */
const mostLines = 20_000;
/** Up to so many lines, those who are here are told each message; more are found when the conversation is opened. */
const toldLines = 200;

export const importMessages: Pick<OwnManagement, 'message.import'> = {
  'message.import': command(async (context, params) => {
    const { work, emit, sessions } = context;
    const guid = guidOf(params.guid);
    const group = await work.get('groups', guid);
    if (!group || group.removedAt !== undefined) throw groupNotFound(guid);
    const lines = listOf(params.lines, 'lines');
    if (lines.length > mostLines) {
      throw refuse(
        'limit',
        'ERR_BAD_REQUEST',
        `${lines.length} lines were given, and at most ${mostLines} are taken in one call.`,
      );
    }
    const parsed = lines.map(parse);
    const batch = await begin(context, group, parsed);
    const rejected: { line: number; why: string }[] = [];
    for (const [index, line] of parsed.entries()) {
      const why = take(context, batch, line);
      if (why !== undefined) rejected.push({ line: params.firstLine + index, why });
    }
    const accepted = batch.messages.length;
    if (accepted > 0) {
      if (lines.length > toldLines) work.addMessages(batch.messages);
      else for (const message of batch.messages) work.put('messages', message);
      work.put('groups', batch.group);
      work.put('conversations', batch.conversation);
      // N4: nobody is told each message.
      const { id } = batch.conversation;
      if (lines.length > toldLines) {
        emit({ type: 'refetch', conversationId: id }, sessions.onlineIn(guid));
      }
    }
    return { accepted, rejected } satisfies ImportResult;
  }),
};

interface Batch {
  group: GroupRow;
  conversation: Omit<ConversationRow, 'rev'>;
  readonly members: Map<string, boolean>;
  readonly users: Set<string>;
  readonly messages: Omit<MessageRow, 'rev'>[];
  /** Begins the ids of its messages. */
  readonly id: string;
}

/** Looks up everyone at once: one after the other would take longer than all the rest. */
async function begin(
  { work, now, environment }: Context,
  group: GroupRow,
  lines: readonly (Taken | string)[],
): Promise<Batch> {
  const id = `group:${group.guid}`;
  const uids = new Set<string>();
  for (const line of lines) if (typeof line !== 'string') uids.add(line.uid);
  const batch: Batch = {
    group,
    conversation: (await work.get('conversations', id)) ?? emptyConversation(id, true, now),
    members: new Map(),
    users: new Set(),
    messages: [],
    id: environment.id(),
  };
  await Promise.all(
    [...uids].map(async (uid) => {
      const [member, user] = await Promise.all([
        work.get('members', group.guid, uid),
        work.get('users', uid),
      ]);
      if (member) batch.members.set(uid, member.standing === 'member');
      if (user) batch.users.add(uid);
    }),
  );
  return batch;
}

/** Says why a line cannot be taken, or takes it. */
function take(context: Context, batch: Batch, line: Taken | string): string | undefined {
  if (typeof line === 'string') return line;
  const { uid, at, from, text } = line;
  if (!isMember(context, batch, uid, from, at)) {
    return `"${from}" is no member any more, or the group is full.`;
  }
  const before = batch.conversation;
  const seq = before.seq + 1;
  const row: Omit<MessageRow, 'rev'> = {
    id: `${batch.id}-${seq}`,
    conversationId: before.id,
    seq,
    sender: uid,
    receiverType: 'group',
    receiver: batch.group.guid,
    category: 'message',
    type: 'text',
    text,
    sentAt: at,
    counts: true,
  };
  batch.messages.push(row);
  batch.conversation = {
    ...before,
    seq,
    lastId: row.id,
    lastSeq: seq,
    counted: before.counted + 1,
    activeAt: Math.max(at, before.lastId === undefined ? 0 : before.activeAt),
  };
  return undefined;
}

/** A line that can be taken. */
interface Taken {
  readonly uid: string;
  readonly at: number;
  readonly from: string;
  readonly text: string;
}

function parse(given: unknown): Taken | string {
  if (typeof given !== 'string') return 'It is not a text.';
  let line: Partial<Record<keyof LogLine, unknown>> | null;
  try {
    line = JSON.parse(given) as typeof line;
  } catch {
    return 'It is not JSON.';
  }
  if (typeof line !== 'object' || line === null) return 'It is not a JSON object.';
  const { at, kind, from, text: said } = line;
  const time = typeof at === 'string' ? Date.parse(at) : NaN;
  if (Number.isNaN(time)) return '"at" is not a time in ISO 8601.';
  if (kind !== 'message' && kind !== 'action') return '"kind" is neither "message" nor "action".';
  if (typeof from !== 'string' || from.trim() === '') return '"from" is empty.';
  if (from.length > limits.nameLength) {
    return `"from" has more than ${limits.nameLength} characters.`;
  }
  // Someone may have said nothing: a log is kept as it was.
  const uid = uidOfNick(from);
  if (uid === appUser) return '"from" is the name of the app itself.';
  if (typeof said !== 'string') return '"text" is not a text.';
  const text = kind === 'action' ? `/me ${said}` : said;
  if (text.length > limits.textLength)
    return `"text" has more than ${limits.textLength} characters.`;
  return { uid, at: time, from, text };
}

/** People who are not there yet are created, and become members. */
function isMember({ work }: Context, batch: Batch, uid: string, name: string, at: number): boolean {
  const known = batch.members.get(uid);
  if (known !== undefined) return known;
  const { group, conversation, members, users } = batch;
  if (group.membersCount >= limits.membersPerGroup) return false;
  const nameKey = name.toLowerCase();
  if (!users.has(uid)) {
    work.putQuietly('users', { uid, name, nameKey, role: 'default', createdAt: at });
  }
  work.putQuietly('members', {
    guid: group.guid,
    uid,
    nameKey,
    scope: 'participant',
    standing: 'member',
    joinedAt: at,
    joinedSeq: conversation.seq,
    joinedCounted: conversation.counted,
  });
  members.set(uid, true);
  users.add(uid);
  batch.group = { ...group, membersCount: group.membersCount + 1 };
  return true;
}
