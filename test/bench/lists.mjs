// The flat lists with many rows, beside the same ones with few: nothing should grow with what is stored.
import { median, pause } from './lab.mjs';
import { ratio, show, table } from './report.mjs';

const members = [100, 100_000];
const rooms = [100, 10_000];
/** Loaded by scrolling before the last measures. */
const loaded = 5000;

export async function measureLists(lab, { rounds }) {
  const stored = [];
  const filling = await lab.open('fill', 0);
  for (const [kind, sizes] of [
    ['members', members],
    ['rooms', rooms],
  ]) {
    for (const count of sizes) {
      const took = await filling.tab.evaluate(
        ([what, n]) => globalThis.fill(what, n, `${what}-${n}`),
        [kind, count],
      );
      stored.push(`${count.toLocaleString('en')} ${kind} in ${(took / 1000).toFixed(0)} s`);
      console.log(stored.at(-1));
    }
  }
  await filling.close();

  /** From a fresh page to its first rows, and what is held then. */
  async function openList(kind, count) {
    const page = await lab.open(kind, count, `${kind}-${count}`);
    const wall = await page.tab.evaluate(() => globalThis.opened);
    const cpu = await page.cpu();
    await pause(500);
    return { page, opened: { wall, cpu, ...(await page.memory()) } };
  }

  async function flung({ tab, spent, fling, memory }) {
    await tab.evaluate(() => globalThis.bench.watch());
    const { value, cpu } = await spent(async () => {
      // Down and up: a short list ends before the wheel does.
      for (const deltaY of [200, -200, 200]) await fling(1000, deltaY);
      return tab.evaluate(() => globalThis.bench.watched());
    });
    await pause(700);
    const { heap, nodes } = await memory();
    const { p95, blank, travelled } = value;
    return { p95, blank, rowCpu: cpu / travelled, heapAfter: heap, nodesAfter: nodes };
  }

  /** Keys pressed on the first row: how long until what is waited for. */
  async function keyed({ tab, spent }, press, ...what) {
    await tab.evaluate(() => globalThis.bench.toStart());
    await pause(300);
    await tab.evaluate(() => globalThis.bench.focus());
    await tab.evaluate((all) => globalThis.bench.wait(...all), what);
    return spent(async () => {
      await press(tab.keyboard);
      return tab.evaluate(() => globalThis.bench.waited);
    });
  }
  const end = (page) => keyed(page, (keyboard) => keyboard.press('End'), 'moved');
  const search = (page) => keyed(page, (keyboard) => keyboard.type('77'), 'found', '77');

  async function ofMembers(count) {
    const { page, opened } = await openList('members', count);
    const fling = await flung(page);
    const ended = await end(page);
    const first = await search(page);
    await page.tab.keyboard.press('Escape');
    await pause(700);
    const second = await search(page);
    await page.close();
    return {
      ...opened,
      ...fling,
      end: ended.value,
      endCpu: ended.cpu,
      search: first.value,
      searchCpu: first.cpu,
      again: second.value,
      againCpu: second.cpu,
    };
  }

  /** Someone writes in a conversation far down, again and again. */
  async function lifted({ tab, spent }, count) {
    const lifts = [];
    for (let i = 0; i < 5; i++) {
      await pause(300);
      lifts.push(
        await spent(() =>
          tab.evaluate(
            ([uid, text]) => globalThis.bench.lifted(uid, text),
            [`r${Math.floor(count / 2) + i}`, `said ${i}`],
          ),
        ),
      );
    }
    return { wall: median(lifts.map(({ value }) => value)), cpu: median(lifts.map((l) => l.cpu)) };
  }

  async function ofRooms(count) {
    const { page, opened } = await openList('rooms', count);
    const lift = await lifted(page, count);
    const fling = await flung(page);
    await page.tab.evaluate((n) => globalThis.bench.down(n), Math.min(loaded, count));
    await page.tab.evaluate(() => globalThis.bench.toStart());
    const late = await lifted(page, count / 2);
    const held = await page.memory();
    await page.close();
    return {
      ...opened,
      ...fling,
      lift: lift.wall,
      liftCpu: lift.cpu,
      late: late.wall,
      lateCpu: late.cpu,
      heapLoaded: held.heap,
      nodesLoaded: held.nodes,
    };
  }

  const samples = new Map();
  for (let round = 0; round < rounds; round++) {
    for (const [kind, sizes, measure] of [
      ['members', members, ofMembers],
      ['rooms', rooms, ofRooms],
    ]) {
      for (const count of sizes) {
        const key = `${kind} ${count}`;
        samples.set(key, [...(samples.get(key) ?? []), await measure(count)]);
      }
    }
  }
  const rowsOf = (kind, sizes, measures) =>
    measures.map(([title, field, digits = 0]) => {
      const [few, many] = sizes.map((count) =>
        median(samples.get(`${kind} ${count}`).map((one) => one[field])),
      );
      return [title, show(few, digits), show(many, digits), ratio(many, few)];
    });
  const heads = (title, sizes) =>
    [title, ...sizes.map((count) => count.toLocaleString('en')), 'ratio'].join('|');
  const opening = [
    ['opening, CPU ms', 'cpu'],
    ['… wall ms', 'wall'],
    ['… heap MB', 'heap', 1],
    ['… nodes', 'nodes'],
    ['wheel fling, 95 % of frames within ms', 'p95', 1],
    ['… blank frames', 'blank'],
    ['… CPU ms a row passed', 'rowCpu', 2],
    ['… heap MB after it', 'heapAfter', 1],
    ['… nodes after it', 'nodesAfter'],
  ];
  return [
    `Stored beforehand: ${stored.join(', ')}.`,
    table(
      heads('members of a group', members),
      rowsOf('members', members, [
        ...opening,
        ['End key, until the last loaded row is in view, ms', 'end'],
        ['… CPU ms', 'endCpu'],
        ['typing 77, until all rows fit (300 ms of them waiting for more keys), ms', 'search'],
        ['… CPU ms', 'searchCpu'],
        ['… once more, ms', 'again'],
        ['… CPU ms', 'againCpu'],
      ]),
    ),
    table(
      heads('conversations', rooms),
      rowsOf('rooms', rooms, [
        ...opening,
        ['one row from the middle to the top, ms', 'lift'],
        ['… CPU ms', 'liftCpu'],
        [`… with ${loaded.toLocaleString('en')} of them (or all) loaded, ms`, 'late'],
        ['… CPU ms', 'lateCpu'],
        ['… heap MB', 'heapLoaded', 1],
        ['… nodes', 'nodesLoaded'],
      ]),
    ),
  ].join('\n\n');
}
