import type { ClientEvents } from '../../src/client/client-events.js';
import { waitUntil } from './wait.js';
import type { TestClient } from './world.js';

const names = [
  ...(['message.received', 'message.sent', 'message.edited', 'message.deleted'] as const),
  ...(['message.pinned', 'message.unpinned', 'message.saved', 'message.unsaved'] as const),
  ...(['reaction.added', 'reaction.removed', 'receipt.delivered', 'receipt.read'] as const),
  ...(['receipt.deliveredToAll', 'receipt.readByAll', 'typing.started', 'typing.stopped'] as const),
  ...(['user.online', 'user.offline', 'member.joined', 'member.left', 'member.added'] as const),
  ...(['member.kicked', 'member.banned', 'member.unbanned', 'member.scopeChanged'] as const),
  ...(['group.joined', 'group.updated', 'group.transferred', 'group.removed'] as const),
  ...(['conversation.pinned', 'conversation.unpinned', 'call.incoming', 'call.accepted'] as const),
  ...(['call.rejected', 'call.cancelled', 'call.unanswered', 'call.ended'] as const),
  ...(['call.joined', 'call.left', 'conversation.changed'] as const),
  ...(['transient.received', 'interaction.completed'] as const),
] satisfies (keyof ClientEvents)[];
type Name = (typeof names)[number];

export interface Told {
  readonly names: Name[];
  detail<N extends Name>(name: N): ClientEvents[N];
  until(name: Name): Promise<void>;
  clear(): void;
}

/** Everything a client tells, except what receipts and presence say on the side. */
export function listen(
  client: TestClient,
  aside: RegExp = /^(receipt|user|conversation\.changed)/,
): Told {
  const told: { name: Name; detail: unknown }[] = [];
  for (const name of names)
    client.on(name, (detail) => {
      if (!aside.test(name)) told.push({ name, detail });
    });
  return {
    get names() {
      return told.map(({ name }) => name);
    },
    detail: <N extends Name>(name: N) =>
      told.find((one) => one.name === name)?.detail as ClientEvents[N],
    async until(name) {
      await waitUntil(() => told.some((one) => one.name === name), `${name} was not told`, 10);
    },
    clear: () => void told.splice(0),
  };
}
