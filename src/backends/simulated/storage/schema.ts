import type { Rows, Table } from './rows.js';

export const schemaVersion = 5;

/** Keys and indexes. A row without one of an index's fields is not in that index. */
export const schema = {
  meta: { key: ['key'], indexes: {} },
  commands: { key: ['actor', 'commandId'], indexes: { at: ['at'] } },
  users: { key: ['uid'], indexes: {} },
  relations: { key: ['uid', 'other'], indexes: { other: ['other', 'uid'] } },
  tokens: { key: ['token'], indexes: { user: ['uid', 'createdAt'] } },
  groups: { key: ['guid'], indexes: { name: ['nameKey', 'guid'] } },
  members: {
    key: ['guid', 'uid'],
    indexes: { name: ['guid', 'standing', 'nameKey', 'uid'], user: ['uid', 'standing', 'guid'] },
  },
  conversations: { key: ['id'], indexes: {} },
  states: {
    key: ['conversationId', 'uid'],
    indexes: {
      user: ['uid', 'conversationId'],
      recent: ['uid', 'recency', 'conversationId'],
      pinned: ['uid', 'pinnedAt', 'conversationId'],
    },
  },
  receipts: { key: ['conversationId', 'uid'], indexes: {} },
  messages: {
    key: ['id'],
    indexes: {
      order: ['conversationId', 'seq'],
      thread: ['parentId', 'seq'],
      pinned: ['conversationId', 'pinnedAt'],
      threads: ['conversationId', 'lastReplyAt'],
    },
  },
  saved: { key: ['uid', 'messageId'], indexes: { at: ['uid', 'savedAt'] } },
  flags: { key: ['messageId', 'uid'], indexes: { at: ['at'] } },
  threads: { key: ['uid', 'parentId'], indexes: {} },
  interactions: { key: ['messageId', 'uid'], indexes: { user: ['uid', 'messageId'] } },
  keys: { key: ['key'], indexes: {} },
  roles: { key: ['role'], indexes: {} },
  reasons: { key: ['id'], indexes: {} },
  files: { key: ['id'], indexes: {} },
  calls: { key: ['id'], indexes: { open: ['open', 'id'] } },
} as const satisfies {
  [T in Table]: {
    key: readonly (keyof Rows[T])[];
    indexes: Record<string, readonly (keyof Rows[T])[]>;
  };
};
/** What version 2 added: a database of version 1 that lacks anything else is damaged. */
export const newTables: readonly Table[] = ['threads', 'interactions', 'keys', 'roles', 'reasons'];
/** Messages are not read by key: those that came many at once have none of their own, see `blocks.ts`. */
export type IndexName<T extends Table> =
  (keyof (typeof schema)[T]['indexes'] & string) | (T extends 'messages' ? never : 'key');

/** The primary key of a row. */
export function keyOf(table: Table, row: Rows[Table]): readonly (string | number)[] {
  return schema[table].key.map(
    (field) => (row as unknown as Record<string, string | number>)[field]!,
  );
}
