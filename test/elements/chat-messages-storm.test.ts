import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import '../../src/elements/chat-messages/chat-messages.js';
import type { ChatMessage } from '../../src/elements/chat-message/chat-message.js';
import type { MessageItem } from '../../src/client/types.js';
import { dayOf } from '../../src/elements/chat-message/time/dates.js';
import { focused } from '../support/pane.js';
import { fill, frame, openList, rounded, view } from '../support/messages.js';
import { play, stormOf } from '../support/storm.js';
import { ana, ben, cyd, kiln, pause, signIn, useWorld } from '../support/world.js';

const storm = stormOf({ seed: 20261123, runs: 2 });

const root = () => view.list.renderRoot as ShadowRoot;
const feed = () => ana.messages.feed(kiln);
const state = () => feed().$feed.get();
const rows = () => [...root().querySelectorAll<ChatMessage>('.rows > chat-message')];
const boxTop = () => view.box.getBoundingClientRect().top;
const offsetOf = (row: Element) => row.getBoundingClientRect().top - boxTop();

/** Where the reader is: at the end, or with the first whole row in view, or the one that fills it, at this offset. */
interface Place {
  readonly pinned: boolean;
  /** So near the end that the list may follow it or not. */
  readonly near: boolean;
  readonly id: string;
  readonly offset: number;
}
function here(): Place {
  const inView = rows().filter((row) => row.getBoundingClientRect().bottom > boxTop());
  const row =
    inView.find((one) => offsetOf(one) >= 0 && offsetOf(one) < view.box.clientHeight) ?? inView[0]!;
  const left = state().newer === 'end' ? view.toEnd() : Infinity;
  return { pinned: left <= 1, near: left <= 81, id: row.item!.id, offset: offsetOf(row) };
}

/** Nothing moves or loads any more, and the reader has rested. */
async function settled(): Promise<void> {
  let before = '';
  for (let since = performance.now(); performance.now() - since < 280;) {
    await frame();
    const { items, ready, older, newer } = state();
    const isDrawn = rows().every(({ item }) => items.includes(item!));
    const { scrollTop, scrollHeight, clientHeight } = view.box;
    const ends = [rows()[0]?.item?.id, rows().at(-1)?.item?.id];
    const now = [scrollTop, scrollHeight, clientHeight, items.length, ...ends].join();
    const busy = !ready || !isDrawn || older === 'loading' || newer === 'loading';
    if (now !== before || busy) since = performance.now();
    before = now;
  }
}

const authorOf = ({ message }: MessageItem) => (message.sender === 'ben' ? ben : cyd);
/** A message of Ben or Cyd that can be changed: above, in or below the view. */
function pick(where: number, which: number): MessageItem | undefined {
  const place = (row: Element) =>
    offsetOf(row) < 0 ? 0 : offsetOf(row) < view.box.clientHeight ? 1 : 2;
  const items = rows().flatMap((row) => (place(row) === where % 3 ? row.item! : []));
  const fit = items.filter(
    ({ message, mine }) =>
      !mine && message.text?.startsWith('So') && message.deletedAt === undefined,
  );
  return fit[which % Math.max(1, fit.length)];
}
const words = (count: number) => 'and so on '.repeat(count);
const say = (n: number) =>
  (n % 2 ? ben : cyd).messages.send(kiln, { text: `So ${n} ${words(n % 9)}` });
async function resize(width: number, height: number): Promise<void> {
  const { style } = view.list.parentElement!;
  Object.assign(style, { inlineSize: `${width}px`, blockSize: `${height}px` });
  await frame(4);
}

/** What somebody does, and what becomes of the reader's place: `moves`, to the `end`, or `held`. */
type Act = (a: number, b: number) => Promise<'moves' | 'end' | 'held'>;
const held =
  (act: (a: number, b: number) => unknown): Act =>
  async (a, b) => {
    await act(a, b);
    return 'held';
  };
const acts = {
  async wheel(a, b) {
    for (let i = 0; i <= b % 7; i++) await view.scrollBy([-240, 120, -93, 60, -400][a % 5]!);
    return 'moves';
  },
  async fling(a) {
    for (let i = 0; i < 12; i++) {
      view.box.scrollTop += a % 3 ? -(a % 500) : a % 500;
      await frame();
    }
    return 'moves';
  },
  async show(a) {
    const { items } = state();
    const wanted = items[a % items.length]!;
    const found = await view.list.show(wanted.id);
    expect(found).to.equal(wanted.message.deletedAt === undefined);
    return found ? 'moves' : 'held';
  },
  async latest() {
    view.list.showLatest();
    await frame(4);
    return 'end';
  },
  async mine(a) {
    await ana.messages.send(kiln, { text: `Mine ${words(a % 9)}` });
    return 'end';
  },
  say: held(say),
  many: held((a) => Promise.all(Array.from({ length: a % 40 }, (_, i) => say(i)))),
  edit: held(async (a, b) => {
    const item = pick(a, b);
    if (item) await authorOf(item).messages.edit(item.id, `So ${words((b % 7) * 6)}`);
  }),
  delete: held(async (a, b) => {
    const item = pick(a, b);
    if (item) await authorOf(item).messages.delete(item.id);
  }),
  react: held(async (a, b) => {
    const item = pick(a, b);
    if (item) await ben.messages.react(item.id, '🎉', b % 4 > 0);
  }),
  grow: held((a, b) => {
    const row = rows()[a % rows().length]!;
    row.style.paddingBlockEnd = `${b % 150}px`;
  }),
  resize: held((a, b) => resize([600, 300, 420][a % 3]!, [600, 400, 250, 120][b % 4]!)),
  async hide(a) {
    const { style } = view.list.parentElement!;
    style.display = 'none';
    await frame(2 + (a % 4));
    if (a % 3 === 0) await say(a);
    style.display = '';
    return 'held';
  },
  zoom: held((a) => (document.documentElement.style.fontSize = a % 2 ? '' : '200%')),
  away: held(async (a) => {
    if (ana.conversations.$conversation(kiln).get()?.unread) return;
    Object.assign(view.list, { guid: undefined, uid: 'ben' });
    await frame(1 + (a % 20));
    Object.assign(view.list, { guid: 'kiln', uid: undefined });
  }),
  move: held(() => view.list.parentElement!.parentElement!.append(view.list.parentElement!)),
  gap: held(async (a, b) => {
    ana.line.cut();
    for (let i = 0; i < b % 8; i++) await say(a + i);
    ana.line.mend();
    await pause(60);
  }),
  refetch: held(() => ana.line.say({ type: 'refetch' })),
  focus: held((a) => rows()[a % rows().length]!.focus({ preventScroll: true })),
} satisfies Record<string, Act>;

