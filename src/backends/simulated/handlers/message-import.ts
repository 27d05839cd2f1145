import type { ImportResult, LogLine } from '../../../protocol/management.js';
import { limits } from '../../../protocol/limits.js';
import { command, type Context, type ManagementHandlers } from '../context.js';
import { guidOf, listOf, refuse } from '../input.js';
import { uidOfNick } from '../nicks.js';
import { groupNotFound } from '../policy.js';
import type { ConversationRow, GroupRow, MessageRow } from '../storage/rows.js';
import { emptyConversation } from '../timeline.js';

/** Lines in one batch: more would make one transaction too long for those who wait. */
const mostLines = 20_000;
/** Up to so many lines, those who are here are told each message; more are found when the conversation is opened. */
const toldLines = 200;

export const importMessages: Pick<ManagementHandlers, 'message.import'> = {
  'message.import': command(async (context, params) => {
    const { work, now } = context;
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
    const id = `group:${guid}`;
    const batch: Batch = {
      group,
      conversation: (await work.get('conversations', id)) ?? {
        ...emptyConversation(id, true, now),
        rev: 0,
      },
      members: new Map(),
    };
    const rejected: { line: number; why: string }[] = [];
    for (const [index, line] of lines.entries()) {
      const why = await take(context, batch, line, lines.length <= toldLines);
      if (why !== undefined) rejected.push({ line: params.firstLine + index, why });
    }
    const accepted = lines.length - rejected.length;
    if (accepted > 0) {
      work.put('groups', batch.group);
      work.put('conversations', batch.conversation);
    }
    return { accepted, rejected } satisfies ImportResult;
  }),
};

interface Batch {
  group: GroupRow;
  conversation: ConversationRow;
  /** Who of this batch is a member, so that nobody is looked up twice. */
  readonly members: Map<string, boolean>;
}

/** Says why a line cannot be taken, or takes it. */
async function take(
  context: Context,
  batch: Batch,
  text: unknown,
  told: boolean,
): Promise<string | undefined> {
  const line = parse(text);
  if (typeof line === 'string') return line;
  const uid = uidOfNick(line.from);
  const at = Date.parse(line.at);
  if (!(await isMember(context, batch, uid, line.from, at)))
    return `"${line.from}" is banned, or the group is full.`;
  const { work, environment } = context;
  const seq = batch.conversation.seq + 1;
  const row: Omit<MessageRow, 'rev'> = {
    ...{ id: environment.id(), conversationId: batch.conversation.id, seq, sender: uid },
    ...{ receiverType: 'group', receiver: batch.group.guid, category: 'message', type: 'text' },
    text: line.kind === 'action' ? `/me ${line.text}` : line.text,
    ...{ sentAt: at, counts: true },
  };
  if (told) work.put('messages', row);
  else work.putQuietly('messages', row);
  batch.conversation = {
    ...batch.conversation,
    ...{
      seq,
      lastId: row.id,
      lastSeq: seq,
      activeAt: Math.max(
        at,
        batch.conversation.lastId === undefined ? 0 : batch.conversation.activeAt,
      ),
    },
    counted: batch.conversation.counted + 1,
  };
  return undefined;
}

function parse(text: unknown): LogLine | string {
  if (typeof text !== 'string') return 'It is not a text.';
  let line: Partial<Record<keyof LogLine, unknown>>;
  try {
    line = JSON.parse(text) as typeof line;
  } catch {
    return 'It is not JSON.';
  }
  if (typeof line !== 'object' || line === null) return 'It is not a JSON object.';
  const { at, kind, from, text: said } = line;
  if (typeof at !== 'string' || Number.isNaN(Date.parse(at)))
    return '"at" is not a time in ISO 8601.';
  if (kind !== 'message' && kind !== 'action') return '"kind" is neither "message" nor "action".';
  if (typeof from !== 'string' || from.trim() === '') return '"from" is empty.';
  if (from.length > limits.nameLength)
    return `"from" has more than ${limits.nameLength} characters.`;
  if (typeof said !== 'string' || said.trim() === '') return '"text" is empty.';
  if (said.length > limits.textLength)
    return `"text" has more than ${limits.textLength} characters.`;
  return { at, kind, from, text: said };
}

/** People who are not there yet are created, and become members. */
async function isMember(
  { work }: Context,
  batch: Batch,
  uid: string,
  name: string,
  at: number,
): Promise<boolean> {
  const known = batch.members.get(uid);
  if (known !== undefined) return known;
  const { group, conversation } = batch;
  const member = await work.get('members', group.guid, uid);
  const full = group.membersCount >= limits.membersPerGroup;
  const admitted = member ? member.standing === 'member' : !full;
  batch.members.set(uid, admitted);
  if (member || !admitted) return admitted;
  const nameKey = name.toLowerCase();
  if (!(await work.get('users', uid))) {
    work.putQuietly('users', { uid, name, nameKey, role: 'default', createdAt: at });
  }
  work.putQuietly('members', {
    ...{ guid: group.guid, uid, nameKey, scope: 'participant', standing: 'member' },
    ...{ joinedAt: at, joinedSeq: conversation.seq, joinedCounted: conversation.counted },
  });
  batch.group = { ...group, membersCount: group.membersCount + 1 };
  return true;
}
