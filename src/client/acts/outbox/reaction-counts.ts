import type { ReactionCount } from '../../../protocol/records.js';

/** Counts of reactions with one more of mine. */
export function withReaction(
  counts: readonly ReactionCount[],
  reaction: string,
  me: string,
): readonly ReactionCount[] {
  const held = counts.find((count) => count.reaction === reaction);
  if (held?.mine) return counts;
  if (!held) return [...counts, { reaction, count: 1, mine: true, uids: [me] }];
  return counts.map((count) =>
    count === held
      ? { ...count, count: count.count + 1, mine: true, uids: [...count.uids, me] }
      : count,
  );
}

/** And with one less. */
export function withoutReaction(
  counts: readonly ReactionCount[],
  reaction: string,
  me: string,
): readonly ReactionCount[] {
  return counts.flatMap((count) => {
    if (count.reaction !== reaction || !count.mine) return [count];
    if (count.count === 1) return [];
    return [
      {
        ...count,
        count: count.count - 1,
        mine: false,
        uids: count.uids.filter((uid) => uid !== me),
      },
    ];
  });
}
