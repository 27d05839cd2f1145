import { pick } from '../../random.js';

const quiet = [
  'All quiet.',
  'Steady.',
  'Nothing to report.',
  'Exactly on the curve.',
  'Purring.',
  'As it should be.',
];
const asides = [
  'The blanket was a good idea.',
  'There is a hedgehog in the yard!',
  'Tea number four.',
  'It is so warm in here, I have opened the top window.',
  'The moon is up over the roof.',
  'I drew a whole page of handles.',
  'Reading Ben’s long message again. Still true.',
  'The cat from next door came in and left again, unimpressed.',
];
const answers: Readonly<Record<string, readonly string[]>> = {
  ben: ['Good.', 'Thank you for sitting there.', 'Slower from here, please.', '👌'],
  chiara: ['I can’t sleep, tell me more', 'Give it a kiss from me', '😴', 'is it orange yet'],
  yu: ['順調ですね。', 'ありがとうございます。', '楽しみです。'],
  mateo: ['Qué bien', 'Voy en una hora', '¡Ánimo!'],
  kwame: [
    'Matches the logger to one degree.',
    'Element two draws a little less, keep an eye on it.',
  ],
};

/**
 * A night at the kiln, hour by hour, as a script: whoever is on duty writes the temperature down.
 * @param day days ago
 * @param watch who sits there, one after the other
 */
export function firingNight(
  day: number,
  top: number,
  watch: readonly string[],
  random: () => number,
): string {
  const lines: string[] = [];
  const hours = 13;
  for (let hour = 0; hour < hours; hour++) {
    const clock = (19 + hour) % 24;
    const ago = hour < 5 ? day : day - 1;
    const by = watch[Math.floor((hour / hours) * watch.length)] ?? 'ben';
    const share = hour / (hours - 1);
    const degrees = Math.round(20 + (top - 20) * (1 - (1 - share) ** 1.6) + random() * 9);
    const minute = String(Math.floor(random() * 20)).padStart(2, '0');
    lines.push(`= -${ago}d ${String(clock).padStart(2, '0')}:${minute}`);
    const remark = random() < 0.4 ? pick(random, asides) : pick(random, quiet);
    lines.push(`${by}: **${degrees} °C** ${remark}`);
    const others = Object.keys(answers).filter((uid) => uid !== by);
    if (random() < 0.75) {
      const uid = pick(random, others) ?? 'chiara';
      if (random() < 0.25) lines.push(` + 🔥 ${uid}`);
      else lines.push(`${uid}: ${pick(random, answers[uid] ?? quiet) ?? '👌'}`);
    }
    if (random() < 0.25)
      lines.push(
        `${by}: ${pick(random, ['Cone is bending, slowly.', 'Handing over soon.', '☕️', 'Still here!']) ?? '☕️'}`,
      );
  }
  lines.push(` + 🎉 ana chiara noor`);
  return lines.join('\n');
}
