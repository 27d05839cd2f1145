import { expect } from '@open-wc/testing';
import { createRandom } from '../../src/backends/random.js';
import { cast, personOf } from '../../src/backends/simulated/people/cast.js';
import { drawFace } from '../../src/backends/simulated/people/faces.js';
import { languageOf, replyOf, topicOf } from '../../src/backends/simulated/people/replies.js';
import { readScript } from '../../src/backends/simulated/people/script.js';
import { createSimulatedHost } from '../../src/backends/simulated/simulated.js';
import type { BackendEvent } from '../../src/protocol/events.js';

/** Hours pass in a moment, timer by timer. */
function createTime(start: number) {
  let now = start;
  let timers: { at: number; run: () => void }[] = [];
  return {
    now: () => now,
    after(milliseconds: number, run: () => void) {
      const timer = { at: now + milliseconds, run };
      timers.push(timer);
      return () => (timers = timers.filter((other) => other !== timer));
    },
    async pass(milliseconds: number) {
      const end = now + milliseconds;
      for (;;) {
        const next = timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
        if (!next) break;
        timers = timers.filter((timer) => timer !== next);
        now = Math.max(now, next.at);
        next.run();
        // What it asked of the server is answered before the next thing happens.
        await new Promise((resolve) => setTimeout(resolve));
      }
      now = end;
    },
  };
}

async function live(seed: number) {
  const time = createTime(new Date(2026, 2, 14, 14, 40).getTime());
  const host = createSimulatedHost({
    storage: 'memory',
    seed,
    environment: { now: time.now, after: time.after },
  });
  const backend = host.backend();
  const events: BackendEvent[] = [];
  await backend.signIn({ uid: 'ana', authKey: host.app.authKey });
  backend.connect({ event: (event) => events.push(event), status: () => undefined });
  const told = () =>
    events.flatMap((event) =>
      event.type === 'changed'
        ? (event.changes.messages ?? []).map(({ sender, text, type, reactions }) =>
            [event.cause, sender, type, text, JSON.stringify(reactions ?? [])].join(' '),
          )
        : event.type === 'typing'
          ? [`${event.uid} types ${event.typing}`]
          : [],
    );
  const say = (to: string, text: string) =>
    backend.request(
      'message.send',
      { target: { uid: to }, message: { id: `say-${to}-${text.length}`, type: 'text', text } },
      `command-${to}-${text.length}`,
    );
  await time.pass(5000);
  return { host, time, backend, events, told, say };
}

describe('the people', () => {
  it('answer a direct message: delivered, read, typing, then a text', async () => {
    const { host, time, events, say, told } = await live(3);
    await say('ben', 'Hello Ben!');
    await time.pass(60_000);
    const lines = told();
    const typing = lines.indexOf('ben types true');
    const answer = lines.findIndex((line) => line.startsWith('message.send ben text'));
    expect(typing).to.be.at.least(0);
    expect(answer).to.be.above(typing);
    const receipts = events.flatMap((event) =>
      event.type === 'changed' ? (event.changes.receipts ?? []) : [],
    );
    expect(receipts.some(({ uid, readAt }) => uid === 'ben' && readAt !== undefined)).to.be.true;
    await host.close();
  });

  it('do the same for the same seed', async () => {
    const run = async () => {
      const { host, time, say, told } = await live(11);
      await say('chiara', 'How are you?');
      await time.pass(90_000);
      await host.close();
      return told();
    };
    const first = await run();
    expect(first.length).to.be.above(3);
    expect(await run()).to.deep.equal(first);
  });

  it('are never played while they are signed in themselves', async () => {
    const { host, time, say, told } = await live(3);
    await host.backend().signIn({ uid: 'ben', authKey: host.app.authKey });
    await say('ben', 'Hello Ben!');
    await time.pass(120_000);
    expect(told().filter((line) => line.startsWith('message.send ben'))).to.deep.equal([]);
    await host.close();
  });

  it('pause and go on', async () => {
    const { host, time, say, told } = await live(3);
    host.pausePeople();
    await say('ben', 'Hello Ben!');
    await time.pass(120_000);
    const isAnswer = (line: string) => line.startsWith('message.send ben');
    expect(told().some(isAnswer)).to.be.false;
    host.resumePeople();
    await time.pass(120_000);
    expect(told().some(isAnswer)).to.be.true;
    await host.close();
  });
});

describe('what they say', () => {
  it('fits what was said', () => {
    const topic = (text: string, type = 'text') => topicOf({ text, type });
    expect(topic('Hello there')).to.equal('greeting');
    expect(topic('Danke dir!')).to.equal('thanks');
    expect(topic('¿Cuándo vienes?')).to.equal('when');
    expect(topic('', 'image')).to.equal('picture');
    expect(topic('🔥🔥')).to.equal('emoji');
    expect(topic('123')).to.equal('other');
    expect(topic('would you?')).to.equal('question');
  });

  it('is in a language that both know', () => {
    expect(languageOf('مرحبا')).to.equal('ar');
    expect(languageOf('こんにちは')).to.equal('ja');
    expect(languageOf('Wann kommst du morgen?')).to.equal('de');
    expect(languageOf('hello')).to.equal('en');
    const lena = personOf('lena')!;
    const answer = replyOf(
      lena,
      { text: 'Danke, und wie geht es dir?', type: 'text' },
      createRandom(1),
    );
    expect(['de', 'en']).to.include(languageOf(answer));
  });
});

describe('faces', () => {
  it('are distinct, small and of this page alone', () => {
    const faces = cast.flatMap(({ face }) => (face ? [drawFace(face)] : []));
    expect(new Set(faces).size).to.equal(faces.length);
    for (const face of faces) expect(face).to.match(/^data:image\/svg\+xml,%3Csvg/);
  });
});

describe('scripts', () => {
  it('say what happens when', () => {
    const now = new Date(2026, 2, 14, 14, 40).getTime();
    const steps = readScript(
      '= -1d 09:00\nana #a: Hi @ben\\nx\n + 👍 ben\nben "a: yes\n> ana',
      now,
      () => 0,
    );
    expect(steps.map((step) => step.do)).to.deep.equal(['say', 'react', 'say', 'read']);
    expect(steps[0]).to.include({ by: 'ana', text: 'Hi <@uid:ben>\nx' });
    expect(steps[2]).to.include({ quote: '1' });
    expect(new Date(steps[0]!.at).getDate()).to.equal(13);
  });

  it('refuse a label that is not there', () => {
    expect(() => readScript('= -1d 09:00\nana ^nowhere: Hi', 0, () => 0)).to.throw(
      TypeError,
      'nowhere',
    );
  });
});
