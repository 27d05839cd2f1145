import type { ChatClient } from '../../client/types.js';
import type { Localize } from '../../lit/localize.js';
import '../../locales/en-later.js';
import type { Target } from '../../protocol/ids.js';
import type { Group, User } from '../../protocol/records.js';
import type { Question } from '../chat-confirm/chat-confirm.js';

// What several elements ask before they do it.

export function leaveQuestion(group: Group, client: ChatClient, localize: Localize): Question {
  return {
    heading: localize.term('groupLeaveAsk', group.name),
    text: localize.term('groupLeaveText'),
    action: localize.term('groupLeave'),
    danger: true,
    run: () => client.groups.leave(group.id),
  };
}

export function deleteGroupQuestion(
  group: Group,
  client: ChatClient,
  localize: Localize,
): Question {
  return {
    heading: localize.term('groupDeleteAsk', group.name),
    text: localize.term('groupDeleteText'),
    action: localize.term('groupDelete'),
    danger: true,
    run: () => client.groups.delete(group.id),
  };
}

export function blockQuestion(user: User, client: ChatClient, localize: Localize): Question {
  return {
    heading: localize.term('personBlockAsk', user.name),
    text: localize.term('personBlockText'),
    action: localize.term('personBlock'),
    danger: true,
    run: () => client.users.block(user.id),
  };
}

export function deleteChatQuestion(
  target: Target,
  name: string,
  client: ChatClient,
  localize: Localize,
): Question {
  return {
    heading: localize.term('chatDeleteAsk', name),
    text: localize.term('chatDeleteText'),
    action: localize.term('chatDelete'),
    danger: true,
    run: () => client.conversations.delete(target),
  };
}

export function signOutQuestion(client: ChatClient, localize: Localize): Question {
  return {
    heading: localize.term('signOutAsk'),
    text: localize.term('signOutText'),
    action: localize.term('signOut'),
    danger: true,
    run: () => client.signOut(),
  };
}
