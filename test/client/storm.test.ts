import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { createRandom } from '../../src/backends/random.js';
import { createWeather, type Weather } from '../../src/backends/weather.js';
import type { ChatClient, Feed, MessageItem } from '../../src/client/types.js';
import type { Backend } from '../../src/protocol/backend.js';
import { ChatError } from '../../src/protocol/errors.js';
import type { Target } from '../../src/protocol/ids.js';
import type { Conversation } from '../../src/protocol/records.js';
import { play, stormOf } from '../support/storm.js';
import { createWorld, freshSpace, pause, type TestWorld } from '../support/world.js';

const storm = stormOf({ seed: 20260731, runs: 15 });

/** Whatever waits does so this much shorter; storage and locks take the time they take. */
const hurry = (times: number) => (milliseconds: number, run: () => void) => {
  const timer = setTimeout(run, milliseconds >= 2000 ? milliseconds : milliseconds / times);
  return () => clearTimeout(timer);
};
const after = hurry(20);
const rough = {
  latency: 100,
  jitter: 200,
  loss: 0.2,
  duplication: 0.2,
  reordering: 0.2,
  gaps: 0.05,
  timeout: 1000,
};
const calm = {
  latency: 0,
  jitter: 0,
  loss: 0,
  duplication: 0,
  reordering: 0,
  gaps: 0,
  offline: false,
};

const uids = ['ana', 'ben', 'cyd'] as const;
type Uid = (typeof uids)[number];
const group: Target = { guid: 'kiln' };
const places: Record<Uid, readonly Target[]> = {
  ana: [group, { uid: 'ben' }],
  ben: [group, { uid: 'ana' }],
  cyd: [group],
};

const step = fc.record({
  who: fc.constantFrom(...uids),
  act: fc.oneof(
    { weight: 6, arbitrary: fc.constant('send' as const) },
    { weight: 2, arbitrary: fc.constant('edit' as const) },
    { weight: 1, arbitrary: fc.constant('delete' as const) },
    { weight: 2, arbitrary: fc.constant('react' as const) },
    { weight: 2, arbitrary: fc.constant('read' as const) },
    { weight: 1, arbitrary: fc.constant('markUnread' as const) },
    { weight: 1, arbitrary: fc.constant('line' as const) },
    { weight: 2, arbitrary: fc.constant('wait' as const) },
  ),
  place: fc.nat(1),
  pick: fc.nat(20),
});
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

interface Person {
  readonly uid: Uid;
  readonly space: string;
  readonly weather: Weather;
  /** Whether the server refuses the next command for now, before or after it has carried it out. */
  readonly refuses: () => 'before' | 'after' | undefined;
  /** What went back that never may. */
  readonly wentBack: string[];
  client: ChatClient;
  feeds: readonly Feed[];
}
interface Story {
  /** Text as first written, in the order given, by author and place. */
  readonly written: Map<string, string[]>;
  /** Deleted by its author, perhaps before it was ever sent. */
  readonly deleted: Set<string>;
  readonly edited: Map<string, string>;
}

async function appear(world: TestWorld, person: Person): Promise<void> {
  const backend = person.weather.wrap(refusing(world.host.backend(), person.refuses));
  const client = (person.client = await signedIn(world, person, backend));
  person.feeds = places[person.uid].map((target) => client.messages.feed(target));
  for (const feed of person.feeds) feed.$feed.listen(() => undefined);
  for (const target of places[person.uid]) watchTicks(person, target);
}

/** A server that has too much to do now and then: it may have done what was asked all the same. */
function refusing(backend: Backend, refuses: Person['refuses']): Backend {
  return {
    ...backend,
    async request(name, params, commandId) {
      const when = commandId === undefined ? undefined : refuses();
      const busy = () =>
        when === 'before'
          ? new ChatError('rate-limited', 'Too much at once.', { retryAfter: 30 })
          : new ChatError('unavailable', 'The server is busy.');
      if (when === 'before') throw busy();
      const result = await backend.request(name, params, commandId);
      if (when === 'after') throw busy();
      return result;
    },
  };
}

/** M2: what has reached the others, or was read by them, stays so. */
function watchTicks({ client, uid, wentBack }: Person, target: Target): void {
  let last: Conversation | undefined;
  client.conversations.$conversation(target).listen((now) => {
    for (const mark of ['deliveredSeq', 'othersReadSeq'] as const)
      if ((now?.[mark] ?? Infinity) < (last?.[mark] ?? 0))
        wentBack.push(`${mark} of ${uid}: ${last?.[mark]} -> ${now?.[mark]}`);
    last = now;
  });
}

