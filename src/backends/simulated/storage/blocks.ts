import { answer, keyRange } from './requests.js';
import type { MessageRow } from './rows.js';
import type { Range } from './storage.js';

/**
 * Messages that came many at once, a hundred in one row of the database: a row for each takes it ten times as long.
 * A block is never written again: a message that changes gets a row of its own, which is what counts from then on.
 */
interface Block {
  readonly conversationId: string;
  /** The last `seq` in it. */
  readonly to: number;
  readonly ids: readonly string[];
  /** Messages in JSON, one after another without a gap: quicker to write and to read than what IndexedDB makes of objects. */
  readonly rows: string;
}
const size = 100;

export const blockTable = 'blocks';

export function createBlockTable(database: IDBDatabase): void {
  const store = database.createObjectStore(blockTable, { keyPath: ['conversationId', 'to'] });
  store.createIndex('id', 'ids', { multiEntry: true, unique: true });
}

export function addBlocks(store: IDBObjectStore, rows: readonly MessageRow[]): IDBRequest[] {
  const added: IDBRequest[] = [];
  for (let from = 0; from < rows.length; from += size) {
    const part = rows.slice(from, from + size);
    const { conversationId, seq: to } = part.at(-1)!;
    const block: Block = {
      conversationId,
      to,
      ids: part.map(({ id }) => id),
      rows: JSON.stringify(part),
    };
    added.push(store.add(block));
  }
  return added;
}

const rowsOf = (block: Block) => JSON.parse(block.rows) as MessageRow[];

export async function findInBlock(
  store: IDBObjectStore,
  id: string,
): Promise<MessageRow | undefined> {
  const block = await answer(store.index('id').get(id) as IDBRequest<Block | undefined>);
  return block && rowsOf(block).find((row) => row.id === id);
}

/**
 * A stretch of a conversation, in the order of `seq`: of blocks, and of rows of their own.
 * @param readOwn reads the latter, within the same range
 */
export async function rangeWithBlocks(
  store: IDBObjectStore,
  range: Range,
  readOwn: () => Promise<MessageRow[]>,
): Promise<MessageRow[]> {
  const { prefix = [], reverse = false, limit = Infinity } = range;
  const [after = -Infinity, before = Infinity] = [range.after?.[0], range.before?.[0]] as number[];
  // What lies before `before` is in no block that ends later than this.
  const stretch = keyRange({ prefix, after: [after], before: [before + size - 1] });
  // Backwards nobody asks for a few of many: see `conversationSource`.
  for (let most = reverse ? Infinity : Math.ceil(limit / size) + 1; ; most *= 2) {
    const asked = store.getAll(stretch, Number.isFinite(most) ? most : undefined);
    const [own, blocks] = await Promise.all([readOwn(), answer(asked as IDBRequest<Block[]>)]);
    if (blocks.length === 0) return own;
    const end = blocks.length < most ? Infinity : blocks.at(-1)!.to;
    const rows = new Map<string, MessageRow>();
    for (const row of blocks.flatMap(rowsOf)) {
      if (row.seq > after && row.seq < before) rows.set(row.id, row);
    }
    for (const row of own) if (row.seq <= end) rows.set(row.id, row);
    const sorted = [...rows.values()].sort((a, b) => (reverse ? b.seq - a.seq : a.seq - b.seq));
    if (end === Infinity || sorted.length >= limit) return sorted.slice(0, limit);
  }
}
