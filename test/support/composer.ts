import { fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/elements/chat-composer/chat-composer.js';
import type { ChatClient, FeedState } from '../../src/client/types.js';
import type { ChatComposer } from '../../src/elements/chat-composer/chat-composer.js';
import { lateExtras } from '../../src/elements/chat-composer/late-extras.js';
import { lateWriting } from '../../src/elements/chat-composer-input/late-writing.js';
import type { Target } from '../../src/protocol/ids.js';
import { clipboardEvent } from './clipboard.js';
import { allByRole, byRole } from './find.js';
import { waitUntil } from './wait.js';
import { ana, toBen, until, world } from './world.js';

// What a test of the composer looks at: bound anew by `compose` and `adopt`.
export let composer: ChatComposer;
export let area: HTMLTextAreaElement;

/** The text area; it is another one after a notice was in its place. */
export async function settle(): Promise<void> {
  await Promise.all([lateExtras.load(), lateWriting.load()]);
  await composer.updateComplete;
  await waitUntil(() => allByRole(composer, 'textbox').length > 0, 'no text area');
  area = byRole(composer, 'textbox') as HTMLTextAreaElement;
}

/** The composer in a part of the page that a test has made itself. */
export function adopt(page: Element): void {
  composer = page.querySelector('chat-composer')!;
}

export async function compose(target: Target = toBen, client: ChatClient = ana): Promise<void> {
  adopt(
    await fixture(html`
      <chat-provider .client=${client}>
        <div style="block-size: 600px; display: flex; flex-direction: column; justify-content: end">
          <p>Messages</p>
          <chat-composer .uid=${target.uid} .guid=${target.guid}></chat-composer>
        </div>
      </chat-provider>
    `),
  );
  await settle();
  await waitUntil(() => area.placeholder !== 'Message', 'no name');
}

export const type = (text: string) => sendKeys({ type: text });
export const press = (key: string) => sendKeys({ press: key });
export async function chord(modifier: string, key: string): Promise<void> {
  await sendKeys({ down: modifier });
  await sendKeys({ press: key });
  await sendKeys({ up: modifier });
}
/** Ctrl+Z; or what does the same, where a driver's keys do not lead there. */
export async function undo(): Promise<void> {
  const before = area.value;
  await chord('Control', 'z');
  if (area.value === before) document.execCommand('undo');
}
export async function redo(): Promise<void> {
  const before = area.value;
  await sendKeys({ down: 'Control' });
  await chord('Shift', 'z');
  await sendKeys({ up: 'Control' });
  if (area.value === before) document.execCommand('redo');
}
export const push = (name: string | RegExp) => byRole(composer, 'button', name).click();

/** What was written in the conversation as the server has it, seen by another device; at least so many. */
export async function arrived(target: Target, count: number) {
  const feed = (await world.client('ana')).messages.feed(target).$feed;
  const written = (state: FeedState) =>
    state.items.flatMap(({ message }) => (message.category === 'message' ? message : []));
  return written(await until(feed, (state) => state.ready && written(state).length >= count));
}

/** What the popup suggests. */
export const rows = () =>
  allByRole(composer, 'option').map((row) => row.textContent.replaceAll(/\s+/g, ' ').trim());

export function paste(data: Record<string, string>, files: readonly File[] = []): void {
  const clipboardData = new DataTransfer();
  for (const [type, text] of Object.entries(data)) clipboardData.setData(type, text);
  for (const file of files) clipboardData.items.add(file);
  area.dispatchEvent(clipboardEvent('paste', clipboardData));
}
