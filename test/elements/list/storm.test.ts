import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import fc from 'fast-check';
import { signs } from '../../../src/elements/chat-conversations/late-signs.js';
import type { ListData } from '../../../src/elements/list/data.js';
import type { ListElement } from '../../../src/elements/list/list-element.js';
import { textOf } from '../../support/find.js';
import { frame } from '../../support/messages.js';
import { focused, inPane } from '../../support/pane.js';
import { still } from '../../support/still.js';
import { ana, pause, signIn, useWorld, world } from '../../support/world.js';
import { stormed, type Deed, type Stormed } from './storm-lists.js';

/** The page's `process.env`, where the runner gives it one: SEED=7 RUNS=20 npm run test:unit. */
const env = (globalThis as { process?: { env?: Record<string, string | undefined> } }).process?.env;
const seed = Number(env?.['SEED'] ?? 5);
const runs = Number(env?.['RUNS'] ?? 1);

interface Item {
  readonly id: string;
}
type Shown = ListElement<Item> & { readonly data: ListData<Item> };
let kind: Stormed;
let list: Shown;
let pane: HTMLElement;

const find = (selector: string) => list.renderRoot.querySelector<HTMLElement>(selector)!;
const scroller = () => find('.scroller');
const state = () => list.data.list!.$list.get();
const drawn = () => [...list.renderRoot.querySelectorAll<HTMLElement>('.sizer > *')];
const rows = () => drawn().filter((row) => row.matches('.row'));
const topOf = (element: Element) => element.getBoundingClientRect().top;
const bottomOf = (element: Element) => element.getBoundingClientRect().bottom;
const itemOf = (row: Element) => state().items[Number(row.getAttribute('aria-posinset')) - 1];
const uidOf = (row: Element) => kind.uidOf(itemOf(row));
/** Of a heading, what it says. */
const keyOf = (row: Element) => (row.matches('.row') ? uidOf(row) : textOf(row));
const focusedRow = () => focused()?.closest('.row');
const isSticky = () => getComputedStyle(find('.head')).position === 'sticky';
/** Where rows come into view. */
const edge = () => Math.max(topOf(scroller()), isSticky() ? bottomOf(find('.head')) : -Infinity);
const isScrolled = () => drawn().length > 0 && topOf(find('.sizer')) < edge() - 1;
const toEnd = () =>
  scroller().scrollHeight - scroller().clientHeight - Math.ceil(scroller().scrollTop);

/** Nothing comes or moves any more. */
async function settled(): Promise<void> {
  let before = '';
  let since = performance.now();
  const late = since + 8000;
  while (performance.now() - since < 100) {
    await still();
    await frame();
    const { items, loading, ready, error } = state();
    const field = list.renderRoot.querySelector('input');
    const places = drawn().map((row) => Math.round(topOf(row)));
    const now = [items.length, list.search, ...places].join();
    const { phase } = ana.$status.get();
    const busy = list.isUpdatePending || loading || !(ready || error) || phase !== 'signedIn';
    const isTyped = field !== null && field.value.trim() !== list.search;
    if (now !== before || busy || isTyped) since = performance.now();
    if (since > late) throw new Error('never settles');
    before = now;
  }
}

/** What becomes of the reader's place and of the focus: both `held`, the place `moves`, the focus `leaves`, or neither. */
type Effect = 'held' | 'moves' | 'leaves' | 'anew';
/** What the reader does. */
type Act = (pick: number) => Promise<Effect>;
const doing =
  (effect: Effect, act: (pick: number) => unknown): Act =>
  async (pick) => {
    await act(pick);
    return effect;
  };
