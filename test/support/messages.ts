import { fixture, html } from '@open-wc/testing';
import type { ChatMessages } from '../../src/elements/chat-messages/chat-messages.js';
import { lateHandling } from '../../src/elements/chat-messages/late-handling.js';
import type { ChatMessage } from '../../src/elements/chat-message/chat-message.js';
import type { Target } from '../../src/protocol/ids.js';
import { waitUntil } from './wait.js';
import { ana, kiln, signIn, until, world } from './world.js';

/** The list that was opened last. */
export let view: View;

/** Rows have fractions of pixels, scroll positions have not: half a pixel in the one place, half a one in the other. */
export const rounded = 1;

/** Lines of a log, a minute apart, the last one an hour ago: Ben and Cyd in turns of three. Ana has read them. */
export async function fill(
  count: number,
  text = (i: number) => `Line ${i} ${'and so on '.repeat(i % 7)}`,
  apart = 60_000,
): Promise<void> {
  const start = Date.now() - 3_600_000 - count * apart;
  const lines = Array.from({ length: count }, (_, i) =>
    JSON.stringify({
      at: new Date(start + i * apart).toISOString(),
      kind: 'message',
      from: i % 6 < 3 ? 'Ben' : 'Cyd',
      text: text(i),
    }),
  );
  const params = { guid: 'kiln', firstLine: 1, lines };
  await world.host.manage().request('message.import', params, `fill-${count}`);
  const reader = await world.client('ana');
  await until(reader.conversations.$conversation(kiln), (known) => known !== undefined);
  await reader.conversations.markRead(kiln);
  reader.close();
}

/** A list in a box of this size, as Ana sees it: `view`. */
export async function openList(target: Target = kiln, height = 600, width = 600): Promise<void> {
  const provider = await fixture(html`
    <chat-provider .client=${ana}>
      <div style="block-size: ${height}px; inline-size: ${width}px">
        <chat-messages .uid=${target.uid} .guid=${target.guid}></chat-messages>
      </div>
    </chat-provider>
  `);
  const list = provider.querySelector('chat-messages')!;
  await lateHandling.load();
  lookAt(list);
}

/** The list in a part of the page that a test has made itself: `view`. */
export function lookAt(list: ChatMessages): void {
  view = viewOf(list);
}

/** Ana's list of so many lines, at its end; Ben is there, too. */
export async function openFilled(count: number, height?: number): Promise<void> {
  await fill(count);
  await signIn('ana', 'ben');
  await openList(kiln, height);
  await view.seen(`Line ${count - 1} `);
}

/** Puts the focus on a row, and waits for its tools. */
export async function focusRow(row: ChatMessage): Promise<void> {
  row.focus();
  await waitUntil(() => row.querySelector('.toolbar'), 'no toolbar');
}

export interface View {
  readonly list: ChatMessages;
  readonly box: HTMLElement;
  rows(): ChatMessage[];
  row(text: string): ChatMessage;
  /** Waits for a row with this text. */
  seen(text: string): Promise<ChatMessage>;
  /** Pixels between the view and the end. */
  toEnd(): number;
  /** The first whole row in view, and how far it is from the top. */
  top(): { readonly id: string; readonly offset: number };
  offset(id: string): number;
  scrollBy(pixels: number): Promise<void>;
  /** Waits until the list has not moved for some frames. */
  rest(): Promise<void>;
}

export function frame(count = 1): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => (count > 1 ? void frame(count - 1).then(resolve) : resolve()));
  });
}

/** Calls this in every frame, after everything else of the frame's callbacks, until the returned function is called. */
export function everyFrame(look: () => void): () => void {
  let watching = true;
  const next = () => {
    if (!watching) return;
    look();
    requestAnimationFrame(next);
  };
  requestAnimationFrame(next);
  return () => void (watching = false);
}

export function viewOf(list: ChatMessages): View {
  const root = list.renderRoot;
  const view: View = {
    list,
    get box() {
      return root.querySelector<HTMLElement>('[part="scroller"]')!;
    },
    rows: () => [...root.querySelectorAll('chat-message')],
    row(text) {
      const row = view.rows().find((one) => one.textContent.includes(text));
      if (!row) throw new Error(`There is no row "${text}".`);
      return row;
    },
    async seen(text) {
      await waitUntil(
        () => view.rows().some((row) => row.textContent.includes(text)),
        `no row "${text}"`,
      );
      // The first rows are followed by those around them.
      await frame(9);
      return view.row(text);
    },
    toEnd() {
      const { scrollHeight, scrollTop, clientHeight } = view.box;
      return Math.round(scrollHeight - scrollTop - clientHeight);
    },
    top() {
      const { top } = view.box.getBoundingClientRect();
      const row = view.rows().find((one) => one.getBoundingClientRect().top >= top)!;
      return { id: row.item!.id, offset: row.getBoundingClientRect().top - top };
    },
    offset(id) {
      const row = view.rows().find(({ item }) => item?.id === id);
      if (!row) throw new Error(`The row ${id} is gone.`);
      return row.getBoundingClientRect().top - view.box.getBoundingClientRect().top;
    },
    async scrollBy(pixels) {
      view.box.scrollTop += pixels;
      await frame(3);
    },
    async rest() {
      for (let same = 0; same < 8;) {
        const before = view.box.scrollTop;
        await frame();
        same = view.box.scrollTop === before ? same + 1 : 0;
      }
    },
  };
  return view;
}
