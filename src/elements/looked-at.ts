import type { LitElement } from 'lit';
import type { ChatClient } from '../client/types.js';
import type { Target } from '../protocol/ids.js';
import { isAttentive, isCovered } from './chat-messages/seen-watcher.js';
import { isSameTarget } from './same-target.js';

type MessageList = LitElement & { readonly target: Target | undefined };

const lists = new WeakMap<ChatClient, Set<MessageList>>();

/** A list shows messages of this client, until the returned function is called. */
export function addList(client: ChatClient, list: MessageList): () => void {
  const shown = lists.get(client) ?? new Set();
  lists.set(client, shown.add(list));
  return () => shown.delete(list);
}

/** Whether somebody has this conversation before their eyes, in this page. */
export function isLookedAt(client: ChatClient, target: Target): boolean {
  if (!isAttentive()) return false;
  return [...(lists.get(client) ?? [])].some(
    ({ target: shown, renderRoot }) =>
      isSameTarget(shown, target) &&
      !isCovered(renderRoot, renderRoot.querySelector<HTMLElement>('.scroller')),
  );
}
