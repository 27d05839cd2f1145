import { expect } from '@open-wc/testing';
import type { ClientStatus } from '../../src/client/client-status.js';
import { mayWrite } from '../../src/elements/chat-composer/may-write.js';
import { reasonOf } from '../../src/elements/chat-composer-notice/reason.js';
import type { Group, User } from '../../src/protocol/records.js';

const open = { phase: 'signedIn', connection: 'online', since: 0 } as unknown as ClientStatus;
const statuses: readonly (ClientStatus | undefined)[] = [
  undefined,
  open,
  { phase: 'signingIn' },
  { phase: 'signedOut' },
];
const users = [
  undefined,
  { can: ['message'] },
  { can: [] },
  { can: ['message'], blockedByMe: true },
  { can: ['message'], deactivatedAt: 1 },
  { can: ['message'], removedAt: 1 },
] as unknown as (User | undefined)[];
const groups = [
  undefined,
  { can: ['send'], scope: 'participant' },
  { can: [], scope: 'participant' },
  { can: ['join'], scope: null, type: 'password' },
  { can: [], scope: null },
  { can: ['send'], bannedAt: 1 },
  { can: ['send'], removedAt: 1 },
] as unknown as (Group | undefined)[];

describe('where one may not write', () => {
  it('there is a reason to tell, and nowhere else', () => {
    for (const status of statuses)
      for (const user of users)
        for (const group of groups)
          for (const mute of [false, true]) {
            const reason = reasonOf(status, user, group, () => mute);
            const told = JSON.stringify([status, user, group, mute, reason]);
            expect(mayWrite(status, user, group, mute), told).to.equal(reason === undefined);
          }
  });
});
