import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { createId } from '../../src/protocol/create-id.js';
import { ChatError } from '../../src/protocol/errors.js';
import { conversationId, conversationTarget, mentionsIn } from '../../src/protocol/ids.js';
import { normalizeId } from '../../src/protocol/record-ids.js';

const uid = fc.stringMatching(/^[a-z0-9_-]{1,12}$/);

describe('ids', () => {
  it('R5: UIDs are compared case-insensitively and kept lower-case', () => {
    expect(normalizeId('UID', 'Ana-1_B')).to.equal('ana-1_b');
    expect(normalizeId('UID', 'a'.repeat(100))).to.have.length(100);
  });

  for (const bad of ['', 'a b', 'ñ', 'a:b', 'a'.repeat(101), 'a/b', undefined, 7, null]) {
    it(`R5: ${JSON.stringify(bad)?.slice(0, 20) ?? 'undefined'} is refused, and the error says what is allowed`, () => {
      expect(() => normalizeId('GUID', bad)).to.throw(
        ChatError,
        /is not a GUID: use 1 to 100 letters/,
      );
    });
  }

  it('two pairs of people never share a conversation, and each finds the other', () => {
    fc.assert(
      fc.property(uid, uid, uid, uid, (a, b, c, d) => {
        const same =
          new Set([a, b]).size === new Set([c, d]).size &&
          [a, b].sort().join() === [c, d].sort().join();
        expect(conversationId(a, { uid: b }) === conversationId(c, { uid: d })).to.equal(same);
        expect(conversationId(a, { uid: b })).to.equal(conversationId(b, { uid: a }));
        expect(conversationTarget(a, conversationId(a, { uid: b }))).to.deep.equal({ uid: b });
      }),
    );
  });

  it('R3: minted ids sort by time and do not repeat', () => {
    const ids = Array.from({ length: 500 }, (_, i) => createId(1_700_000_000_000 + i));
    expect([...ids].sort()).to.deep.equal(ids);
    expect(new Set(Array.from({ length: 500 }, () => createId())).size).to.equal(500);
  });

  it('finds mentions, each person once', () => {
    expect(mentionsIn('<@uid:Ben> and <@uid:ben>, <@all:all> <@uid:>')).to.deep.equal({
      uids: ['ben'],
      all: true,
    });
    expect(mentionsIn('a@b.c <@> <b>')).to.deep.equal({ uids: [], all: false });
  });
});
