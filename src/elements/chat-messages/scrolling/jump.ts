import { unlessRefused } from '../../../client/session/keep-fresh.js';
import type { ChatClient, Feed } from '../../../client/types.js';
import { deepActiveElement } from '../../../lit/focus.js';
import type { Travel } from './travel.js';

/** Rows on either side of one that is in the middle. */
const room = 12;

/**
 * Goes to a message, or to the first one of a moment or after it, past whatever is not loaded. False when it is not
 * there, or may not be seen; rejects where nobody knows, as without a connection.
 */
export async function jump(
  place: string | Date,
  root: ParentNode,
  client: ChatClient | undefined,
  feed: Feed | undefined,
  travel: Travel,
): Promise<boolean> {
  if (!client || !feed) return false;
  if (place === feed.parentId) return toParent(root, feed, travel);
  const from = travel.here();
  if (typeof place === 'string' && (await isGone(place, client, feed))) return false;
  const id = place instanceof Date ? await firstSince(feed, place.getTime()) : place;
  if (id === undefined || !(await feed.show({ id }))) return false;
  await makeRoom(feed, id);
  return travel.toMessage(id, arrive, from);
}

/** Asked before anything moves: whoever wants to see what was deleted stays where they are (B19). */
async function isGone(id: string, client: ChatClient, feed: Feed): Promise<boolean> {
  let message = feed.$feed.get().items.find((one) => one.id === id)?.message;
  if (!message) await unlessRefused(client.messages.get(id).then((found) => (message = found)));
  return !message || message.deletedAt !== undefined;
}

/** What is in the middle has others around it. */
async function makeRoom(feed: Feed, id: string): Promise<void> {
  const { items, older, newer } = feed.$feed.get();
  const at = items.findIndex((item) => item.id === id);
  if (at < room && older !== 'end') await feed.older();
  if (items.length - at <= room && newer !== 'end') await feed.newer();
}

async function firstSince(feed: Feed, at: number): Promise<string | undefined> {
  if (Number.isNaN(at) || !(await feed.show({ at }))) return undefined;
  const { items } = feed.$feed.get();
  return (items.find(({ message }) => message.sentAt >= at) ?? items.at(-1))?.id;
}

/** What a thread is about stands above its first reply. */
async function toParent(root: ParentNode, feed: Feed, travel: Travel): Promise<boolean> {
  await feed.show('start');
  const first = feed.$feed.get().items[0];
  const show = () => {
    const row = root.querySelector<HTMLElement>('.parent chat-message');
    row?.scrollIntoView({ block: 'nearest' });
    if (row) arrive(row);
    return row !== null;
  };
  return first ? travel.toMessage(first.id, show) : show();
}

/** Someone was led to this row: it has the focus, unless they go on from hit to hit, and stands out for a while. */
function arrive(row: HTMLElement): void {
  if (!deepActiveElement()?.closest('[part=steps]')) row.focus({ preventScroll: true });
  row.classList.add('found');
  setTimeout(() => row.classList.remove('found'), 2000);
}
