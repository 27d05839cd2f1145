import { expect } from '@open-wc/testing';
import { importLog, type ImportOptions } from '../../src/backends/simulated/import.js';
import { createSimulatedHost, type SimulatedHost } from '../../src/backends/simulated/simulated.js';

const line = (from: string, text: string, minute = 0) =>
  JSON.stringify({
    at: `2004-11-15T12:${String(minute).padStart(2, '0')}:00Z`,
    kind: 'message',
    from,
    text,
  });

function streamOf(text: string, chunk = 1000): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) return controller.close();
      controller.enqueue(bytes.slice(at, (at += chunk)));
    },
  });
}

function gzip(stream: ReadableStream<Uint8Array>): ReadableStream<Uint8Array> {
  return stream.pipeThrough(
    new CompressionStream('gzip') as ReadableWritablePair<Uint8Array, Uint8Array>,
  );
}

describe('importing a chat log', () => {
  let host: SimulatedHost;
  beforeEach(async () => {
    host = createSimulatedHost({ storage: 'memory', seeded: false, people: false });
    await host.manage().request('user.create', { uid: 'ana', name: 'Ana' }, 'u1');
  });
  afterEach(() => host.close());

  const take = (stream: ReadableStream<Uint8Array>, more: Partial<ImportOptions> = {}) =>
    importLog(host.manage(), {
      stream,
      guid: 'log',
      name: 'Log',
      owner: 'ana',
      batch: 50,
      ...more,
    });

  async function listed() {
    const backend = host.backend();
    await backend.signIn({ uid: 'ana', authKey: host.app.authKey });
    const { changes, ids } = await backend.request('message.list', {
      target: { guid: 'log' },
      position: 'end',
      limit: 100,
      categories: ['message'],
    });
    const { messages = [], users = [] } = changes;
    // The conversation comes along, with what was read last.
    return { messages: messages.filter(({ id }) => ids.includes(id)), users };
  }

  it('takes every line, in order, from people it did not know', async () => {
    const lines = Array.from({ length: 80 }, (_, i) =>
      line(i % 2 ? 'Bob|' : 'bob|', `m${i} ü 😀`, i % 60),
    );
    const report = await take(streamOf(lines.join('\n'), 7));
    expect(report).to.include({ lines: 80, accepted: 80, rejected: 0 });
    const { messages, users } = await listed();
    const texts = messages.toSorted((a, b) => a.seq - b.seq).map(({ text }) => text);
    expect(texts).to.deep.equal(Array.from({ length: 80 }, (_, i) => `m${i} ü 😀`));
    expect(users.map(({ name }) => name)).to.include.members(['Bob|', 'bob|']);
  });

  it('unpacks gzip by its first bytes, whatever the file is called', async () => {
    const packed = gzip(streamOf(`${line('a', 'one')}\r\n${line('b', 'two')}\n`));
    expect(await take(packed)).to.include({ lines: 2, accepted: 2, rejected: 0 });
  });

  it('names the lines it could not take, and why', async () => {
    const text = [
      line('a', 'good'),
      '{"at":',
      'null',
      '42',
      line('', 'nobody'),
      line('b', 'good too'),
      '{}',
      // Nothing was said: a log is kept as it was.
      line('c', '  '),
    ].join('\n');
    const report = await take(streamOf(text), { batch: 3 });
    expect(report.accepted).to.equal(3);
    expect(report.problems.map((problem) => problem.line)).to.deep.equal([2, 3, 4, 5, 7]);
    for (const { why } of report.problems) expect(why).to.be.a('string').that.is.not.empty;
  });

  it('bounds what it remembers of a file that is no log at all', async () => {
    const report = await take(streamOf('nonsense\n'.repeat(500)));
    expect(report).to.include({ accepted: 0, rejected: 500 });
    expect(report.problems).to.have.length(100);
  });

  it('repeats nothing when begun again', async () => {
    const text = Array.from({ length: 120 }, (_, i) => line('a', `m${i}`)).join('\n');
    await take(streamOf(text));
    await take(streamOf(text));
    const { messages } = await listed();
    expect(messages).to.have.length(100);
    expect(new Set(messages.map(({ text }) => text)).size).to.equal(100);
  });

  it('can be broken off', async () => {
    const stop = new AbortController();
    const text = Array.from({ length: 500 }, (_, i) => line('a', `m${i}`)).join('\n');
    const seen: number[] = [];
    const onProgress = ({ lines }: { lines: number }) => {
      seen.push(lines);
      stop.abort();
    };
    const error = await take(streamOf(text), { signal: stop.signal, onProgress }).catch(
      (reason: unknown) => reason,
    );
    expect((error as Error).name).to.equal('AbortError');
    expect(seen).to.deep.equal([50]);
  });

  it('tells how far it has come, however large the pieces in which the file comes', async () => {
    const text = Array.from({ length: 12_000 }, (_, i) => line('ada', `said ${i}`)).join('\n');
    const parts: number[] = [];
    const onProgress = ({ bytes, lines }: { bytes: number; lines: number }) =>
      parts.push(bytes / text.length - lines / 12_000);
    await take(streamOf(text, text.length), { batch: 1000, onProgress });
    expect(parts).to.have.length(12);
    expect(Math.max(...parts)).to.be.lessThan(0.35);
    expect(parts.at(-1)).to.equal(0);
  });

  it('takes an empty file', async () => {
    expect(await take(streamOf(''))).to.include({ lines: 0, accepted: 0, rejected: 0 });
  });
});
