import { expect } from '@open-wc/testing';
import { limits } from '../../../src/protocol/limits.js';
import type { JsonObject } from '../../../src/protocol/records.js';
import { useWorld } from '../../support/simulated.js';

const toBen = { uid: 'ben' } as const;
const toAna = { uid: 'ana' } as const;

describe('what can be sent', () => {
  const { world, ana, ben } = useWorld({ signedIn: ['ana', 'ben'], groups: {} });

  const refused = (message: object) =>
    ana.refusal('message.send', {
      target: toBen,
      message: { id: world.id(), type: 'text', ...message },
    });
  const image = (more: object = {}) => ({
    url: 'https://example.org/a.png',
    name: 'a.png',
    mimeType: 'image/png',
    size: 10,
    ...more,
  });

  describe('M5: limits, at the edge and one past it', () => {
    const bytes = (size: number): JsonObject => ({ a: 'x'.repeat(size - '{"a":""}'.length) });
    const cases: [string, object, object, string][] = [
      [
        'text',
        { text: 'x'.repeat(limits.textLength) },
        { text: 'x'.repeat(limits.textLength + 1) },
        'too-long ERROR_MESSAGE_TEXT_EXCEEDED',
      ],
      [
        'metadata',
        { text: 'a', metadata: bytes(limits.messageDataSize) },
        { text: 'a', metadata: bytes(limits.messageDataSize + 1) },
        'too-large ERR_INVALID_METADATA',
      ],
      [
        'tags',
        { text: 'a', tags: Array.from({ length: 25 }, (_, i) => `t${i}`) },
        { text: 'a', tags: Array.from({ length: 26 }, (_, i) => `t${i}`) },
        'limit ERROR_TAGS_EXCEEDED',
      ],
      [
        'a tag',
        { text: 'a', tags: ['x'.repeat(100)] },
        { text: 'a', tags: ['x'.repeat(101)] },
        'too-long ERROR_TAG_EXCEEDED',
      ],
      [
        'mentions',
        { text: Array.from({ length: 10 }, (_, i) => `<@uid:u${i}>`).join('') },
        { text: Array.from({ length: 11 }, (_, i) => `<@uid:u${i}>`).join('') },
        'limit ERROR_MENTIONS_EXCEEDED',
      ],
      [
        'files',
        { type: 'image', attachments: Array.from({ length: 10 }, () => image()) },
        { type: 'image', attachments: Array.from({ length: 11 }, () => image()) },
        'limit ERR_FILE_COUNT_EXCEEDED',
      ],
      [
        'bytes',
        { type: 'image', attachments: [image({ size: limits.uploadSize })] },
        { type: 'image', attachments: [image({ size: limits.uploadSize + 1 })] },
        'too-large ERR_FILE_SIZE_EXCEEDED',
      ],
    ];
    for (const [name, edge, past, code] of cases) {
      it(name, async () => {
        expect(await refused(edge)).to.equal('ok');
        expect(await refused(past)).to.equal(code);
      });
    }

    it('the whole message', async () => {
      expect(
        await refused({
          text: 'x'.repeat(50_000),
          data: { a: 'x'.repeat(9000) },
          metadata: { a: 'x'.repeat(9000) },
        }),
      ).to.equal('too-large ERR_INVALID_MESSAGE_DATA');
    });

    it('pins: 100 in a conversation', async () => {
      const ids = [];
      for (let i = 0; i <= limits.pinnedMessages; i++) ids.push(await ana.send('ben', String(i)));
      for (const id of ids.slice(0, -1)) await ana.ask('message.pin', { id, pinned: true });
      const last = ids.at(-1)!;
      expect(await ana.refusal('message.pin', { id: last, pinned: true })).to.equal(
        'limit ERR_PINNED_MESSAGES_LIMIT_EXCEEDED',
      );
      await ben.ask('message.pin', { id: ids[0]!, pinned: false });
      expect(await ana.refusal('message.pin', { id: last, pinned: true })).to.equal('ok');
      const page = await ben.ask('message.list', {
        target: toAna,
        position: 'end',
        pinned: true,
        limit: 100,
      });
      expect(page.ids).to.deep.equal(ids.slice(1));
    });
  });

  describe('what cannot be sent', () => {
    const cases: [string, object, string][] = [
      ['empty text', { text: '  ' }, 'invalid ERR_EMPTY_MESSAGE_TEXT'],
      ['an unknown type', { type: 'poem', text: 'a' }, 'invalid ERR_INVALID_MESSAGE_TYPE'],
      ['an action', { category: 'action', text: 'a' }, 'invalid ERR_INVALID_MESSAGE_CATEGORY'],
      [
        'custom without data',
        { category: 'custom', type: 'poll' },
        'invalid ERR_EMPTY_CUSTOM_DATA',
      ],
      [
        'data that is no object',
        { category: 'custom', type: 'poll', data: [1] },
        'invalid ERR_INVALID_CUSTOM_DATA',
      ],
      ['metadata that is no object', { text: 'a', metadata: 'b' }, 'invalid ERR_INVALID_METADATA'],
      ['a text that is none', { text: 7 }, 'invalid INVALID_MESSAGE_TEXT'],
      ['a reply to nothing', { text: 'a', parentId: 7 }, 'invalid INVALID_PARENT_MESSAGE_ID'],
      ['an image without a file', { type: 'image' }, 'invalid ERR_EMPTY_MESSAGE_FILE'],
      [
        'a script for an address',
        { type: 'image', attachments: [image({ url: 'javascript:alert(1)' })] },
        'invalid ERR_INVALID_MEDIA_MESSAGE',
      ],
      [
        'a foreign upload',
        { type: 'file', attachments: [image({ url: 'chat-file:nope' })] },
        'not-found ERR_EMPTY_MESSAGE_FILE',
      ],
      ['an odd id', { id: 'a b', text: 'a' }, 'invalid INVALID_MESSAGE_ID'],
      ['a quote of nothing', { text: 'a', quotedId: 'nope' }, 'not-found ERR_MESSAGE_ID_NOT_FOUND'],
    ];
    for (const [name, message, code] of cases) {
      it(name, async () => expect(await refused(message)).to.equal(code));
    }

    it('anything to nobody, to oneself, or twice under one id', async () => {
      const message = () => ({ id: world.id(), type: 'text', text: 'a' });
      const send = (target: object, draft = message()) =>
        ana.refusal('message.send', { target: target as typeof toBen, message: draft });
      expect(await send({ uid: 'nobody' })).to.equal('not-found ERR_UID_NOT_FOUND');
      expect(await send({ uid: 'ana' })).to.equal('invalid ERR_CONVERSATION_NOT_ACCESSIBLE');
      expect(await send({})).to.equal('invalid INVALID_RECEIVER_TYPE');
      const draft = message();
      expect(await send(toBen, draft)).to.equal('ok');
      expect(await send(toBen, draft)).to.equal('already-exists ERR_BAD_REQUEST');
    });
  });
});
