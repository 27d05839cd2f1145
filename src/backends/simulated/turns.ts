/** One after the other, in the order in which they were asked for. */
export function createTurns(): <T>(run: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (run) => {
    const turn = last.then(run);
    // Whoever asked learns of a failure; the next one begins all the same.
    last = turn.catch(() => undefined);
    return turn;
  };
}
