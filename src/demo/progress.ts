import type { ImportProgress, ImportReport } from '../backends/simulated/import.js';
import { createNotice } from './notice.js';

/** A small bar above the page while a log is taken in; assistive technology hears of its beginning and end alone. */
export function createProgress(title: string) {
  const { box, status } = createNotice();
  const detail = document.createElement('div');
  const bar = document.createElement('progress');
  const number = new Intl.NumberFormat();

  bar.style.inlineSize = '100%';
  bar.ariaLabel = `Reading ${title}`;
  box.append(bar, detail);
  status.textContent = `Reading ${title} …`;

  function closeSoon(): void {
    bar.remove();
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = 'Close';
    button.addEventListener('click', () => box.remove());
    box.append(button);
  }

  return {
    show({ bytes, total, accepted, perSecond }: ImportProgress & { total: number | undefined }) {
      if (total !== undefined) {
        bar.max = total;
        bar.value = bytes;
      }
      detail.textContent = `${number.format(accepted)} messages, ${number.format(perSecond)} a second`;
    },
    end({ accepted, rejected, perSecond, problems }: ImportReport) {
      status.textContent = `${number.format(accepted)} messages of ${title} are here.`;
      detail.textContent = `${number.format(perSecond)} a second.`;
      if (rejected === 0) return void setTimeout(() => box.remove(), 4000);
      const list = document.createElement('ul');
      Object.assign(list.style, {
        maxBlockSize: '120px',
        overflow: 'auto',
        margin: '0',
        paddingInlineStart: '20px',
      });
      const told = problems.map(({ line, why }) => `Line ${number.format(line)}: ${why}`);
      if (rejected > told.length) told.push(`and ${number.format(rejected - told.length)} more`);
      for (const text of told) {
        const item = document.createElement('li');
        item.textContent = text;
        list.append(item);
      }
      detail.textContent = `${number.format(rejected)} lines could not be taken:`;
      box.append(list);
      closeSoon();
    },
    fail(why: string) {
      status.textContent = `${title} could not be read.`;
      detail.textContent = why;
      closeSoon();
    },
    close: () => box.remove(),
  };
}
