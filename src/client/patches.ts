import { computed } from 'nanostores';
import type { Changes, TableName, Tables } from '../protocol/records.js';
import type { Command } from './command.js';
import { equal } from './memo.js';
import { overlays, type View } from './overlays.js';
import type { RecordTables } from './table.js';
import type { Store } from './types.js';

type Guess = (params: unknown, view: View, command: Command) => Changes | undefined;
type Patched = { readonly [T in TableName]?: ReadonlyMap<string, Tables[T]> };

/** The records as they are shown: the server's, with the outbox laid over them. */
export interface Shown {
  readonly patched: Patched;
  get<T extends TableName>(table: T, id: string): Tables[T] | undefined;
}

/** Recomputed with every batch, at the cost of the commands in the outbox, not of the records in the tables. */
export function createShown(
  tables: RecordTables,
  $commands: Store<readonly Command[]>,
  context: { me(): string | undefined; preview: View['preview'] },
): Store<Shown> {
  let former: Patched = {};
  const { users, groups, members, conversations, messages } = tables.atoms;
  return computed([$commands, users, groups, members, conversations, messages], (commands) => {
    const patches: { [T in TableName]?: Map<string, Tables[T]> } = {};
    const get: Shown['get'] = (table, id) => patches[table]?.get(id) ?? tables.get(table, id);
    const me = context.me();
    if (me !== undefined) {
      const view: View = { me, get, preview: context.preview };
      for (const command of commands) {
        const changes = overlayOf(command, view);
        if (!changes) continue;
        for (const name of Object.keys(changes) as TableName[]) lay(name, changes, patches);
      }
    }
    keepIdentity(patches, former);
    former = patches;
    return { patched: patches, get };
  });
}

function overlayOf(command: Command, view: View): Changes | undefined {
  // Name and params of a command belong together, which a union cannot say.
  const overlay = overlays[command.name] as Guess | undefined;
  return overlay?.(command.params, view, command);
}

function lay<T extends TableName>(
  name: T,
  changes: Changes,
  patches: { [K in TableName]?: Map<string, Tables[K]> },
): void {
  const records: readonly Tables[T][] = changes[name] ?? [];
  const map: Map<string, Tables[T]> = (patches[name] ??= new Map() as NonNullable<
    (typeof patches)[T]
  >);
  for (const record of records) map.set(record.id, record);
}

/** A patched record that says the same as before is the same object, so its row does not render. */
function keepIdentity(patches: Patched, former: Patched): void {
  for (const name of Object.keys(patches) as TableName[]) {
    const map = patches[name] as Map<string, object>;
    for (const [id, record] of map) {
      const before = former[name]?.get(id);
      if (before && equal(before, record)) map.set(id, before);
    }
  }
}
