const prefix = 'nick-';
const longest = 100;

/**
 * The UID of a person who is known by a nick alone. Distinct nicks, also those that differ only in case, have distinct
 * UIDs: "-", digits and small letters stand for themselves, "_b" is "B", "__" is "_", "_124_" is the character 124 ("|").
 * The prefix keeps them apart from the people the app has already.
 */
export function uidOfNick(nick: string): string {
  let uid = prefix;
  for (const character of nick) uid += escape(character);
  if (uid.length < longest) return uid;
  // Only cut ones are exactly this long, so they never meet one that was not cut.
  const mark = `_-${fingerprint(nick, 1)}${fingerprint(nick, 2)}`;
  return uid.slice(0, longest - mark.length) + mark;
}

function escape(character: string): string {
  if (/[a-z0-9-]/.test(character)) return character;
  if (character === '_') return '__';
  if (/[A-Z]/.test(character)) return `_${character.toLowerCase()}`;
  return `_${character.codePointAt(0)}_`;
}

/** 53 bits of a text (cyrb53), always 11 characters. */
export function fingerprint(text: string, seed = 0): string {
  let a = 0xdeadbeef ^ seed;
  let b = 0x41c6ce57 ^ seed;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 2654435761);
    b = Math.imul(b ^ unit, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return (2 ** 32 * (b & 0x1fffff) + (a >>> 0)).toString(36).padStart(11, '0');
}