const ways = ['ArrowDown', 'PageDown', 'End', 'ArrowUp', 'PageUp', 'Home'];
const acts: Readonly<Record<string, Act>> = {
  scroll: doing('moves', (pick) => (scroller().scrollTop += ((pick % 9) - 3) * 150)),
  fling: doing('moves', async (pick) => {
    for (let i = 0; i < 10; i++) {
      scroller().scrollTop += pick % 3 ? pick % 400 : -(pick % 400);
      await frame();
    }
  }),
  keys: doing('moves', async (pick) => {
    if (!focusedRow()) list.focus();
    for (let i = 0; i < 3; i++) await sendKeys({ press: ways[(pick + i * (pick % 5)) % 6]! });
  }),
  type: doing('moves', async (pick) => {
    list.focus();
    if (focusedRow()) await sendKeys({ type: ['a', 'e', '1', 'er'][pick % 4]! });
  }),
  clear: doing('moves', async () => {
    find('input').focus();
    await sendKeys({ press: 'Escape' });
  }),
  focus: doing('leaves', (pick) => {
    const inView = rows().filter((row) => topOf(row) >= edge() && topOf(row) < innerHeight);
    inView[pick % inView.length]
      ?.querySelector<HTMLElement>('.main')!
      .focus({ preventScroll: true });
  }),
  leave: doing('leaves', () => (focused() as HTMLElement | null)?.blur()),
  select: doing('leaves', (pick) => rows()[pick % rows().length]?.querySelector('button')!.click()),
  low: doing('held', (pick) => (pane.style.blockSize = `${[600, 200, 450, 60][pick % 4]}px`)),
  narrow: doing('held', (pick) => (pane.style.inlineSize = `${[360, 220, 500][pick % 3]}px`)),
  zoom: doing('held', (pick) => (document.documentElement.style.fontSize = pick % 2 ? '' : '200%')),
  mirror: doing('held', (pick) => (pane.dir = pick % 2 ? 'rtl' : '')),
  elsewhere: doing('leaves', async (pick) => {
    list.remove();
    await frame(pick % 3);
    pane.append(list);
  }),
  again: doing('held', () => list.reload()),
  another: doing('anew', async () => {
    const uid = ana.$me.get()?.id === 'ana' ? 'ben' : 'ana';
    await ana.signOut();
    await world.signIn(ana, uid);
  }),
};

/** What others do, now and then while there is no line. Resolves to the UIDs of whose rows may go elsewhere. */
async function others(deed: Deed, pick: number): Promise<readonly string[]> {
  const row = focusedRow();
  const doing = deed(pick, row ? uidOf(row) : undefined);
  if (pick % 4 > 0) return doing;
  ana.line.cut();
  await pause(20);
  ana.line.mend();
  return doing;
}

/** Where the reader is: the first row in view that stays there. */
function here() {
  const inView = drawn().filter(
    (row) => bottomOf(row) > edge() && topOf(row) < bottomOf(scroller()),
  );
  const row = focusedRow();
  return {
    places: inView.map((one) => ({ key: keyOf(one), offset: topOf(one) - edge() })),
    free: !isScrolled() || toEnd() <= 2,
    sticky: isSticky(),
    focus: row ? uidOf(row) : undefined,
    seesFocus: inView.includes(row as HTMLElement),
    had: document.activeElement === list,
  };
}

/** Whatever happened: rows are those of the client, in their order and places, and nothing is lacking. */
function check(): void {
  const { items, more, total } = state();
  if (items.length === 0) return;
  const places = rows().map((row) => Number(row.getAttribute('aria-posinset')));
  expect(places, 'order').to.deep.equal([...new Set(places)].sort((a, b) => a - b));
  const size = String(more ? (total ?? -1) : items.length);
  for (const row of rows()) {
    expect(textOf(row.querySelector('.name'))).to.include(kind.nameOf(itemOf(row)));
    expect(row.getAttribute('aria-setsize'), 'size').to.equal(size);
  }
  drawn().forEach((row, i) => {
    const next = drawn()[i + 1];
    if (!kind.sectionOf || !next?.matches('.row')) return;
    if (Number(next.dataset['index']) !== Number(row.dataset['index']) + 1) return;
    const above = row.matches('.row') ? kind.sectionOf(itemOf(row)) : textOf(row);
    expect(kind.sectionOf(itemOf(next)), 'section').to.equal(above);
  });
  expect(drawn().length, 'nodes').to.be.within(1, 45);
  expect(find('.sizer').querySelectorAll('[tabindex="0"]'), 'tab stops').to.have.length(1);
  let covered = Math.max(edge(), topOf(find('.sizer')));
  for (const row of drawn())
    if (topOf(row) < covered + 2) covered = Math.max(covered, bottomOf(row));
  const end = Math.min(bottomOf(scroller()), bottomOf(find('.sizer')));
  expect(covered, 'blank').to.be.least(end - 2);
}

