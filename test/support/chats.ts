import { world } from './world.js';

let count = 0;
const manage = () => world.host.manage();
/** The person of this number: `Person 7`. */
export const uidOf = (i: number): string => `person-${i}`;

function written(i: number, text: string) {
  const message = { id: `${uidOf(i)}-${count++}`, type: 'text', text };
  const params = { target: { uid: 'ana' }, message };
  return { uid: uidOf(i), operation: 'message.send', params } as const;
}

/** So many people, and no word from them. */
export async function fillPeople(people: number): Promise<void> {
  const users = Array.from({ length: people }, (_, i) => ({ uid: uidOf(i), name: `Person ${i}` }));
  for (let at = 0; at < people; at += 25)
    await manage().request('user.createAll', { users: users.slice(at, at + 25) });
}

/** So many people have each written to Ana, one a minute: the chat with `Person 0` is the newest. */
export async function fillChats(people: number): Promise<void> {
  await fillPeople(people);
  const acts = Array.from({ length: people }, (_, i) => ({
    ...written(i, `Hello ${i}`),
    at: Date.now() - (i + 1) * 60_000,
  }));
  await manage().request('user.acts', { acts });
}

/** These people write to Ana, all at once. */
export async function writeToAna(...people: readonly number[]): Promise<void> {
  await manage().request('user.acts', { acts: people.map((i) => written(i, 'And again')) });
}