async function signedIn(
  world: TestWorld,
  { uid, space }: Person,
  backend: ReturnType<Weather['wrap']>,
): Promise<ChatClient> {
  for (;;) {
    try {
      return await world.client(uid, {
        backend,
        appId: space,
        timeout: 2000,
        environment: { after },
      });
    } catch {
      await pause(10);
    }
  }
}

function act(person: Person, { act: what, place, pick }: Step, story: Story, count: number): void {
  const index = place % person.feeds.length;
  const feed = person.feeds[index];
  const target = places[person.uid][index];
  if (!feed || !target) return;
  const { messages } = person.client;
  const { items } = feed.$feed.get();
  const any = items.length > 0 ? items[pick % items.length] : undefined;
  const own = items.filter((item) => item.mine && item.message.deletedAt === undefined);
  const mine = own.length > 0 ? own[pick % own.length] : undefined;
  const quietly = (promise: Promise<unknown>) => void promise.catch(() => undefined);
  switch (what) {
    case 'send': {
      const text = `${person.uid}-${count}`;
      const key = `${person.uid} in ${index}`;
      story.written.set(key, [...(story.written.get(key) ?? []), text]);
      return quietly(messages.send(target, { text }));
    }
    case 'edit':
      if (!mine || mine.state === 'failed') return;
      story.edited.set(first(mine), `${first(mine)} edited ${count}`);
      return quietly(messages.edit(mine.id, `${first(mine)} edited ${count}`));
    case 'delete':
      if (!mine) return;
      story.deleted.add(first(mine));
      return quietly(messages.delete(mine.id));
    case 'react':
      return any && quietly(messages.react(any.id, '👍', pick % 2 === 0));
    case 'read':
      return any && feed.seen(any.id);
    case 'markUnread':
      return any && !any.mine ? quietly(messages.markUnread(any.id)) : undefined;
    case 'line':
      return person.weather.set({ offline: !person.weather.settings.offline });
    case 'wait':
      return;
  }
}

/** What a message said when it was first written; deleted ones say nothing. */
function first(item: MessageItem): string {
  return item.message.text?.split(' ')[0] ?? '';
}

function outlineOf(items: readonly MessageItem[]) {
  return items.map(({ id, state, message }) => ({
    id,
    on: state === 'pending' || state === 'failed' ? state : 'server',
    text: message.text ?? null,
    deleted: message.deletedAt !== undefined,
    reactions: (message.reactions ?? []).map(({ reaction, count, mine }) => ({
      reaction,
      count,
      mine,
    })),
  }));
}

function edgesOf({ feeds }: Person) {
  return feeds.map((feed) => {
    const { items, error, ...rest } = feed.$feed.get();
    return { ...rest, rows: items.length, error: error?.code };
  });
}

function shownBy(person: { client: ChatClient; uid: Uid; feeds: readonly Feed[] }) {
  return {
    feeds: person.feeds.map((feed) => outlineOf(feed.$feed.get().items)),
    unread: places[person.uid].map(
      (target) => person.client.conversations.$conversation(target).get()?.unread ?? 0,
    ),
  };
}

/** A second client of the same person, on a line without weather: what the server says. */
async function truthFor(world: TestWorld, uid: Uid) {
  const client = await world.client(uid);
  const feeds = places[uid].map((target) => client.messages.feed(target));
  for (const feed of feeds) {
    const stop = feed.$feed.listen(() => undefined);
    while (!feed.$feed.get().ready) await pause(2);
    while (feed.$feed.get().older === 'more') await feed.older();
    stop();
  }
  const truth = shownBy({ client, uid, feeds });
  for (const [i, feed] of feeds.entries()) {
    const { readSeq = 0 } = client.conversations.$conversation(places[uid][i]!).get() ?? {};
    const left = feed.$feed.get().items.filter((item) => isUnread(item, readSeq));
    expect(truth.unread[i], `unread by ${uid}`).to.equal(left.length);
  }
  client.close();
  return truth;
}

/** M3: counted anew. */
function isUnread({ mine, message }: MessageItem, readSeq: number): boolean {
  const counts = message.category === 'message' && message.deletedAt === undefined;
  return !mine && counts && message.seq > readSeq;
}

