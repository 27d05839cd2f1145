import { expect } from '@open-wc/testing';
import {
  grantableScopes,
  groupActions,
  memberActions,
  messageActions,
  type Rank,
} from '../../src/protocol/permissions.js';

// The matrix of the domain, written out: rows actors, columns targets. k kick, b ban, s scope, t transfer.
const matrix: Record<Rank, Record<string, string>> = {
  owner: { owner: '', admin: 'kbst', moderator: 'kbst', participant: 'kbst' },
  admin: { owner: '', admin: 'kbs', moderator: 'kbs', participant: 'kbs' },
  moderator: { owner: '', admin: '', moderator: 's', participant: 'kbs' },
  participant: { owner: '', admin: '', moderator: '', participant: '' },
  stranger: { owner: '', admin: '', moderator: '', participant: '' },
};
const letters = { k: 'kick', b: 'ban', s: 'scope', t: 'transfer' } as const;

const groupMatrix: Record<Rank, string[]> = {
  owner: ['add', 'banned', 'call', 'delete', 'send', 'transfer', 'unban', 'update'],
  admin: ['add', 'banned', 'call', 'delete', 'leave', 'send', 'unban', 'update'],
  moderator: ['banned', 'call', 'leave', 'send', 'unban', 'update'],
  participant: ['call', 'leave', 'send'],
  stranger: ['join'],
};

describe('permissions', () => {
  for (const actor of Object.keys(matrix) as Rank[]) {
    for (const [target, expected] of Object.entries(matrix[actor])) {
      it(`P2, P3: ${actor} on ${target} may ${expected || 'nothing'}`, () => {
        const may = memberActions(actor, target as Rank, { self: false, banned: false });
        expect([...may].sort()).to.deep.equal(
          [...expected].map((l) => letters[l as keyof typeof letters]).sort(),
        );
        expect(memberActions(actor, target as Rank, { self: true, banned: false })).to.deep.equal(
          [],
        );
      });
    }
    it(`P2: ${actor} in a group may ${groupMatrix[actor].join(', ')}`, () => {
      expect(groupActions(actor, 'public').sort()).to.deep.equal(groupMatrix[actor]);
      expect(groupActions(actor, 'public', true)).to.deep.equal([]);
    });
  }

  it('P4: nobody joins a private group', () => {
    expect(groupActions('stranger', 'private')).to.deep.equal([]);
  });

  it('a banned member can only be unbanned', () => {
    expect(memberActions('moderator', 'participant', { self: false, banned: true })).to.deep.equal([
      'unban',
    ]);
    expect(
      memberActions('participant', 'participant', { self: false, banned: true }),
    ).to.deep.equal([]);
  });

  it('a moderator hands out no admin scope; the scope held is not offered', () => {
    expect(grantableScopes('moderator', 'participant')).to.deep.equal(['moderator']);
    expect(grantableScopes('moderator', 'admin')).to.deep.equal([]);
    expect(grantableScopes('owner', 'moderator')).to.deep.equal(['admin', 'participant']);
  });

  it('own messages are edited and deleted by their author, others’ by moderators', () => {
    const base = { category: 'message', type: 'text', deleted: false, group: true } as const;
    const may = (mine: boolean, rank: Rank) => messageActions({ ...base, mine, rank });
    expect(may(true, 'participant')).to.include.members(['edit', 'delete', 'receipts']);
    expect(may(false, 'participant'))
      .to.not.include.members(['edit'])
      .and.not.include.members(['delete']);
    expect(may(false, 'participant')).to.include.members(['react', 'reply', 'flag', 'unread']);
    expect(may(false, 'moderator')).to.include.members(['edit', 'delete', 'pin']);
    expect(may(true, 'stranger')).to.deep.equal([]);
    expect(messageActions({ ...base, deleted: true, mine: true, rank: 'owner' })).to.deep.equal([]);
    expect(
      messageActions({ ...base, category: 'action', mine: true, rank: 'owner' }),
    ).to.deep.equal([]);
  });
});
