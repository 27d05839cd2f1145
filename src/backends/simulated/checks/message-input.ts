import { mentionsIn, type Target } from '../../../protocol/ids.js';
import { limits } from '../../../protocol/limits.js';
import type { MessageDraft } from '../../../protocol/operations.js';
import type {
  Attachment,
  InteractionGoal,
  JsonObject,
  MessageCategory,
} from '../../../protocol/records.js';
import type { Context } from '../context.js';
import {
  booleanOf,
  given,
  jsonOf,
  listOf,
  mintedId,
  objectOf,
  oneOf,
  refuse,
  tagsOf,
  textOf,
  textsOf,
  timeOf,
} from './input.js';
import type { MessageRow } from '../storage/rows.js';

/** Checks a message as its author wrote it. */

const mediaTypes = ['image', 'video', 'audio', 'file'] as const;
/** The addresses of uploaded files; `file.get` reads them. */
export const fileScheme = 'chat-file:';

export type Content = Pick<
  MessageRow,
  | 'id'
  | 'category'
  | 'type'
  | 'text'
  | 'attachments'
  | 'data'
  | 'conversationText'
  | 'updateConversation'
  | 'metadata'
  | 'tags'
  | 'mentions'
  | 'mentionsAll'
  | 'interactionGoal'
  | 'allowSenderInteraction'
>;

export async function contentOf(
  context: Context,
  target: Target,
  draft: MessageDraft,
): Promise<Content> {
  objectOf(draft, 'message');
  const id = mintedId(draft.id, 'message id');
  const category = oneOf(
    draft.category ?? 'message',
    ['message', 'custom', 'interactive'],
    'category',
    'ERR_INVALID_MESSAGE_CATEGORY',
  );
  const type = typeOf(category, draft.type);
  const text = given(draft.text, textOfMessage);
  if (category === 'message' && type === 'text' && (text ?? '').trim() === '') {
    throw refuse(
      'invalid',
      'ERR_EMPTY_MESSAGE_TEXT',
      'The message has no text: write something first.',
    );
  }
  const media = mediaTypes.includes(type as (typeof mediaTypes)[number]) && category === 'message';
  const content: Content = {
    id,
    category,
    type,
    text,
    attachments:
      media || draft.attachments !== undefined
        ? await attachmentsOf(context, draft.attachments)
        : undefined,
    data: dataOf(category, draft.data),
    conversationText: given(draft.conversationText, (value) =>
      textOf(value, 'conversationText', limits.descriptionLength),
    ),
    metadata: metadataOf(draft.metadata),
    tags: given(draft.tags, tagsOf),
    ...(await namesIn(context, target, text)),
    ...(category === 'custom' && {
      updateConversation: given(draft.updateConversation, (value) =>
        booleanOf(value, 'updateConversation'),
      ),
    }),
    ...(category === 'interactive' && interactionOf(draft)),
  };
  demandSize(content);
  return content;
}

/** M8: what is waited for, and whether the author may do it too. */
function interactionOf({ interactionGoal, allowSenderInteraction }: MessageDraft) {
  const allowed = given(allowSenderInteraction, (value) =>
    booleanOf(value, 'allowSenderInteraction'),
  );
  const goal = given(interactionGoal, goalOf);
  return { interactionGoal: goal, allowSenderInteraction: allowed || undefined };
}

function goalOf(value: unknown): InteractionGoal {
  const { type: given, elementIds } = objectOf(value, 'interactionGoal');
  const kinds = ['anyAction', 'anyOf', 'allOf', 'none'] as const;
  const type = oneOf(given, kinds, 'interactionGoal', 'ERR_INVALID_MESSAGE_DATA');
  if (type === 'anyAction' || type === 'none') return { type };
  const ids = [...new Set(textsOf(elementIds, 'elementIds'))];
  if (ids.length === 0 || ids.length > limits.interactionElements) {
    throw refuse(
      'invalid',
      'ERR_INVALID_MESSAGE_DATA',
      `A goal of this type names 1 to ${limits.interactionElements} elements.`,
    );
  }
  return { type, elementIds: ids };
}

function typeOf(category: MessageCategory, value: unknown): string {
  const type = textOf(value, 'type', limits.idLength);
  const known = ['text', ...mediaTypes].includes(type);
  if (type !== '' && (category !== 'message' || known)) return type;
  throw refuse(
    'invalid',
    type === '' ? 'ERR_EMPTY_MESSAGE_TYPE' : 'ERR_INVALID_MESSAGE_TYPE',
    `"${type}" is no type of a message: use text, ${mediaTypes.join(', ')}, or the category custom for your own.`,
  );
}

