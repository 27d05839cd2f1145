// The half of a measurement of a flat list that runs in the page.
import { createMeasures, frame, until } from './measure.js';

export function createListMeasures(kit) {
  const place = (row) => Number(row?.getAttribute('aria-posinset') ?? NaN);
  const { box, watch } = createMeasures(kit, { numberOf: (row) => `r${place(row)}` });

  function isInView(row) {
    const { top, bottom } = kit.scroller().getBoundingClientRect();
    const rect = row?.getBoundingClientRect();
    return rect !== undefined && rect.bottom > top && rect.top < bottom;
  }
  /** Milliseconds until it is so. */
  async function since(done) {
    const begun = performance.now();
    await until(done, 60_000);
    await frame();
    return performance.now() - begun;
  }
  /** From the last key that was pressed. */
  async function sinceKey(done) {
    let pressed;
    const press = ({ timeStamp }) => (pressed = timeStamp);
    addEventListener('keydown', press, true);
    await until(() => pressed !== undefined && done(), 60_000);
    await frame();
    removeEventListener('keydown', press, true);
    return performance.now() - pressed;
  }
  const waits = {
    /** All rows are such that have this text. */
    found(text) {
      const rows = [...kit.rows()];
      return rows.length > 0 && rows.every((row) => row.textContent.includes(text));
    },
    /** Another row than the first has the focus, and is in view. */
    moved: () => place(kit.focused()) > 1 && isInView(kit.focused()),
  };

  return {
    box,
    watch,
    focus: () => kit.focus(),

    /** From navigation to the frame in which the first row is seen. */
    async opened() {
      await until(() => kit.rows().length > 0 && isInView(kit.firstRow()), 60_000);
      await frame();
      return performance.now();
    },

    /** Begins to wait for what keys bring about; `waited` says how long it took after the last of them. */
    wait(what, given) {
      this.waited = sinceKey(() => waits[what](given));
    },

    /** Until what someone writes is read in the first row. */
    lifted(uid, text) {
      kit.say(uid, text);
      return since(() => kit.firstRow()?.textContent.includes(text));
    },

    /** Down until so many rows are loaded. */
    async down(count) {
      await until(() => {
        kit.scroller().scrollTop = kit.scroller().scrollHeight;
        return place([...kit.rows()].at(-1)) >= count;
      }, 300_000);
    },
    toStart: () => void (kit.scroller().scrollTop = 0),
  };
}
