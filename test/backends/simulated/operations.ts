import type { Target } from '../../../src/protocol/ids.js';
import type { OperationName, Params } from '../../../src/protocol/operations.js';

/** What an operation is asked about: a group or a person, with what lies between them and the one who asks. */
export interface Names {
  readonly target: Target;
  readonly guid: string;
  readonly uid: string;
  /** Written by somebody else. */
  readonly message: string;
  /** Written by the one who asks, where they could write. */
  readonly own: string;
  readonly call: string;
  readonly file: string;
}

interface Line<N extends OperationName> {
  readonly asks: (to: Names) => Params<N>;
  /** Of a group that one is outside of: `free` is answered, `member` is for members, `call` does not exist. */
  readonly group: 'free' | 'join' | 'member' | 'call';
  /** Apart by a block: `past` is answered and tells nobody, `passes` is refused, `open` is seen by all who may. */
  readonly blocked: 'past' | 'passes' | 'over' | 'open';
  /** The other person was deactivated: `ok`, `gone` (not found), or a result `each`. */
  readonly gone: 'ok' | 'gone' | 'each' | 'over';
}

const text = { id: 'new', type: 'text', text: 'x' };
const free = { group: 'free', blocked: 'past', gone: 'ok' } as const;
const open = { group: 'free', blocked: 'open', gone: 'ok' } as const;
/** Reads, or marks for oneself, what was said. */
const past = { group: 'member', blocked: 'past', gone: 'ok' } as const;
/** Says something now. */
const says = { group: 'member', blocked: 'passes', gone: 'gone' } as const;
/** Does something to a message that was sent. */
const marks = { group: 'member', blocked: 'passes', gone: 'ok' } as const;
/** In a group that both are in, blocks do not matter. */
const shared = { group: 'member', blocked: 'open', gone: 'ok' } as const;