export function textOfMessage(value: unknown): string {
  return textOf(value, 'message text', limits.textLength);
}

export function metadataOf(value: unknown): JsonObject | undefined {
  return given(value, (metadata) => jsonOf(metadata, 'metadata', limits.messageDataSize));
}

export function dataOf(category: MessageCategory, value: unknown): JsonObject | undefined {
  if (value === undefined && category !== 'message') {
    throw refuse(
      'invalid',
      'ERR_EMPTY_CUSTOM_DATA',
      `A message of the category ${category} needs "data".`,
    );
  }
  return given(value, (data) => jsonOf(data, 'data', limits.messageDataSize));
}

export function demandSize(content: object): void {
  const size = JSON.stringify(content).length;
  if (size <= limits.messageSize) return;
  throw refuse(
    'too-large',
    'ERR_INVALID_MESSAGE_DATA',
    `The message takes ${size} characters in all, and at most ${limits.messageSize} are allowed.`,
  );
}

async function attachmentsOf(context: Context, value: unknown): Promise<readonly Attachment[]> {
  const list = value === undefined ? [] : listOf(value, 'attachments');
  if (list.length === 0) {
    throw refuse(
      'invalid',
      'ERR_EMPTY_MESSAGE_FILE',
      'A message of this type needs at least one file.',
    );
  }
  if (list.length > limits.attachments) {
    throw refuse(
      'limit',
      'ERR_FILE_COUNT_EXCEEDED',
      `${list.length} files were given, and at most ${limits.attachments} go into one message.`,
    );
  }
  const attachments = await Promise.all(list.map((item) => attachmentOf(context, item)));
  const size = attachments.reduce((sum, attachment) => sum + attachment.size, 0);
  if (size > limits.uploadSize) {
    throw refuse(
      'too-large',
      'ERR_FILE_SIZE_EXCEEDED',
      `The files take ${size} bytes, and at most ${limits.uploadSize} are allowed.`,
    );
  }
  return attachments;
}

async function attachmentOf({ work, me }: Context, value: unknown): Promise<Attachment> {
  const { url, name, mimeType, size, width, height, duration, alt } = objectOf(value, 'attachment');
  const address = textOf(url, 'url', limits.messageSize);
  if (address.startsWith(fileScheme)) {
    const file = await work.get('files', address.slice(fileScheme.length));
    if (!file || file.uid !== me) {
      throw refuse(
        'not-found',
        'ERR_EMPTY_MESSAGE_FILE',
        `You have uploaded no file "${address}".`,
      );
    }
  } else if (!/^(https?:\/\/|data:(image|video|audio|application|text)\/)/i.test(address)) {
    throw refuse(
      'invalid',
      'ERR_INVALID_MEDIA_MESSAGE',
      'A file needs an address that begins with https://, http:// or data:, or one that file.upload gave.',
    );
  }
  const number = (field: unknown, what: string) => given(field, (given) => timeOf(given, what));
  const optional = {
    width: number(width, 'width'),
    height: number(height, 'height'),
    duration: number(duration, 'duration'),
    alt: given(alt, (given) => textOf(given, 'alt', 1000)),
  };
  return {
    url: address,
    name: textOf(name, 'name', limits.descriptionLength),
    mimeType: textOf(mimeType, 'mimeType', limits.nameLength),
    size: timeOf(size, 'size'),
    ...(Object.fromEntries(
      Object.entries(optional).filter(([, given]) => given !== undefined),
    ) as Partial<Attachment>),
  };
}

/** Those whom a text names and who exist; everyone only in groups. */
export async function namesIn(
  { work }: Context,
  target: Target,
  text: string | undefined,
): Promise<Pick<Content, 'mentions' | 'mentionsAll'>> {
  const { uids, all } = mentionsIn(text ?? '');
  if (uids.length > limits.mentions) {
    throw refuse(
      'limit',
      'ERROR_MENTIONS_EXCEEDED',
      `${uids.length} people are mentioned, and at most ${limits.mentions} may be.`,
    );
  }
  const found = await Promise.all(uids.map((uid) => work.get('users', uid)));
  const mentions = found.filter((row) => row !== undefined).map(({ uid }) => uid);
  return {
    mentions: mentions.length > 0 ? mentions : undefined,
    mentionsAll: (all && target.guid !== undefined) || undefined,
  };
}
