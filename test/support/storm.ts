import fc from 'fast-check';

/** The page's `process.env`, where the runner gives it one: SEED=7 RUNS=100 npm run test:unit. */
const env = (globalThis as { process?: { env?: Record<string, string | undefined> } }).process?.env;

interface Storm {
  readonly seed: number;
  readonly runs: number;
}

/** As asked for, or these. */
export function stormOf(usual: Storm): Storm {
  return { seed: Number(env?.['SEED'] ?? usual.seed), runs: Number(env?.['RUNS'] ?? usual.runs) };
}

/** Plays that many stories; says of one that fails what failed, and how it is played again. */
export async function play<T>(
  { seed, runs }: Storm,
  property: fc.IAsyncProperty<T>,
): Promise<void> {
  const { failed, errorInstance, counterexamplePath, counterexample } = await fc.check(property, {
    seed,
    numRuns: runs,
    endOnFailure: true,
  });
  if (!failed) return;
  const message = errorInstance instanceof Error ? errorInstance.message : String(errorInstance);
  const steps = JSON.stringify(counterexample);
  throw new Error(`seed ${seed}, path ${counterexamplePath}: ${message}\n${steps}`, {
    cause: errorInstance,
  });
}
