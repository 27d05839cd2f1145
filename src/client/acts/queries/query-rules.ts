import { ChatError } from '../../../protocol/errors.js';
import { pageLimits, type PagedOperation } from '../../../protocol/page-limits.js';

/** What a filter may hold: text, yes or no, a moment, any texts, one or several of a few words, or something of its own. */
type Rule = 'text' | 'flag' | 'time' | 'texts' | 'other' | Words;
interface Words {
  readonly words: readonly string[];
  readonly several?: true;
  /** The domain's name of the mistake. */
  readonly detail: string;
}

const word = (detail: string, ...words: string[]): Words => ({ words, detail });
const words = (detail: string, ...several: string[]): Words => ({
  words: several,
  several: true,
  detail,
});
const status = word('INVALID_STATUS_VALUE', 'online', 'offline');
const scopes = words('INVALID_SCOPE_VALUE', 'admin', 'moderator', 'participant');
const files = words('INVALID_ATTACHMENTTYPES', 'image', 'video', 'audio', 'file');
const categories = ['message', 'custom', 'action', 'call', 'interactive'];

const messages: Readonly<Record<string, Rule>> = {
  target: 'other',
  search: 'text',
  tags: 'texts',
  types: 'texts',
  mentioned: 'texts',
  unread: 'flag',
  hideDeleted: 'flag',
  hideReplies: 'flag',
  hideBlocked: 'flag',
  hideQuotes: 'flag',
  hasAttachments: 'flag',
  goalCompleted: 'flag',
  hasLinks: 'flag',
  hasMentions: 'flag',
  hasReactions: 'flag',
  pinned: 'flag',
  saved: 'flag',
  categories: words('INVALID_CATEGORY', ...categories),
  attachmentTypes: files,
  updatedAfter: 'time',
  updatesOnly: 'flag',
};

const rules = {
  'user.list': {
    search: 'text',
    roles: 'texts',
    tags: 'texts',
    uids: 'texts',
    friendsOnly: 'flag',
    hideBlocked: 'flag',
    status,
    searchIn: words('INVALID_SEARCHIN', 'name', 'uid'),
    sortBy: word('INVALID_SORTBY', 'status', 'name'),
    order: word('INVALID_SORTBYORDER', 'asc', 'desc'),
  },
  'user.blocked': {
    search: 'text',
    direction: word('INVALID_DIRECTION_VALUE', 'both', 'blockedByMe', 'hasBlockedMe'),
  },
  'group.list': {
    search: 'text',
    joinedOnly: 'flag',
    tags: 'texts',
    types: words('INVALID_GROUP_TYPE', 'public', 'password', 'private'),
  },
  'member.list': { search: 'text', scopes, status },
  'member.banned': { search: 'text', scopes },
  'conversation.list': {
    search: 'text',
    unread: 'flag',
    tags: 'texts',
    includeBlocked: 'flag',
    userTags: 'texts',
    groupTags: 'texts',
    muted: 'flag',
    type: word('INVALID_CONVERSATION_TYPE', 'user', 'group'),
    pinnedBy: words('INVALID_PINNEDBY', 'me', 'system'),
  },
  'message.list': { ...messages, parentId: 'text', from: 'other' },
  'message.search': messages,
  'reaction.list': { reaction: 'text' },
  'thread.list': { target: 'other', participated: 'flag' },
  'call.list': {
    target: 'other',
    since: 'time',
    until: 'time',
    type: word('ERROR_INVALID_TYPE', 'audio', 'video'),
    receiverType: word('INVALID_RECEIVER_TYPE', 'user', 'group'),
    direction: word('INVALID_DIRECTION_VALUE', 'incoming', 'outgoing'),
    status: word(
      'INVALID_STATUS_VALUE',
      ...['initiated', 'ongoing', 'unanswered', 'rejected', 'busy', 'cancelled', 'ended'],
      'missed',
    ),
  },
} as const satisfies { readonly [O in PagedOperation]?: Readonly<Record<string, Rule>> };
export type QueryName = keyof typeof rules;

/**
 * A filter as it was given, found in order, with the size of its pages: a mistake is told when the query is made, and
 * nothing is ever clamped (M5).
 */
export function checked<F extends object>(
  operation: QueryName,
  filter: F,
): F & { readonly limit: number } {
  const allowed: Readonly<Record<string, Rule>> = rules[operation];
  for (const [name, value] of Object.entries(filter as Readonly<Record<string, unknown>>)) {
    if (name === 'limit' || value === undefined) continue;
    const rule = allowed[name];
    if (rule === undefined) {
      const known = [...Object.keys(allowed), 'limit'].join(', ');
      throw new TypeError(`A query of ${operation} has no filter "${name}". It knows ${known}.`);
    }
    const mistake = mistakeIn(rule, value);
    if (mistake === undefined) continue;
    const called = name === 'search' ? 'SEARCH_KEYWORD' : name.toUpperCase();
    const detail = typeof rule === 'object' ? rule.detail : `INVALID_${called}`;
    throw new ChatError('invalid', `"${name}" of a query of ${operation} is ${mistake}.`, {
      detail,
    });
  }
  return { ...filter, limit: limitOf(operation, filter) };
}

function limitOf(operation: QueryName, filter: { readonly limit?: unknown }): number {
  const [usual, most] = pageLimits[operation];
  const { limit = usual } = filter;
  if (typeof limit === 'number' && Number.isInteger(limit) && limit >= 1 && limit <= most)
    return limit;
  throw new ChatError(
    'limit',
    `A page of ${operation} has 1 to ${most} entries, not ${String(limit)}. Ask for ${most}, and for the next page.`,
    { detail: operation === 'thread.list' ? 'INVALID_SET_LIMIT' : 'ERROR_SET_LIMIT_EXCEEDED' },
  );
}

function mistakeIn(rule: Rule, value: unknown): string | undefined {
  const isTexts = Array.isArray(value) && value.every((one) => typeof one === 'string');
  if (rule === 'other') return undefined;
  if (rule === 'text') return typeof value === 'string' ? undefined : 'no text';
  if (rule === 'flag') return typeof value === 'boolean' ? undefined : 'neither true nor false';
  if (rule === 'time') return Number.isFinite(value) ? undefined : 'no time in Unix milliseconds';
  if (rule === 'texts') return isTexts ? undefined : 'no list of texts';
  const isKnown = rule.several
    ? isTexts && (value as readonly string[]).every((one) => rule.words.includes(one))
    : rule.words.includes(value as string);
  return isKnown
    ? undefined
    : `not ${rule.several ? 'a list of' : 'one of'} ${rule.words.join(', ')}`;
}