const step = fc.record({
  act: fc.constantFrom(...(Object.keys(acts) as (keyof typeof acts)[])),
  a: fc.nat(5039),
  b: fc.nat(5039),
});

/** Whatever was done: what there is to see is true, and nothing is lacking. */
function check(): void {
  const { items, older, newer, unreadFrom } = state();
  const shown = rows();
  const at = items.findIndex(({ id }) => id === shown[0]?.item?.id);
  const drawn = items.slice(at, at + shown.length);
  expect(
    shown.map(({ item }) => item!.id),
    'rows',
  ).to.deep.equal(drawn.map(({ id }) => id));
  const separators = shown.map((row) => {
    let count = 0;
    for (let one = row.previousElementSibling; one?.matches('.day, .unread'); count++)
      one = one.previousElementSibling;
    return count;
  });
  const expected = drawn.map(({ id, message }, i) => {
    const before = items[at + i - 1]?.message.sentAt ?? 0;
    return Number(dayOf(before) !== dayOf(message.sentAt)) + Number(id === unreadFrom);
  });
  expect(separators, 'days and the unread line').to.deep.equal(expected);
  const [first, last] = [shown[0]!, shown.at(-1)!].map((row) => row.getBoundingClientRect());
  const bottom = boxTop() + view.box.clientHeight;
  if (older !== 'end' || at > 0) expect(first!.top, 'above').to.be.below(boxTop());
  if (newer !== 'end' || last!.bottom < bottom - 60)
    expect(last!.bottom, 'below').to.be.least(newer === 'end' ? bottom - 60 : bottom);
  expect(shown.length).to.be.most(200);
  expect(items.length).to.be.most(460);
  expect(root().querySelectorAll('chat-message[tabindex="0"]'), 'tab stops').to.have.length(1);
  const size = older === 'end' && newer === 'end' ? String(items.length) : null;
  for (const row of shown) expect(row.getAttribute('aria-setsize')).to.equal(size);
  if (here().pinned) expect(root().querySelector('[part="latest"]'), 'at the end').to.be.null;
}

describe('chat-messages in a storm', () => {
  useWorld();
  afterEach(() => void (document.documentElement.style.fontSize = ''));

  async function walk(steps: readonly { act: keyof typeof acts; a: number; b: number }[]) {
    await resize(600, 600);
    document.documentElement.style.fontSize = '';
    view.list.showLatest();
    await settled();
    for (const [i, { act, a, b }] of steps.entries()) {
      const before = here();
      const hadFocus = root().contains(focused());
      const how = await acts[act](a, b);
      await settled();
      try {
        check();
        const left = state().newer === 'end' ? view.toEnd() : Infinity;
        const isTall = rows().at(-1)!.offsetHeight > view.box.clientHeight;
        if (how === 'end' || (how === 'held' && before.pinned)) {
          // What is taller than the view is read from its beginning (B7).
          if (!isTall) expect(left, 'to the end').to.be.most(1);
        } else if (how === 'held' && !before.near && before.offset < view.box.clientHeight) {
          const row = rows().find(({ item }) => item!.id === before.id)!;
          const hasRoom = left > 1 && view.box.scrollTop > 0;
          if (hasRoom) expect(offsetOf(row), 'place').to.be.closeTo(before.offset, rounded);
        }
        if (hadFocus && act !== 'away' && act !== 'move' && act !== 'hide')
          expect(root().contains(focused()), 'the focus is lost').to.be.true;
      } catch (error) {
        throw new Error(`${act} ${a} ${b}, step ${i}: ${String(error)}`, { cause: error });
      }
    }
  }

  it(`holds the reader's place, and shows what there is (B3-B6, B8-B11, B14, B20, B28, B112, B115, B116, B120; seed ${storm.seed})`, async function () {
    this.timeout(120_000 * storm.runs);
    await fill(400);
    await signIn('ana', 'ben', 'cyd');
    await ben.messages.send({ uid: 'ana' }, { text: 'Between us' });
    for (let i = 0; i < 30; i++) await say(i);
    await ana.conversations.markRead(kiln);
    await openList();
    await settled();
    const property = fc.asyncProperty(fc.array(step, { minLength: 15, maxLength: 15 }), walk);
    await play(storm, property);
  });
});
