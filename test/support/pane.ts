import { fixture, html } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import type { ChatClient } from '../../src/client/types.js';
import '../../src/elements/chat-provider/chat-provider.js';
import { lateHandling } from '../../src/elements/list/late-handling.js';
import { below, textOf } from './find.js';
import { waitUntil } from './wait.js';

/** An element in a box of a page where this client is signed in, and where lists can be worked. */
export async function inPane<E extends HTMLElement>(
  client: ChatClient,
  content: TemplateResult,
  size: { width?: number; height?: number } = {},
): Promise<E> {
  const provider = await fixture(
    html`<chat-provider .client=${client}><div>${content}</div></chat-provider>`,
  );
  const box = provider.firstElementChild as HTMLElement;
  box.style.inlineSize = `${size.width ?? 360}px`;
  box.style.blockSize = `${size.height ?? 600}px`;
  await lateHandling.load();
  return box.firstElementChild as E;
}

/** Rows on show, in the order they have on screen. */
export function rowsOf(list: Element): HTMLElement[] {
  return [...below(list.shadowRoot ?? list)]
    .filter((row): row is HTMLElement => row instanceof HTMLElement && row.part.contains('row'))
    .sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top);
}

export function rowWith(list: Element, text: string | RegExp): HTMLElement | undefined {
  return rowsOf(list).find((row) =>
    typeof text === 'string' ? textOf(row).includes(text) : text.test(textOf(row)),
  );
}

export async function rowSaying(list: Element, text: string | RegExp): Promise<HTMLElement> {
  await waitUntil(
    () => rowWith(list, text),
    `no row says ${String(text)}: ${rowsOf(list).map(textOf).join(' | ')}`,
  );
  return rowWith(list, text)!;
}

/** The focused element itself, through every shadow root on the way. */
export function focused(): Element | null {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active;
}
