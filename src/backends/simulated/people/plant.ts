import { createId } from '../../../protocol/create-id.js';
import { createRandom } from '../../random.js';
import { createServer } from '../server.js';
import { createMemoryStorage } from '../storage/memory.js';
import { previewsIn } from '../previews.js';
import { type Rows, type Table } from '../storage/rows.js';
import { schema } from '../storage/schema.js';
import type { RecordStorage } from '../storage/storage.js';
import type { App } from '../types.js';
import { seedWorld } from './seed.js';

/** Sessions and answered commands of the seeding are nobody's. */
const left: ReadonlySet<Table> = new Set<Table>(['tokens', 'commands']);

/** What was found behind links since. */
function previewed(row: Rows[Table], app: App): Rows[Table] {
  return 'text' in row ? { ...row, links: previewsIn(row, app) } : row;
}

/** Fills an empty storage. The past is lived through in memory and put down in one piece, or not at all. */
export async function seedStorage(
  storage: RecordStorage,
  { app, now, seed }: { readonly app: App; readonly now: number; readonly seed: number },
): Promise<void> {
  const memory = createMemoryStorage();
  let clock = now;
  const random = createRandom(seed);
  const environment = {
    now: () => clock,
    random,
    id: () => createId(clock, random),
    after: () => () => undefined,
  };
  const server = await createServer({ app, storage: memory, environment });
  await seedWorld({ server, app, now, seed, travel: (to) => (clock = to) });
  const tables = (Object.keys(schema) as Table[]).filter((table) => !left.has(table));
  const rows = await memory.read((reader) =>
    Promise.all(tables.map(async (table) => ({ table, found: await reader.range(table, 'key') }))),
  );
  await storage.write(async (writer) => {
    // Nobody else writes before the server is there, yet another tab may have been quicker than the lock allows.
    if ((await writer.count('users', 'key')) > 0) return;
    for (const { table, found } of rows)
      for (const row of found) writer.put(table, previewed(row, app));
  });
  await server.close();
  await memory.close();
}
