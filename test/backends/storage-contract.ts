import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { MessageRow } from '../../src/backends/simulated/storage/rows.js';
import type { RecordStorage, Writer } from '../../src/backends/simulated/storage/storage.js';

function message(id: string, seq: number, more: Partial<MessageRow> = {}): MessageRow {
  return {
    id,
    seq,
    rev: 1,
    conversationId: 'c',
    sender: 'ana',
    receiverType: 'user',
    receiver: 'ben',
    category: 'message',
    type: 'text',
    sentAt: seq,
    ...more,
  };
}
const user = (uid: string) => ({
  uid,
  name: uid,
  nameKey: uid,
  role: 'default',
  createdAt: 1,
  rev: 1,
});

/** What every storage must do. @param open makes an empty one; @param reopen opens what it has kept, if it keeps. */
export function storageContract(
  name: string,
  open: () => Promise<RecordStorage>,
  reopen?: (storage: RecordStorage) => Promise<RecordStorage>,
): void {
  describe(`storage: ${name}`, () => {
    let storage: RecordStorage;
    beforeEach(async () => {
      storage = await open();
    });
    afterEach(() => storage.close());

    const put = (act: (writer: Writer) => void) =>
      storage.write((writer) => Promise.resolve(act(writer)));
    const seqs = (rows: readonly MessageRow[]) => rows.map(({ seq }) => seq);
    const fill = (count: number) =>
      put((t) => {
        for (let i = 1; i <= count; i++) t.put('messages', message(`m${i}`, i));
        t.put('messages', message('x1', 1, { conversationId: 'b' }));
        t.put('messages', message('x2', 1, { conversationId: 'd' }));
      });

    it('gives back what was put, and nothing for what was not', async () => {
      await put((t) => t.put('users', user('ana')));
      const [ana, ben] = await storage.read((t) =>
        Promise.all([t.get('users', 'ana'), t.get('users', 'ben')]),
      );
      expect(ana).to.deep.equal(user('ana'));
      expect(ben).to.equal(undefined);
    });

    it('replaces a row of the same key, in its indexes too', async () => {
      await put((t) => {
        t.put('messages', message('m1', 1, { pinnedAt: 5 }));
        t.put('messages', message('m1', 1, { text: 'new' }));
      });
      const [row, pinned, all] = await storage.read((t) =>
        Promise.all([
          t.get('messages', 'm1'),
          t.range('messages', 'pinned', { prefix: ['c'] }),
          t.count('messages', 'order', { prefix: ['c'] }),
        ]),
      );
      expect(row?.text).to.equal('new');
      expect(pinned).to.deep.equal([]);
      expect(all).to.equal(1);
    });

    it('adds a row once: a second time fails, and keeps nothing of that transaction', async () => {
      await put((t) => t.add('users', user('ana')));
      const again = put((t) => {
        t.put('users', user('ben'));
        t.add('users', { ...user('ana'), name: 'Another' });
        t.put('users', user('cyd'));
      });
      const failure = await again.then(
        () => undefined,
        (error: unknown) => error,
      );
      expect(failure).to.be.instanceOf(DOMException);
      const rows = await storage.read((t) => t.range('users', 'key'));
      expect(rows).to.deep.equal([user('ana')]);
    });

    it('adds no row that was put or added in the same transaction', async () => {
      for (const how of ['put', 'add'] as const) {
        const twice = put((t) => {
          t[how]('users', user('ana'));
          t.add('users', user('ana'));
        });
        const failure = await twice.then(
          () => undefined,
          (error: unknown) => error,
        );
        expect(failure, how).to.be.instanceOf(DOMException);
      }
      expect(await storage.read((t) => t.range('users', 'key'))).to.deep.equal([]);
    });

    it('walks an index both ways, between exclusive bounds and up to a limit', async () => {
      await fill(9);
      const prefix = ['c'];
      const read = (range: object) =>
        storage.read(async (t) => seqs(await t.range('messages', 'order', { prefix, ...range })));
      expect(await read({})).to.deep.equal([1, 2, 3, 4, 5, 6, 7, 8, 9]);
      expect(await read({ after: [2], before: [6] })).to.deep.equal([3, 4, 5]);
      expect(await read({ after: [7] })).to.deep.equal([8, 9]);
      expect(await read({ before: [3] })).to.deep.equal([1, 2]);
      expect(await read({ limit: 2 })).to.deep.equal([1, 2]);
      expect(await read({ reverse: true, limit: 2 })).to.deep.equal([9, 8]);
      expect(await read({ reverse: true, before: [5], limit: 2 })).to.deep.equal([4, 3]);
      expect(await read({ after: [5], before: [5] })).to.deep.equal([]);
      expect(await read({ after: [8], before: [3] })).to.deep.equal([]);
    });

    it('counts a stretch', async () => {
      await fill(9);
      const count = (range: object) =>
        storage.read((t) => t.count('messages', 'order', { prefix: ['c'], ...range }));
      expect(await count({})).to.equal(9);
      expect(await count({ after: [3], before: [6] })).to.equal(2);
      expect(await count({ after: [6], before: [3] })).to.equal(0);
    });

    it('leaves rows without an index’s field out of that index', async () => {
      await put((t) => {
        t.put('messages', message('m1', 1));
        t.put('messages', message('m2', 2, { parentId: 'm1' }));
        t.put('messages', message('m3', 3, { parentId: undefined }));
      });
      const replies = await storage.read((t) => t.range('messages', 'thread', { prefix: ['m1'] }));
      expect(seqs(replies)).to.deep.equal([2]);
    });

    it('sees its own writes inside a transaction', async () => {
      const found = await storage.write(async (t) => {
        t.put('messages', message('m1', 1));
        t.put('messages', message('m2', 2));
        t.delete('messages', 'm1');
        return [
          await t.get('messages', 'm1'),
          await t.range('messages', 'order', { prefix: ['c'] }),
        ];
      });
      expect(found).to.deep.equal([undefined, [message('m2', 2)]]);
    });

    it('undoes everything when the work fails', async () => {
      await fill(2);
      const failing = storage.write(async (t) => {
        t.put('messages', message('m3', 3));
        t.put('messages', message('m1', 1, { text: 'changed' }));
        t.delete('messages', 'm2');
        await t.get('messages', 'm1');
        throw new Error('no');
      });
      expect(await failing.catch((error: Error) => error.message)).to.equal('no');
      const rows = await storage.read((t) => t.range('messages', 'order', { prefix: ['c'] }));
      expect(rows).to.deep.equal([message('m1', 1), message('m2', 2)]);
    });

    it('keeps transactions apart', async () => {
      await put((t) => t.put('meta', { key: 'n', value: 0, rev: 1 }));
      const add = () =>
        storage.write(async (t) => {
          const value = Number((await t.get('meta', 'n'))!.value);
          await t.range('users', 'key');
          t.put('meta', { key: 'n', value: value + 1, rev: 1 });
        });
      await Promise.all(Array.from({ length: 20 }, add));
      expect((await storage.read((t) => t.get('meta', 'n')))?.value).to.equal(20);
    });

    it('fails a row without a key, and keeps nothing of that transaction', async () => {
      const bad = { ...message('m1', 1), id: undefined } as unknown as MessageRow;
      let failed = false;
      await put((t) => {
        t.put('users', user('ana'));
        t.put('messages', bad);
      }).catch(() => (failed = true));
      expect(failed).to.equal(true);
      expect(await storage.read((t) => t.get('users', 'ana'))).to.equal(undefined);
    });

    describe('with messages that came many at once', () => {
      const many = (from: number, to: number) =>
        Array.from({ length: to - from + 1 }, (_, i) => message(`m${from + i}`, from + i));
      const range = (range: object) =>
        storage.read(async (t) => seqs(await t.range('messages', 'order', range)));
      const upTo = (from: number, to: number) => seqs(many(from, to));

      beforeEach(async () => {
        await put((t) => {
          t.addMessages(many(1, 250));
          t.addMessages(
            many(1, 7).map((row) => ({ ...row, id: `x${row.seq}`, conversationId: 'd' })),
          );
        });
        await put((t) => many(251, 260).forEach((row) => t.put('messages', row)));
        // Few at a time.
        for (let i = 261; i < 420; i += 20) await put((t) => t.addMessages(many(i, i + 19)));
        await put((t) => many(421, 430).forEach((row) => t.put('messages', row)));
      });

      it('has them at once', async () => {
        const other = await open();
        await other.write((t) => Promise.resolve(t.addMessages(many(1, 3))));
        const rows = await other.read((t) => t.range('messages', 'order', { prefix: ['c'] }));
        expect(rows).to.deep.equal(many(1, 3));
        await other.close();
      });

      it('finds each by its id, and none that is not there', async () => {
        const ids = ['m1', 'm100', 'm101', 'm250', 'm255', 'm420', 'x7', 'm431'];
        const rows = await storage.read((t) => Promise.all(ids.map((id) => t.get('messages', id))));
        expect(rows.map((row) => row?.id)).to.deep.equal([...ids.slice(0, -1), undefined]);
        expect(rows[3]).to.deep.equal(message('m250', 250));
      });

      it('reads any stretch of them, together with those that came one by one', async () => {
        const prefix = ['c'];
        expect(await range({ prefix })).to.deep.equal(upTo(1, 430));
        expect(await range({ prefix: ['d'] })).to.deep.equal(upTo(1, 7));
        expect(await range({ prefix: ['e'] })).to.deep.equal([]);
        expect(await range({ prefix, limit: 130 })).to.deep.equal(upTo(1, 130));
        expect(await range({ prefix, after: [255], limit: 50 })).to.deep.equal(upTo(256, 305));
        const read = fc.record({
          after: fc.integer({ min: 0, max: 440 }),
          before: fc.option(fc.integer({ min: 0, max: 440 })),
          limit: fc.option(fc.integer({ min: 1, max: 440 })),
          reverse: fc.boolean(),
        });
        await fc.assert(
          fc.asyncProperty(read, async ({ after, before, limit, reverse }) => {
            const all = upTo(after + 1, Math.min(430, (before ?? 431) - 1));
            if (reverse) all.reverse();
            const asked = { prefix, after: [after], reverse, ...(limit && { limit }) };
            const found = await range({ ...asked, ...(before !== null && { before: [before] }) });
            expect(found).to.deep.equal(all.slice(0, limit ?? undefined));
          }),
          { numRuns: 100 },
        );
      });

      it('counts them', async () => {
        const count = (range: object) => storage.read((t) => t.count('messages', 'order', range));
        expect(await count({ prefix: ['c'], after: [90], before: [256] })).to.equal(165);
      });

      it('gives the row of one that was put again, in every index', async () => {
        const pinned = { ...message('m150', 150), pinnedAt: 9, text: 'new' };
        await put((t) => t.put('messages', pinned));
        const [one, stretch, pins] = await storage.read((t) =>
          Promise.all([
            t.get('messages', 'm150'),
            t.range('messages', 'order', { prefix: ['c'], after: [148], limit: 3 }),
            t.range('messages', 'pinned', { prefix: ['c'] }),
          ]),
        );
        expect(one).to.deep.equal(pinned);
        expect(stretch).to.deep.equal([message('m149', 149), pinned, message('m151', 151)]);
        expect(pins).to.deep.equal([pinned]);
      });

      it('keeps none of them when the work fails, not even those that were read meanwhile', async () => {
        const failing = storage.write(async (t) => {
          t.addMessages(many(431, 500));
          expect((await t.get('messages', 'm450'))?.seq).to.equal(450);
          expect(
            await t.range('messages', 'order', { prefix: ['c'], after: [498] }),
          ).to.have.length(2);
          throw new Error('no');
        });
        expect(await failing.catch((error: Error) => error.message)).to.equal('no');
        expect(await storage.read((t) => t.get('messages', 'm450'))).to.equal(undefined);
        expect(await range({ prefix: ['c'], after: [428] })).to.deep.equal([429, 430]);
      });
    });

    it('keeps bytes', async () => {
      const data = new Uint8Array([1, 2, 250]).buffer;
      const file = { id: 'f', uid: 'ana', name: 'a', mimeType: 'image/png', data, rev: 1 };
      await put((t) => t.put('files', file));
      const kept = await storage.read((t) => t.get('files', 'f'));
      expect([...new Uint8Array(kept!.data)]).to.deep.equal([1, 2, 250]);
    });

    it('orders like a sorted list, whatever is put and taken away', async () => {
      const step = fc.record({
        id: fc.integer({ min: 0, max: 8 }),
        seq: fc.integer(),
        gone: fc.boolean(),
      });
      await fc.assert(
        fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
          const model = new Map<string, MessageRow>();
          const rows = await storage.write(async (t) => {
            for (const old of await t.range('messages', 'order', { prefix: ['c'] }))
              t.delete('messages', old.id);
            for (const { id, seq, gone } of steps) {
              const row = message(`m${id}`, seq);
              if (gone) t.delete('messages', row.id);
              else t.put('messages', row);
              if (gone) model.delete(row.id);
              else model.set(row.id, row);
            }
            return t.range('messages', 'order', { prefix: ['c'] });
          });
          const sorted = [...model.values()].sort(
            (a, b) => a.seq - b.seq || (a.id < b.id ? -1 : 1),
          );
          expect(rows).to.deep.equal(sorted);
        }),
        { numRuns: 30 },
      );
    });

    it('answers like a map, transaction after transaction, those that fail included', async () => {
      const ids = ['m0', 'm1', 'm2', 'm3'];
      const step = fc.record({ id: fc.constantFrom(...ids), seq: fc.nat(), gone: fc.boolean() });
      const transaction = fc.record({
        steps: fc.array(step, { maxLength: 5 }),
        fails: fc.boolean(),
      });
      await fc.assert(
        fc.asyncProperty(fc.array(transaction, { maxLength: 8 }), async (transactions) => {
          await put((t) => ids.forEach((id) => t.delete('messages', id)));
          let model = new Map<string, MessageRow>();
          for (const { steps, fails } of transactions) {
            const after = new Map(model);
            const writing = storage.write(async (t) => {
              for (const { id, seq, gone } of steps) {
                const row = message(id, seq);
                if (gone) t.delete('messages', id);
                else t.put('messages', row);
                if (gone) after.delete(id);
                else after.set(id, row);
                expect(await t.get('messages', id)).to.deep.equal(after.get(id));
              }
              if (fails) throw new Error('no');
            });
            const failed = await writing.then(
              () => false,
              ({ message: why }: Error) => why === 'no',
            );
            expect(failed).to.equal(fails);
            if (!fails) model = after;
            const rows = await storage.read((t) =>
              Promise.all(ids.map((id) => t.get('messages', id))),
            );
            expect(rows).to.deep.equal(ids.map((id) => model.get(id)));
          }
        }),
        { numRuns: 20 },
      );
    });

    it('finds each of many rows again, written in one transaction or in many', async () => {
      await fill(150);
      for (let i = 1; i <= 2100; i += 700)
        await put((t) => {
          for (let j = i; j < i + 700; j++) t.put('users', user(`u${j}`));
        });
      const [first, last, nobody, someone, newest] = await storage.read((t) =>
        Promise.all([
          ...[t.get('messages', 'm1'), t.get('messages', 'm150'), t.get('messages', 'm151')],
          ...[t.get('users', 'u1'), t.get('users', 'u2100')],
        ]),
      );
      expect([first, last]).to.deep.equal([message('m1', 1), message('m150', 150)]);
      expect(nobody).to.equal(undefined);
      expect([someone, newest]).to.deep.equal([user('u1'), user('u2100')]);
    });

    if (reopen) {
      it('C3: what a write has resolved is there after reopening', async () => {
        await fill(3);
        storage = await reopen(storage);
        const rows = await storage.read((t) => t.range('messages', 'order', { prefix: ['c'] }));
        expect(seqs(rows)).to.deep.equal([1, 2, 3]);
        expect(await storage.read((t) => t.get('messages', 'm2'))).to.deep.equal(message('m2', 2));
      });
    }
  });
}
