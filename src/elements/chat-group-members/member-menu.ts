import type { ChatClient, MemberItem } from '../../client/types.js';
import { laterIcons } from '../../lit/later-icons.js';
import { rowIcons } from '../../lit/row-icons.js';
import type { Localize } from '../../lit/localize.js';
import '../../locales/en-later.js';
import type { Scope } from '../../protocol/records.js';
import type { Question } from '../chat-confirm/chat-confirm.js';
import type { MenuItem } from '../chat-menu/chat-menu.js';

export function memberName({ member, user }: MemberItem): string {
  return user?.name ?? member.uid;
}

/** What may be done with a member: exactly what the record says. */
export function memberMenu({ member }: MemberItem, me: string | undefined, localize: Localize) {
  const { can, scopes = [] } = member;
  const items: (MenuItem | false)[] = [
    member.uid !== me && {
      id: 'message',
      label: localize.term('personMessage'),
      icon: rowIcons.thread,
    },
    ...(can.includes('scope')
      ? scopes.map((scope) => ({
          id: `scope ${scope}`,
          label: localize.term('memberMake', scope),
          icon: scope === 'participant' ? laterIcons.user : rowIcons.shield,
        }))
      : []),
    can.includes('transfer') && {
      id: 'transfer',
      label: localize.term('memberTransfer'),
      icon: laterIcons.crown,
    },
    can.includes('unban') && {
      id: 'unban',
      label: localize.term('memberUnban'),
      icon: laterIcons.userPlus,
    },
    can.includes('kick') && {
      id: 'kick',
      label: localize.term('memberKick'),
      icon: laterIcons.userMinus,
      danger: true,
    },
    can.includes('ban') && {
      id: 'ban',
      label: localize.term('memberBan'),
      icon: rowIcons.ban,
      danger: true,
    },
  ];
  return items.filter((item): item is MenuItem => item !== false);
}

/** The scope that a menu item gives. */
export function scopeOf(id: string): Scope | undefined {
  const [verb, scope] = id.split(' ');
  return verb === 'scope' ? (scope as Scope) : undefined;
}

/** What is asked first; undefined for what is done at once. */
export function memberQuestion(
  id: string,
  item: MemberItem,
  { members, groups }: ChatClient,
  localize: Localize,
): Question | undefined {
  const { guid, uid } = item.member;
  const name = memberName(item);
  switch (id) {
    case 'kick':
      return {
        heading: localize.term('memberKickAsk', name),
        text: localize.term('memberKickText'),
        action: localize.term('memberKick'),
        danger: true,
        run: () => members.kick(guid, uid),
      };
    case 'ban':
      return {
        heading: localize.term('memberBanAsk', name),
        text: localize.term('memberBanText'),
        action: localize.term('memberBan'),
        danger: true,
        run: () => members.ban(guid, uid),
      };
    case 'transfer':
      return {
        heading: localize.term('memberTransferAsk', name),
        text: localize.term('memberTransferText'),
        action: localize.term('memberTransfer'),
        danger: true,
        run: () => groups.transfer(guid, uid),
      };
    default:
      return undefined;
  }
}
