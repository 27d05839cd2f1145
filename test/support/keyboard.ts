import { sendKeys } from '@web/test-runner-commands';
import { nameOf } from './find.js';
import { focused } from './pane.js';

export const press = (key: string) => sendKeys({ press: key });

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
    await press(key);
    const now = focusedName();
    if (typeof name === 'string' ? now === name : name.test(now)) return;
    passed.push(now);
  }
  throw new Error(`${key} never reaches ${String(name)}, only: ${passed.join(' | ')}`);
}
export const tabTo = (name: string | RegExp, most?: number) => pressTo('Tab', name, most);
