import { computed } from 'nanostores';
import type { Changes, TableName, Tables } from '../protocol/records.js';
import { messageOf, type Command } from './command.js';
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
  /** The conversation as far as delivery and reading go. */
  ticks(conversation: string): Tables['conversations'] | undefined;
  /** Something that is no record was looked at. */
  note(key: string): void;
  /** Notes what is looked at on the way. */
  reading<T>(reads: Set<string>, run: () => T): T;
  /** Grows with every change. */
  readonly version: number;
  /** What has changed after a version: `table/id`, `ticks/conversation`, `pending/message`. */
  since(version: number): Iterable<string> | 'all';
}

/** More than happens between two looks of a list on show. */
const historyKept = 30;

/** Recomputed with every batch, at the cost of the commands in the outbox, not of the records in the tables. */
export function createShown(
  tables: RecordTables,
  $commands: Store<readonly Command[]>,
  context: { me(): string | undefined; preview: View['preview'] },
): Store<Shown> {
  let former: Patched = {};
  let formerCommands: readonly Command[] = [];
  let version = 0;
  /** The last few changes, newest last. */
  let history: (ReadonlySet<string> | 'all')[] = [];
  let noted: Set<string> | undefined;

  function changesOf(patches: Patched, commands: readonly Command[]): ReadonlySet<string> | 'all' {
    const touched = tables.takeTouched();
    if (touched === 'all') return 'all';
    const keys = new Set(touched);
    for (const name of new Set([...Object.keys(former), ...Object.keys(patches)] as TableName[])) {
      const [before, after] = [former[name], patches[name]];
      for (const id of new Set([...(before?.keys() ?? []), ...(after?.keys() ?? [])]))
        if (before?.get(id) !== after?.get(id)) keys.add(`${name}/${id}`);
    }
    if (commands !== formerCommands) {
      const [before, after] = [new Set(formerCommands), new Set(commands)];
      for (const command of [...before, ...after])
        if (before.has(command) !== after.has(command)) keys.add(`pending/${messageOf(command)}`);
    }
    return keys;
  }

  function since(from: number): Iterable<string> | 'all' {
    const missed = history.slice(Math.max(0, history.length - (version - from)));
    if (from < version - history.length || missed.includes('all')) return 'all';
    return missed.length === 1 ? missed[0]! : missed.flatMap((keys) => [...keys]);
  }

  function reading<T>(reads: Set<string>, run: () => T): T {
    const outer = noted;
    noted = reads;
    try {
      return run();
    } finally {
      noted = outer;
    }
  }
  const { users, groups, members, conversations, messages, calls } = tables.atoms;
  const $records = [users, groups, members, conversations, messages, calls] as const;
  return computed([$commands, ...$records], (commands) => {
    const patches: { [T in TableName]?: Map<string, Tables[T]> } = {};
    const look: Shown['get'] = (table, id) => patches[table]?.get(id) ?? tables.get(table, id);
    const get: Shown['get'] = (table, id) => {
      noted?.add(`${table}/${id}`);
      return look(table, id);
    };
    const me = context.me();
    if (me !== undefined) {
      const view: View = { me, get: look, preview: context.preview };
      for (const command of commands) {
        const changes = overlayOf(command, view);
        if (!changes) continue;
        for (const name of Object.keys(changes) as TableName[]) lay(name, changes, patches);
      }
    }
    keepIdentity(patches, former);
    history = [...history.slice(-historyKept), changesOf(patches, commands)];
    version++;
    former = patches;
    formerCommands = commands;
    return {
      ...{ patched: patches, get, reading, version, since },
      ticks(id: string) {
        noted?.add(`ticks/${id}`);
        return look('conversations', id);
      },
      note: (key: string) => void noted?.add(key),
    };
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
