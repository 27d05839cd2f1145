import type { ChatClient } from '../../client/types.js';

/** By client: the one element that shows its calls, and whether the page has put it there itself. */
const stages = new WeakMap<ChatClient, { readonly by: object; readonly placed: boolean }>();

/** True for the first that asks; one that the page has placed goes before those that come by themselves. */
export function takeStage(client: ChatClient, by: object, placed: boolean): boolean {
  const held = stages.get(client);
  if (!held || (placed && !held.placed)) stages.set(client, { by, placed });
  return stages.get(client)?.by === by;
}

export function leaveStage(client: ChatClient | undefined, by: object): void {
  if (client && stages.get(client)?.by === by) stages.delete(client);
}
