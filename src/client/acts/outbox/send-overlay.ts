import {
  conversationId,
  conversationTarget,
  mentionsIn,
  type Target,
} from '../../../protocol/ids.js';
import { messageActions, rankOf } from '../../../protocol/permissions.js';
import type { Attachment, Conversation, Message } from '../../../protocol/records.js';
import { receiverOf } from '../../../protocol/record-ids.js';
import type { Upload } from '../../command.js';
import { without } from '../../stores/without.js';
import type { Overlay, View } from './overlay-types.js';
import { aboutOf } from './uploads.js';

/** A message as it would be, its conversation moved up by it, and its thread longer. */
export const sendOverlay: Overlay<'message.send'> = ({ target, message: draft }, view, command) => {
  if (view.get('messages', draft.id)) return undefined;
  const group = target.guid === undefined ? undefined : view.get('groups', target.guid);
  const conversation = conversationId(view.me, target);
  const { category = 'message', ...content } = draft;
  const mentions = mentionsIn(draft.text ?? '');
  const message: Message = {
    ...content,
    rev: 0,
    category,
    conversationId: conversation,
    // After everything the server has numbered.
    seq: Number.MAX_SAFE_INTEGER,
    sender: view.me,
    ...receiverOf(target),
    ...(command.uploads && {
      attachments: command.uploads.map((upload) => previewOf(upload, view)),
    }),
    ...(mentions.uids.length > 0 && { mentions: mentions.uids }),
    ...(mentions.all && { mentionsAll: true }),
    sentAt: command.queuedAt,
    can: messageActions({
      category,
      type: draft.type,
      mine: true,
      deleted: false,
      group: target.guid !== undefined,
      rank: group ? rankOf(view.me, group.owner, group.scope) : 'owner',
    }),
  };
  const held = view.get('conversations', conversation);
  // What failed a while ago does not hide what came since.
  if (command.error && held && held.activeAt > command.queuedAt) return { messages: [message] };
  const isAside = draft.parentId !== undefined && !draft.broadcast;
  const stays = isAside || draft.updateConversation === false;
  const moves = !stays || !held;
  return {
    messages: [message, ...(command.error ? [] : parentOf(view, message, 1))],
    ...(moves && {
      conversations: [withLast(held ?? newConversation(view.me, target), message)],
    }),
  };
};

/** Its thread has one reply more, or one less. */
export function parentOf(view: View, { parentId }: Message, by: 1 | -1): Message[] {
  const parent = parentId === undefined ? undefined : view.get('messages', parentId);
  return parent ? [{ ...parent, replyCount: Math.max(0, (parent.replyCount ?? 0) + by) }] : [];
}

function previewOf(upload: Upload, view: View): Attachment {
  return {
    url: view.preview(upload),
    name: upload.name,
    mimeType: upload.file.type || 'application/octet-stream',
    size: upload.file.size,
    ...aboutOf(upload),
  };
}

function newConversation(me: string, target: Target): Conversation {
  const id = conversationId(me, target);
  const { receiver, receiverType } = receiverOf(conversationTarget(me, id));
  return {
    id,
    rev: 0,
    type: receiverType,
    with: receiver,
    activeAt: 0,
    unread: 0,
    unreadMentions: 0,
    readSeq: 0,
  };
}

function withLast(conversation: Conversation, message: Message): Conversation {
  return {
    ...without(conversation, 'removedAt'),
    lastMessageId: message.id,
    activeAt: Math.max(conversation.activeAt, message.sentAt),
  };
}
