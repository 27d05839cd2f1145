import { sendKeys } from '@web/test-runner-commands';
import { below, nameOf } from './find.js';
import { focused } from './pane.js';

export const press = (key: string) => sendKeys({ press: key });

/**
 * Tab. At its end a page, or the dialog that covers it, begins anew: it is never left, for Firefox without a window gives
 * no focus back.
 */
export async function pressTab(): Promise<void> {
  const around = [...below(document)].findLast((one) => one.matches(':modal')) ?? document.body;
  const [start, end] = [stop(-1), stop(0)];
  around.prepend(start);
  around.append(end);
  await press('Tab');
  if (focused() === end) {
    start.focus();
    await press('Tab');
  }
  start.remove();
  end.remove();
}

function stop(tabIndex: number): HTMLElement {
  const span = document.createElement('span');
  span.tabIndex = tabIndex;
  return span;
}

/** Shift+F10. Where a driver's keys do not lead to `contextmenu`, as a person's do, the page is told so. */
export async function pressMenuKeys(): Promise<void> {
  let answered = false;
  const watch = (event: Event) => {
    answered ||= event.type === 'contextmenu' || event.defaultPrevented;
  };
  for (const type of ['keydown', 'contextmenu']) document.addEventListener(type, watch);
  await sendKeys({ down: 'Shift' });
  await press('F10');
  await sendKeys({ up: 'Shift' });
  for (const type of ['keydown', 'contextmenu']) document.removeEventListener(type, watch);
  if (answered) return;
  const event = new PointerEvent('contextmenu', {
    bubbles: true,
    cancelable: true,
    composed: true,
  });
  focused()?.dispatchEvent(event);
}

/** What has the focus, as a screen reader calls it. */
export function focusedName(): string {
  const element = focused();
  if (!element) return '';
  const { labels } = element as HTMLInputElement;
  return nameOf(element) || [...(labels ?? [])].map(nameOf).join(' ');
}

/** Presses a key until this has the focus, as somebody without a mouse does. */
export async function pressTo(key: string, name: string | RegExp, most = 40): Promise<void> {
  const passed: string[] = [];
  for (let i = 0; i < most; i++) {
    await (key === 'Tab' ? pressTab() : press(key));
    const now = focusedName();
    if (typeof name === 'string' ? now === name : name.test(now)) return;
    passed.push(now);
  }
  throw new Error(`${key} never reaches ${String(name)}, only: ${passed.join(' | ')}`);
}
export const tabTo = (name: string | RegExp, most?: number) => pressTo('Tab', name, most);
