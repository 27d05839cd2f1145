import type { Call } from '../src/protocol/records.js';
import type { ChatClient } from '../src/client/types.js';
import type { Demo } from '../src/demo.js';
import { createChatClient } from '../src/index.js';

/** Somebody else in the world, signed in. */
export async function personIn(world: Demo, uid: string): Promise<ChatClient> {
  const { backend, credentials } = world.device(uid);
  const client = createChatClient({ appId: `story-call-${uid}`, backend, keep: false });
  await client.signIn(credentials);
  return client;
}

/** Lena calls. */
export async function ringing(world: Demo, type: Call['type'] = 'audio'): Promise<ChatClient> {
  const lena = await personIn(world, 'lena');
  await lena.calls.start({ uid: world.uid }, type);
  return lena;
}

/** One calls Lena, who does this with it. */
export async function calling(
  world: Demo,
  type: Call['type'],
  answer?: 'accept' | 'reject',
): Promise<void> {
  const lena = await personIn(world, 'lena');
  const { id } = await world.client.calls.start({ uid: 'lena' }, type);
  if (answer) await lena.calls[answer](id);
}
