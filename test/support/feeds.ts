import type { ChatClient, Feed } from '../../src/client/types.js';
import type { Target } from '../../src/protocol/ids.js';
import { until } from './world.js';

type Options = Parameters<ChatClient['messages']['feed']>[1];

/** A feed whose first page is there. */
export async function openFeed(
  client: ChatClient,
  target: Target,
  options?: Options,
): Promise<Feed> {
  const feed = client.messages.feed(target, options);
  await until(feed.$feed, ({ ready }) => ready);
  return feed;
}

/** What its messages say, in their order. */
export function textsOf({
  items,
}: {
  readonly items: readonly { readonly message: { readonly text?: string } }[];
}): (string | undefined)[] {
  return items.map(({ message }) => message.text);
}

/** "3", "4", "5". */
export function numbers(from: number, to: number): string[] {
  return Array.from({ length: to - from + 1 }, (_, i) => String(from + i));
}
