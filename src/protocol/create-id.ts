const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/**
 * A ULID in lower case: 10 characters of time, 16 of randomness, so ids sort by the time they were minted.
 * Clients mint the ids of messages and commands, and these are final.
 * @param now Unix milliseconds
 * @param random numbers in [0, 1)
 */
export function createId(now: number = Date.now(), random: () => number = secureRandom): string {
  let time = '';
  for (let rest = Math.floor(now), i = 0; i < 10; i++, rest = Math.floor(rest / 32)) {
    time = alphabet.charAt(rest % 32) + time;
  }
  let noise = '';
  for (let i = 0; i < 16; i++) noise += alphabet.charAt(Math.floor(random() * 32));
  return time + noise;
}

const drawn = new Uint32Array(64);
let left = 0;

/** In [0, 1). Drawn many at a time: asking the browser takes longer than all else of an id. */
export function secureRandom(): number {
  if (left === 0) left = crypto.getRandomValues(drawn).length;
  return (drawn[--left] ?? 0) / 2 ** 32;
}
