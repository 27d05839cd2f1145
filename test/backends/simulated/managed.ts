import type { ManagementName, ManagementOperations } from '../../../src/protocol/management.js';

const ana = { uid: 'ana' };
const both = { uid: 'ana', uids: ['ben'] };
const kiln = { guid: 'kiln' };
const member = { guid: 'kiln', uid: 'ben' };
const text = { type: 'text', text: 'x' };
const role = { role: 'default' };

/** Every operation of management, as it may be asked: a new one without a line does not pass the type check. */
export const managed: { readonly [N in ManagementName]: ManagementOperations[N]['params'] } = {
  ...{ 'key.list': {}, 'key.create': { name: 'k', kind: 'auth' } },
  ...{ 'key.update': { key: 'x', name: 'k' }, 'key.delete': { key: 'x' } },
  ...{ 'user.get': ana, 'user.list': {}, 'presence.count': {} },
  'user.create': { uid: 'new', name: 'New' },
  'user.createAll': { users: [{ uid: 'new', name: 'New' }] },
  ...{ 'user.update': ana, 'user.deactivate': ana, 'user.reactivate': ana, 'user.delete': ana },
  ...{ 'user.deactivateAll': { uids: ['ana'] }, 'user.reactivateAll': { uids: ['ana'] } },
  'user.act': { uid: 'ana', operation: 'user.list', params: {} },
  'user.acts': { acts: [] },
  ...{ 'token.create': ana, 'token.list': ana, 'token.delete': ana },
  ...{ 'settings.get': {}, 'settings.update': {} },
  ...{ 'role.list': {}, 'role.get': role, 'role.create': { role: 'r' }, 'role.update': role },
  'role.delete': { role: 'r' },
  'permission.list': role,
  'permission.set': { ...role, permissions: {} },
  'permission.reset': { ...role, permission: 'message.send' },
  ...{ 'friend.add': both, 'friend.remove': both, 'friend.list': ana },
  ...{ 'block.add': both, 'block.remove': both, 'block.list': ana },
  'group.create': { guid: 'new', name: 'New', type: 'public' },
  ...{ 'group.list': {}, 'group.get': kiln, 'group.update': kiln, 'group.delete': kiln },
  ...{ 'group.transfer': member, 'member.list': kiln, 'member.banned': kiln },
  'member.add': { ...kiln, members: { dan: 'participant' } },
  ...{ 'member.kick': member, 'member.ban': member, 'member.unban': member },
  'member.scope': { ...member, scope: 'admin' },
  'message.list': { target: kiln, position: 'end' },
  ...{ 'message.get': { id: 'm' }, 'message.search': {}, 'message.edit': { id: 'm', text: 'y' } },
  'message.send': { target: kiln, message: { id: 'new', ...text } },
  'message.sendAll': { guids: ['kiln'], message: text },
  ...{ 'message.pin': { id: 'm', pinned: true }, 'message.pinned': {}, 'message.waiting': {} },
  ...{ 'message.delete': { id: 'm' }, 'message.moderate': { id: 'm', status: 'approved' } },
  'message.import': { guid: 'kiln', firstLine: 1, lines: [] },
  ...{ 'reaction.list': { id: 'm' }, 'receipt.list': { messageId: 'm' } },
  ...{ 'conversation.list': ana, 'conversation.pins': {}, 'conversation.setPins': { ids: [] } },
  'conversation.pin': { target: kiln, pinned: true },
  ...{ 'flag.reasons': {}, 'flag.list': {} },
  ...{ 'reason.create': { id: 'r', name: 'R' }, 'reason.delete': { id: 'spam' } },
  ...{ 'call.list': {}, 'call.get': { id: 'c' }, 'call.end': { id: 'c', status: 'ended' } },
};
