// A conversation that is the same every time, and ends in the same way however long it is: twenty people, lines of 5
// to 400 letters, most of them short, one picture in twenty, one message in ten with reactions, one every two minutes.
const words =
  'the a to of and in is it you that was for on are with as his they be at one have this from or had by hot but some what there we can out other were all your when up use word how said each she which do their time if will way about many then them would write like so these long make thing see two has look more day could go come did my sound no most number who over know water than call first people may down side been now find any new work part take get place made live where after back little only round man year came show every good me give our under'.split(
    ' ',
  );
const emoji = ['👍', '❤️', '😂', '🎉', '😮', '🙏'];
export const me = 'Me';
export const people = Array.from({ length: 20 }, (_, i) => ({
  id: `u${i}`,
  name: i === 0 ? me : `Person ${i}`,
}));
const end = Date.UTC(2026, 0, 15, 12);

function createRandom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A point, shown large. Not an SVG: each is a document of its own, whose nodes the browser keeps and counts. */
const point =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

function picture(random) {
  return { w: 160 + Math.floor(random() * 80), h: 120 + Math.floor(random() * 60), url: point };
}

/** Oldest first; each text begins with its number. */
export function* conversation(count, prefix = 'm') {
  for (let i = 0; i < count; i++) {
    const random = createRandom(count - i);
    const any = (all) => all[Math.floor(random() * all.length)];
    const length = 5 + random() ** 2.2 * 395;
    let text = `${prefix}${i}:`;
    while (text.length < length) text += ` ${any(words)}`;
    const user = any(people);
    yield {
      id: `${prefix}${i}`,
      user,
      mine: user.name === me,
      text,
      time: end - (count - i) * 120_000,
      image: random() < 0.05 ? picture(random) : null,
      reactions: random() < 0.1 ? [{ emoji: any(emoji), users: [any(people).id] }] : null,
    };
  }
}

/** Conversations, each with another person, the newest first. */
export function conversations(count) {
  return Array.from({ length: count }, (_, i) => ({
    id: `r${i}`,
    name: `Person ${i}`,
    unread: 1,
    last: { text: `The last words of ${i}`, time: end - i * 60_000 },
  }));
}
