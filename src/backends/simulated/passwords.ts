/** Salted hashes of group passwords. */
export interface Secret {
  readonly salt: string;
  readonly hash: string;
}

const rounds = 10_000;
const hex = (bytes: ArrayBuffer | Uint8Array): string =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');

export async function hashPassword(password: string, salt?: string): Promise<Secret> {
  const used = salt ?? hex(crypto.getRandomValues(new Uint8Array(16)));
  const bytes = new TextEncoder();
  // Absent on pages served without https, where nothing is secret anyway.
  if (!globalThis.crypto.subtle) return { salt: used, hash: plainHash(used + password) };
  const key = await crypto.subtle.importKey('raw', bytes.encode(password), 'PBKDF2', false, [
    'deriveBits',
  ]);
  const bits = await crypto.subtle.deriveBits(
    { name: 'PBKDF2', hash: 'SHA-256', salt: bytes.encode(used), iterations: rounds },
    key,
    256,
  );
  return { salt: used, hash: hex(bits) };
}

function plainHash(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(text)) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  }
  return `plain-${hash.toString(16)}`;
}
