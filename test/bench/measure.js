// The half of a measurement that runs in the page, for whatever kit is on it.
export const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

export async function until(done, milliseconds = 20_000) {
  const begun = performance.now();
  while (!done()) {
    if (performance.now() - begun > milliseconds) throw new Error('It never came.');
    await frame();
  }
}

const messageNumber = (row) => /\b([mo]\d+): ?/.exec(row?.textContent ?? '')?.[1] ?? null;

export function createMeasures(kit, { last, older, numberOf = messageNumber }) {
  const box = () => kit.scroller();
  let sent = 0;

  function showsAtEnd(text) {
    const row = kit.lastRow();
    if (!row?.textContent.includes(text)) return false;
    const { bottom, height } = row.getBoundingClientRect();
    return height > 0 && bottom <= box().getBoundingClientRect().bottom + 24;
  }

  /** The first row that is wholly in view. */
  function rowInView() {
    const { top } = box().getBoundingClientRect();
    return [...kit.rows()].find((row) => row.getBoundingClientRect().top >= top - 1);
  }
  const offsetOf = (row) => row.getBoundingClientRect().top - box().getBoundingClientRect().top;

  return {
    box() {
      const { left, top, width, height } = box().getBoundingClientRect();
      return { x: left + width / 2, y: top + height / 2 };
    },

    /** From navigation to the frame in which the newest message is seen. */
    async opened() {
      await until(() => box() && showsAtEnd(last));
      await frame();
      return performance.now();
    },

    /** One's own message, until it is seen. Frames and milliseconds. */
    async append() {
      const text = `own ${sent++}`;
      await frame();
      const begun = performance.now();
      kit.send(text);
      let frames = 0;
      await until(() => ++frames && showsAtEnd(text));
      return { frames: frames - 1, milliseconds: performance.now() - begun };
    },

    /** Messages of others, so many a second. */
    async sustain(names, rate, seconds) {
      await kit.connect(names);
      const times = [];
      let running = true;
      const watch = (time) => {
        times.push(time);
        if (running) requestAnimationFrame(watch);
      };
      requestAnimationFrame(watch);
      const begun = performance.now();
      const total = rate * seconds;
      let said = 0;
      while (said < total) {
        const due = Math.min(total, Math.floor(((performance.now() - begun) / 1000) * rate) + 1);
        while (said < due) kit.say(names[said % names.length], `s${said++}:`);
        await pause(1000 / rate);
      }
      await until(() => showsAtEnd(`s${total - 1}:`), 60_000);
      const milliseconds = performance.now() - begun;
      running = false;
      return {
        milliseconds,
        dropped: Math.max(0, 1 - (times.length - 1) / (milliseconds / (1000 / 60))),
      };
    },

    /** Older messages come while the reader rests `at` so many pixels below the top: how far anything moved. */
    async prepend(at) {
      await kit.toTop(at);
      for (let i = 0; i < 20; i++) await frame();
      const row = rowInView();
      const number = numberOf(row);
      const place = offsetOf(row);
      const before = box().scrollHeight;
      await pause(0);
      kit.deliver(older());
      let moved = 0;
      let came = 0;
      for (let i = 0; i < 120 && came < 20; i++) {
        await frame();
        if (box().scrollHeight !== before) came++;
        const now =
          row.isConnected && numberOf(row) === number
            ? row
            : [...kit.rows()].find((one) => numberOf(one) === number);
        moved = Math.max(moved, now ? Math.abs(offsetOf(now) - place) : Infinity);
      }
      if (came === 0) throw new Error('Nothing older came.');
      return moved;
    },

    toEnd: () => kit.toEnd(),

    /** Scrolls so many messages back, or to the beginning. */
    async back(count) {
      const place = () => Number(numberOf(rowInView())?.slice(1) ?? NaN);
      const begun = place();
      for (let last = begun, still = 0; begun - last < count && still < 300;) {
        box().scrollTop = 0;
        await frame();
        const now = place();
        still = now === last || Number.isNaN(now) ? still + 1 : 0;
        if (!Number.isNaN(now)) last = now;
      }
      await pause(2000);
    },

    /** Watches frames until `watched()`. */
    watch() {
      const times = [];
      let blank = 0;
      let running = true;
      let travelled = 0;
      let topmost = null;
      const { left, top, width, height } = box().getBoundingClientRect();
      const look = (time) => {
        times.push(time);
        const root = box().getRootNode();
        const hit = [0.2, 0.5, 0.8].some((part) => {
          const found = root.elementsFromPoint(left + width / 2, top + height * part);
          return found.some(
            (one) =>
              one !== box() &&
              box().contains(one) &&
              one.getBoundingClientRect().height < 4 * height,
          );
        });
        if (!hit) blank++;
        const number = Number(numberOf(rowInView())?.slice(1) ?? NaN);
        if (topmost !== null && !Number.isNaN(number)) travelled += Math.abs(topmost - number);
        if (!Number.isNaN(number)) topmost = number;
        if (running) requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
      this.watched = () => {
        running = false;
        const gaps = times
          .slice(1)
          .map((time, i) => time - times[i])
          .sort((a, b) => a - b);
        return {
          frames: gaps.length,
          p95: gaps[Math.floor(gaps.length * 0.95)],
          longest: gaps.at(-1),
          blank,
          travelled,
        };
      };
    },
  };
}
