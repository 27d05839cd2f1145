import type { Changes, TableName, Tables } from '../../../protocol/records.js';
import { messageOf, type Command } from '../../command.js';
import { differing, equal } from '../../stores/memo.js';
import type { Overlay, Patched } from '../../stores/patches.js';
import type { RecordTables } from '../../stores/table.js';
import type { View } from './overlay-types.js';
import { overlays } from './overlays.js';

type Guess = (params: unknown, view: View, command: Command) => Changes | undefined;
type Patches = { [T in TableName]?: Map<string, Tables[T]> };

/** Lays commands over the records of the server, each over what those before it leave. */
export function createOverlay(
  tables: RecordTables,
  context: { me(): string | undefined; preview: View['preview'] },
): (commands: readonly Command[]) => Overlay {
  let former: Patched = {};
  let formerCommands: readonly Command[] = [];

  function patchesOf(commands: readonly Command[]): Patched {
    const patches: Patches = {};
    const me = context.me();
    if (me !== undefined) {
      const get: View['get'] = (table, id) => patches[table]?.get(id) ?? tables.get(table, id);
      const view: View = { me, get, preview: context.preview };
      for (const command of commands) {
        const changes = overlayOf(command, view);
        if (!changes) continue;
        for (const name of Object.keys(changes) as TableName[]) lay(name, changes, patches);
      }
    }
    keepIdentity(patches, former);
    return patches;
  }

  return (commands) => {
    const patched = patchesOf(commands);
    const changed = [
      ...differences(former, patched),
      ...(commands === formerCommands ? [] : concerned(formerCommands, commands)),
    ];
    former = patched;
    formerCommands = commands;
    return { patched, changed };
  };
}

function* differences(before: Patched, after: Patched): Iterable<string> {
  for (const name of Object.keys({ ...before, ...after }) as TableName[])
    for (const id of differing<unknown>(before[name] ?? new Map(), after[name] ?? new Map()))
      yield `${name}/${id}`;
}

/** The messages of commands that came or went. */
function concerned(before: readonly Command[], after: readonly Command[]): string[] {
  const [was, is] = [new Set(before), new Set(after)];
  return [...before, ...after]
    .filter((command) => was.has(command) !== is.has(command))
    .map((command) => `pending/${messageOf(command)}`);
}

function overlayOf(command: Command, view: View): Changes | undefined {
  // Name and params of a command belong together, which a union cannot say.
  const overlay = overlays[command.name] as Guess | undefined;
  return overlay?.(command.params, view, command);
}

function lay<T extends TableName>(name: T, changes: Changes, patches: Patches): void {
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
