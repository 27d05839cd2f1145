// The list of messages: opened at every size, and what happens once it is open, beside a plain list of bubbles.
import { median, pause } from './lab.mjs';
import { ratio, show, table } from './report.mjs';

/** More bubbles than this take a plain list longer than anyone waits. */
const mostPlain = 10_000;

export async function measureMessages(lab, { sizes, rounds, opening: onlyOpening }) {
  async function opening(name, count) {
    const { tab, cpu, memory, close } = await lab.open(name, count);
    const wall = await tab.evaluate(() => globalThis.opened);
    const processor = await cpu();
    const held = await memory();
    await close();
    return { wall, cpu: processor, ...held };
  }

  /** What is held after ten thousand messages were passed on the way back. */
  async function scrolledBack(count) {
    const { tab, memory, close } = await lab.open('kit', count);
    await tab.evaluate(() => globalThis.opened);
    await tab.evaluate(() => globalThis.bench.back(10_000));
    const { heap, nodes } = await memory();
    await close();
    return { heapBack: heap, nodesBack: nodes };
  }

  /** What happens once it is open. */
  async function living(name, count, world) {
    if (name === 'kit') {
      const filling = await lab.open('fill', 0);
      await filling.tab.evaluate(([n, to]) => globalThis.fill('messages', n, to), [count, world]);
      await filling.close();
    }
    const fresh = await lab.open(name, count, world);
    await fresh.tab.evaluate(() => globalThis.opened);
    await pause(300);
    const prepends = [];
    for (const place of [150, 0]) {
      prepends.push(await fresh.tab.evaluate((top) => globalThis.bench.prepend(top), place));
    }
    await fresh.close();
    const { tab, spent, fling, close } = await lab.open(name, count, world);
    await tab.evaluate(() => globalThis.opened);
    await pause(500);
    const appends = [];
    for (let i = 0; i < 5; i++) {
      appends.push(await spent(() => tab.evaluate(() => globalThis.bench.append())));
      await pause(150);
    }
    await tab.evaluate(() => globalThis.bench.watch());
    const wheel = await spent(async () => {
      await fling(3000, -200);
      return tab.evaluate(() => globalThis.bench.watched());
    });
    // The last turns of the wheel may still be on their way.
    await pause(700);
    await tab.evaluate(() => globalThis.bench.toEnd());
    await pause(1000);
    const names = Array.from({ length: 19 }, (_, i) => `Person ${i + 1}`);
    const sustained = await spent(() =>
      tab.evaluate((all) => globalThis.bench.sustain(all, 100, 5), names),
    );
    await close();
    return {
      append: median(appends.map((one) => one.cpu)),
      appendFrames: median(appends.map(({ value }) => value.frames)),
      sustained: sustained.cpu / 500,
      dropped: sustained.value.dropped * 100,
      wheelP95: wheel.value.p95,
      wheelBlank: wheel.value.blank,
      wheelCpu: wheel.cpu / Math.max(1, wheel.value.travelled),
      wheelRows: wheel.value.travelled,
      prepend: Math.max(...prepends),
    };
  }

  const samples = new Map();
  const add = (key, value) => samples.set(key, [...(samples.get(key) ?? []), value]);
  const stored = [];
  const filling = await lab.open('fill', 0);
  for (const count of sizes) {
    const took = await filling.tab.evaluate(
      (n) => globalThis.fill('messages', n, `bench-${n}`),
      count,
    );
    stored.push(`${count.toLocaleString('en')} in ${(took / 1000).toFixed(0)} s`);
    console.log(`${count} messages stored in ${(took / 1000).toFixed(1)} s`);
  }
  await filling.close();

  const livingAt = sizes.includes(10_000) ? 10_000 : sizes.at(-1);
  for (let round = 0; round < rounds; round++) {
    for (const count of sizes) {
      add(`kit ${count}`, await opening('kit', count));
      if (round === 0) add(`kit ${count}`, await scrolledBack(count));
      if (count <= mostPlain) add(`plain ${count}`, await opening('plain', count));
    }
    for (const name of ['kit', 'plain']) {
      if (onlyOpening || (name === 'plain' && livingAt > mostPlain)) continue;
      add(`living ${name}`, await living(name, livingAt, `live-${round}`));
    }
  }

  const of = (key, field) => {
    const values = samples
      .get(key)
      ?.map((one) => one[field])
      .filter((value) => Number.isFinite(value));
    return values?.length ? median(values) : undefined;
  };
  const base = of(`kit ${sizes[0]}`, 'cpu');
  const openings = sizes.map((count) => {
    const kit = (field, digits) => show(of(`kit ${count}`, field), digits);
    const cpu = of(`kit ${count}`, 'cpu');
    return [
      count.toLocaleString('en'),
      show(cpu),
      ratio(cpu, base),
      ratio(cpu, of(`plain ${count}`, 'cpu')),
      kit('wall'),
      kit('heap', 1),
      kit('nodes'),
      kit('heapBack', 1),
      kit('nodesBack'),
    ];
  });
  const livings = [
    ['append one of one’s own, CPU ms', 'append', 0],
    ['… seen after frames', 'appendFrames', 0],
    ['100 messages a second for 5 s, CPU ms each', 'sustained', 2],
    ['… frames dropped, %', 'dropped', 1],
    ['wheel fling, 95 % of frames within ms', 'wheelP95', 1],
    ['… blank frames', 'wheelBlank', 0],
    ['… CPU ms a row passed', 'wheelCpu', 2],
    ['… rows passed', 'wheelRows', 0],
    ['older messages come: farthest any frame moved, px', 'prepend', 1],
  ].map(([title, field, digits]) => {
    const [kit, plain] = ['kit', 'plain'].map((name) => of(`living ${name}`, field));
    return [title, show(kit, digits), show(plain, digits), ratio(kit, plain)];
  });
  return [
    `Stored beforehand: ${stored.join(', ')}.`,
    table(
      `opening with|CPU ms|× ${sizes[0]}|× plain|wall ms|heap MB|nodes|heap MB 10,000 back|nodes 10,000 back`,
      openings,
    ),
    ...(onlyOpening
      ? []
      : [table(`with ${livingAt.toLocaleString('en')} messages|ours|plain|ratio`, livings)]),
  ].join('\n\n');
}