async function agree(
  world: TestWorld,
  people: readonly Person[],
  check: () => void,
): Promise<void> {
  let last: unknown;
  let lost: unknown;
  for (const until = Date.now() + 8000; Date.now() < until; await pause(60)) {
    let same = true;
    for (const person of people) {
      for (const feed of person.feeds) {
        for (const item of feed.$feed.get().items) {
          // An edit of what was deleted meanwhile is refused, and a person lets it go.
          if (item.state === 'failed' && item.message.rev > 0)
            person.client.messages.discard(item.id);
        }
        // Where the line was there, and the first page was lost three times: a person presses "Try again".
        if (feed.$feed.get().error) await feed.reload();
        await feed.older();
      }
      const [shown, truth] = [shownBy(person), await truthFor(world, person.uid)];
      if (JSON.stringify(shown) !== JSON.stringify(truth)) {
        same = false;
        last = {
          uid: person.uid,
          shown,
          truth,
          status: person.client.$status.get(),
          edges: edgesOf(person),
        };
      }
    }
    if (!same) continue;
    try {
      return check();
    } catch (error) {
      // What was not sent before a reload may still be on its way out of storage.
      lost = error;
    }
  }
  if (lost) throw lost as Error;
  const { shown, truth, ...who } = last as { shown: unknown; truth: unknown };
  throw new Error([JSON.stringify(who), ...differences(shown, truth)].join('\n'));
}

/** Lines of one and not of the other. */
function differences(shown: unknown, truth: unknown): string[] {
  const [left, right] = [shown, truth].map((it) => JSON.stringify(it, null, 1).split('\n'));
  return left!
    .flatMap((line, i) => (line === right![i] ? [] : [`${i}: ${line} is ${right![i]}`]))
    .slice(0, 12);
}

function checkStory(items: readonly MessageItem[], story: Story, place: number): void {
  const ids = items.map((item) => item.id);
  expect(new Set(ids).size, 'doubled').to.equal(ids.length);
  for (const uid of uids) {
    const written = story.written.get(`${uid} in ${place}`) ?? [];
    const there = items.filter(
      (item) => item.message.sender === uid && item.message.category === 'message',
    );
    const alive = there.filter((item) => item.message.deletedAt === undefined).map(first);
    const expected = written.filter((text) => !story.deleted.has(text));
    expect(
      alive.filter((text) => !story.deleted.has(text)),
      `lost, or out of order, by ${uid}`,
    ).to.deep.equal(expected);
    expect(there.length, `too many by ${uid}`).to.be.at.most(written.length);
    for (const item of there) {
      const edited = story.edited.get(first(item));
      if (edited !== undefined && item.message.deletedAt === undefined)
        expect(item.message.text).to.equal(edited);
    }
  }
}

describe('three people in a storm', () => {
  it(`agree with the server in the end: nothing lost, doubled or out of order (C1, C2, C4, C5, M2, M3, R1, R4, N1, N2; seed ${storm.seed})`, async function () {
    this.timeout(120_000);
    let stories = 0;
    await play(
      storm,
      fc.asyncProperty(
        fc.array(step, { minLength: 15, maxLength: 60 }),
        fc.constantFrom(...uids),
        fc.nat(),
        async (steps, whoReloads, weatherSeed) => {
          stories++;
          const world = await createWorld();
          const random = createRandom(weatherSeed);
          let busy = 16;
          const people = uids.map((uid): Person => {
            const weather = createWeather({ ...rough, random, after });
            const refuses = () => (['before', 'after'] as const)[Math.floor(random() * busy)];
            const own = { uid, weather, refuses, wentBack: [], space: freshSpace() };
            return { ...own, feeds: [] } as unknown as Person;
          });
          try {
            await Promise.all(people.map((person) => appear(world, person)));
            const told: Story = { written: new Map(), deleted: new Set(), edited: new Map() };
            for (const [count, one] of steps.entries()) {
              const person = people.find(({ uid }) => uid === one.who)!;
              act(person, one, told, count);
              if (one.act === 'wait') await pause(one.pick);
              if (count === Math.floor(steps.length / 2)) {
                const reloader = people.find(({ uid }) => uid === whoReloads)!;
                await reloader.client.close();
                reloader.weather.set({ offline: false });
                await appear(world, reloader);
              }
            }
            for (const { weather } of people) weather.set(calm);
            busy = Infinity;
            const [ana] = people;
            await agree(world, people, () => {
              expect(people.flatMap(({ wentBack }) => wentBack)).to.deep.equal([]);
              checkStory(ana?.feeds[0]?.$feed.get().items ?? [], told, 0);
              const direct = (ana?.feeds[1]?.$feed.get().items ?? []).filter(
                (item) => item.message.sender !== 'cyd',
              );
              checkStory(direct, { ...told, written: withoutCyd(told.written) }, 1);
            });
          } finally {
            await world.close();
          }
        },
      ),
    );
    expect(stories).to.be.at.least(1);
  });
});

function withoutCyd(written: Map<string, string[]>): Map<string, string[]> {
  return new Map([...written].filter(([key]) => !key.startsWith('cyd')));
}
