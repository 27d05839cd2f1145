import type { ChatClient } from '../client/types.js';
import { icons } from '../lit/icons.js';
import { laterIcons } from '../lit/later-icons.js';
import { rowIcons } from '../lit/row-icons.js';
import type { Localize } from '../lit/localize.js';
import '../locales/en-later.js';
import type { Target } from '../protocol/ids.js';
import type { Conversation, Group, User } from '../protocol/records.js';
import type { Attempts } from './attempts.js';
import type { ChatConfirm, Question } from './chat-confirm/chat-confirm.js';
import { editTags } from './chat-tags/edit-tags.js';
import type { MenuItem } from './chat-menu/chat-menu.js';
import { isMuted } from './is-muted.js';
import type { Offers } from './offers.js';
import {
  blockQuestion,
  deleteChatQuestion,
  deleteGroupQuestion,
  leaveQuestion,
} from './words/questions.js';

/** A conversation and whom it is with, as far as they are known. */
export interface Subject {
  readonly target: Target;
  readonly name: string;
  readonly conversation?: Conversation | undefined;
  readonly user?: User | undefined;
  readonly group?: Group | undefined;
}

/** Muting without an end: the largest date there is. */
const forever = 8.64e15;

/** What one may do with a conversation for oneself. */
export function conversationMenu(
  { conversation }: Subject,
  offers: Offers,
  now: number,
  localize: Localize,
): MenuItem[] {
  if (!conversation) return [];
  const pinned = conversation.pinnedAt !== undefined;
  const muted = isMuted(conversation, now);
  const items: (MenuItem | false)[] = [
    conversation.unread > 0 &&
      offers.has('receipt.read') && {
        id: 'read',
        label: localize.term('chatMarkRead'),
        icon: icons.delivered,
      },
    // What the app has pinned stays pinned.
    conversation.pinnedBy !== 'system' &&
      offers.has('conversation.pin') && {
        id: pinned ? 'unpin' : 'pin',
        label: localize.term(pinned ? 'chatUnpin' : 'chatPin'),
        icon: pinned ? laterIcons.pinOff : rowIcons.pin,
      },
    offers.has('conversation.mute') && {
      id: muted ? 'unmute' : 'mute',
      label: localize.term(muted ? 'chatUnmute' : 'chatMute'),
      icon: muted ? laterIcons.bell : rowIcons.bellOff,
    },
    offers.has('conversation.tag') && {
      id: 'tags',
      label: localize.term('tags'),
      icon: laterIcons.tag,
    },
    offers.has('conversation.delete') && {
      id: 'delete',
      label: localize.term('chatDelete'),
      icon: laterIcons.trash,
      danger: true,
    },
  ];
  return items.filter((item): item is MenuItem => item !== false);
}

/** What one may do with the other person, or with one's place in the group. */
export function partyMenu(
  { user, group }: Subject,
  offers: Offers,
  localize: Localize,
): MenuItem[] {
  const items: (MenuItem | false | undefined)[] = [
    user?.blockedByMe
      ? offers.has('user.unblock') && {
          id: 'unblock',
          label: localize.term('personUnblock'),
          icon: laterIcons.user,
        }
      : user?.can.includes('block') && {
          id: 'block',
          label: localize.term('personBlock'),
          icon: rowIcons.ban,
          danger: true,
        },
    group?.can.includes('leave') && {
      id: 'leave',
      label: localize.term('groupLeave'),
      icon: laterIcons.logOut,
      danger: true,
    },
    group?.can.includes('delete') && {
      id: 'deleteGroup',
      label: localize.term('groupDelete'),
      icon: laterIcons.trash,
      danger: true,
    },
  ];
  return items.filter((item): item is MenuItem => Boolean(item));
}

/** Does what a menu item says, or asks first. */
export function act(
  id: string,
  { target, name, user, group }: Subject,
  client: ChatClient,
  on: {
    attempts: Pick<Attempts, 'run'>;
    confirm: Pick<ChatConfirm, 'ask'>;
    localize: Localize;
    /** Holds the `<chat-tags>`. */
    root: ParentNode;
  },
): void {
  const { attempts, confirm, localize, root } = on;
  const { conversations, users } = client;
  // It may have to be loaded first.
  const ask = (question: Question) => void attempts.run('chat-confirm', confirm.ask(question));
  switch (id) {
    case 'read':
      return void attempts.run('receipt.read', conversations.markRead(target));
    case 'pin':
    case 'unpin':
      return void attempts.run('conversation.pin', conversations.pin(target, id === 'pin'));
    case 'mute':
    case 'unmute':
      return void attempts.run(
        'conversation.mute',
        conversations.mute(target, id === 'mute' ? forever : 0),
      );
    case 'tags':
      return void attempts.run('conversation.tag', editTags(root, target));
    case 'delete':
      return ask(deleteChatQuestion(target, name, client, localize));
    case 'block':
      return user && ask(blockQuestion(user, client, localize));
    case 'unblock':
      return void (user && attempts.run('user.unblock', users.unblock(user.id)));
    case 'leave':
      return group && ask(leaveQuestion(group, client, localize));
    case 'deleteGroup':
      return group && ask(deleteGroupQuestion(group, client, localize));
    default:
      return undefined;
  }
}