/** Every operation: a new one without a line does not pass the type check. */
export const lines: { readonly [N in OperationName]: Line<N> } = {
  'session.signOut': { ...open, asks: () => ({}) },
  'session.get': { ...free, asks: () => ({}) },
  'user.list': { ...free, asks: () => ({}) },
  'user.get': { ...free, gone: 'gone', asks: ({ uid }) => ({ uid }) },
  'user.update': { ...open, asks: () => ({ statusMessage: 'x' }) },
  'user.block': { ...open, gone: 'each', asks: ({ uid }) => ({ uids: [uid] }) },
  'user.unblock': { ...open, gone: 'each', asks: ({ uid }) => ({ uids: [uid] }) },
  'user.blocked': { ...free, asks: () => ({}) },
  'presence.count': { ...free, asks: ({ guid }) => ({ guids: [guid] }) },
  'group.list': { ...free, asks: () => ({}) },
  'group.get': { ...free, asks: ({ guid }) => ({ guid }) },
  'group.create': { ...open, asks: () => ({ guid: 'new', name: 'New', type: 'public' }) },
  'group.update': { ...shared, asks: ({ guid }) => ({ guid, name: 'x' }) },
  'group.delete': { ...shared, asks: ({ guid }) => ({ guid }) },
  'group.join': { ...open, group: 'join', asks: ({ guid }) => ({ guid }) },
  'group.leave': { ...shared, asks: ({ guid }) => ({ guid }) },
  'group.transfer': { ...shared, gone: 'gone', asks: ({ guid, uid }) => ({ guid, uid }) },
  'member.list': { ...past, asks: ({ guid }) => ({ guid }) },
  'member.banned': { ...past, asks: ({ guid }) => ({ guid }) },
  'member.add': {
    ...shared,
    gone: 'each',
    asks: ({ guid, uid }) => ({ guid, members: { [uid]: 'participant' } }),
  },
  'member.kick': { ...shared, asks: ({ guid, uid }) => ({ guid, uid }) },
  'member.ban': { ...shared, asks: ({ guid, uid }) => ({ guid, uid }) },
  'member.unban': { ...shared, asks: ({ guid, uid }) => ({ guid, uid }) },
  'member.scope': { ...shared, asks: ({ guid, uid }) => ({ guid, uid, scope: 'admin' }) },
  'conversation.list': { ...free, asks: () => ({}) },
  'conversation.get': { ...past, asks: ({ target }) => ({ target }) },
  'conversation.delete': { ...past, asks: ({ target }) => ({ target }) },
  'conversation.pin': { ...past, asks: ({ target }) => ({ target, pinned: true }) },
  'conversation.tag': { ...past, asks: ({ target }) => ({ target, tags: ['x'] }) },
  'conversation.mute': { ...past, asks: ({ target }) => ({ target, until: 1 }) },
  'unread.count': { ...free, asks: () => ({}) },
  'message.list': { ...past, asks: ({ target }) => ({ target, position: 'end' }) },
  'message.search': { ...past, asks: ({ target }) => ({ target }) },
  'message.get': { ...past, asks: ({ message: id }) => ({ id }) },
  'message.send': { ...says, asks: ({ target }) => ({ target, message: text }) },
  'message.edit': { ...marks, asks: ({ own: id }) => ({ id, text: 'y' }) },
  'link.dismiss': { ...marks, asks: ({ own: id }) => ({ id, url: 'https://a.example' }) },
  'message.delete': { ...marks, asks: ({ own: id }) => ({ id }) },
  'message.pin': { ...marks, asks: ({ message: id }) => ({ id, pinned: true }) },
  'message.save': { ...past, asks: ({ message: id }) => ({ id, saved: true }) },
  'message.flag': { ...past, asks: ({ message: id }) => ({ id, reason: 'spam' }) },
  'message.unread': { ...past, asks: ({ message: id }) => ({ id }) },
  'message.interact': { ...marks, asks: ({ message: id }) => ({ id, elementId: 'a' }) },
  'flag.reasons': { ...free, asks: () => ({}) },
  'thread.list': { ...past, asks: ({ target }) => ({ target }) },
  'thread.subscribe': { ...marks, asks: ({ message: id }) => ({ id, subscribed: true }) },
  'thread.read': { ...past, asks: ({ message: id }) => ({ id }) },
  'reaction.add': { ...marks, asks: ({ message: id }) => ({ id, reaction: '👍' }) },
  'reaction.remove': { ...marks, asks: ({ message: id }) => ({ id, reaction: '👍' }) },
  'reaction.list': { ...past, asks: ({ message: id }) => ({ id }) },
  'receipt.delivered': {
    ...past,
    asks: ({ target, message: messageId }) => ({ target, messageId }),
  },
  'receipt.read': { ...past, asks: ({ target, message: messageId }) => ({ target, messageId }) },
  'receipt.list': { ...past, asks: ({ own: messageId }) => ({ messageId }) },
  'typing.set': { ...says, asks: ({ target }) => ({ target, typing: true }) },
  'transient.send': { ...says, asks: ({ target }) => ({ target, data: {} }) },
  'file.upload': {
    ...free,
    asks: () => ({ id: 'f', name: 'f', mimeType: 'text/plain', data: new ArrayBuffer(1) }),
  },
  'file.get': { ...free, asks: ({ file: url }) => ({ url }) },
  'call.list': { ...past, asks: ({ target }) => ({ target }) },
  'call.get': { ...past, group: 'call', asks: ({ call: id }) => ({ id }) },
  'call.start': { ...says, asks: ({ target }) => ({ id: 'call-2', target, type: 'audio' }) },
  'call.accept': {
    group: 'call',
    blocked: 'over',
    gone: 'over',
    asks: ({ call: id }) => ({ id }),
  },
  'call.end': {
    group: 'call',
    blocked: 'over',
    gone: 'over',
    asks: ({ call: id }) => ({ id, status: 'ended' }),
  },
};

export const operations = Object.keys(lines) as OperationName[];