function checkPlace(
  before: ReturnType<typeof here>,
  effect: Effect,
  deed: string,
  touched: readonly string[],
) {
  const now = here();
  const there = state().items.map(kind.uidOf);
  const keeps = effect === 'held' || effect === 'moves';
  if (keeps && before.had) expect(now.had, 'the focus is lost').to.equal(true);
  // One that was to go, and may not, was away for a moment.
  const stays =
    there.includes(before.focus ?? '') &&
    !(deed === 'goes' && touched.includes(before.focus ?? ''));
  if (effect === 'held' && stays)
    expect(now.focus, 'the focus leaves its row').to.equal(before.focus);
  // The view goes with the focus to the next row, and shows as much as there is.
  const follows = now.focus !== before.focus && (before.seesFocus || effect === 'leaves');
  if (effect === 'moves' || effect === 'anew' || follows || before.free || now.free) return;
  if (before.sticky !== now.sticky) return;
  const offsetOf = (key: string) => {
    const row = drawn().find((one) => keyOf(one) === key);
    return row && topOf(row) - edge();
  };
  const eye = before.places.find(
    ({ key }) => !touched.includes(key) && (there.includes(key) || offsetOf(key) !== undefined),
  );
  const told = `${eye?.key} moved, of ${JSON.stringify(before.places)}`;
  if (eye) expect(offsetOf(eye.key), told).to.be.closeTo(eye.offset, 2);
}

interface Step {
  /** What the reader does; without it, others alone do something. */
  readonly act?: string | undefined;
  readonly deed?: string | undefined;
  readonly pick: number;
}

async function walk(steps: readonly Step[]): Promise<void> {
  await world.signIn(ana, 'ana');
  list = await inPane<Shown>(ana, kind.content());
  pane = list.parentElement!;
  await settled();
  // Among the rows, with the focus on one.
  scroller().scrollTop = 700;
  await settled();
  await acts['focus']!(2);
  for (const [i, { act = '', deed = '', pick }] of steps.entries()) {
    const before = here();
    try {
      const [effect = 'held', touched = []] = await Promise.all([
        acts[act]?.(pick),
        kind.deeds[deed] && others(kind.deeds[deed], pick),
      ]);
      await settled();
      check();
      checkPlace(before, effect, deed, touched);
    } catch (error) {
      throw new Error(`${act} ${deed} ${pick}, step ${i}: ${String(error)}`, { cause: error });
    }
  }
  list.remove();
}

describe('lists in a storm', () => {
  useWorld();
  afterEach(() => void (document.documentElement.style.fontSize = ''));

  for (const [name, one] of Object.entries(stormed))
    it(`${name}: show what there is, keep place, focus and tab stop, leave no gap (B14, B104, B106, B112, B115, B120, B121; seed ${seed})`, async function () {
      this.timeout(60_000 * runs);
      kind = one;
      await kind.fill();
      await signIn('ana');
      // Rows that need it would wait for it, and show what was before.
      await signs.load();
      const act = fc.constantFrom(...Object.keys(acts));
      const deed = fc.constantFrom(...Object.keys(kind.deeds));
      const pick = fc.nat(5039);
      const plain = { noNullPrototype: true };
      const step = fc.oneof(
        fc.record({ act, pick }, plain),
        fc.record({ deed, pick }, plain),
        fc.record({ act, deed, pick }, plain),
      );
      const story = fc.asyncProperty(fc.array(step, { minLength: 12, maxLength: 12 }), walk);
      const told = { endOnFailure: true, includeErrorInReport: true };
      await fc.assert(story, { seed, numRuns: runs, ...told });
    });
});
