import type { Params, Result } from '../../../protocol/operations.js';
import type { TableName, Tables } from '../../../protocol/records.js';
import type { Core } from '../../core.js';
import { createQuery } from './query.js';
import { checked, type QueryName } from './query-rules.js';
import type { Query } from '../../stores/list-types.js';

type Filter<N extends QueryName> = Omit<Params<N>, 'after' | 'guid' | 'id' | 'position'>;

/** A query of one operation, whose pages are records of one table. */
export function queryOf<N extends QueryName, T extends TableName>(
  core: Core,
  operation: N,
  table: T,
  filter: Filter<N>,
  fixed: object = {},
): Query<Tables[T]> {
  const params = { ...checked(operation, filter), ...fixed };
  return createQuery(async (paging) => {
    const result = await core.query(operation, { ...params, ...paging });
    return [result, recordsOf(core, table, result.ids)];
  });
}

/** Records that do not exist any more fall out (R6). */
export function recordsOf<T extends TableName>(
  core: Core,
  table: T,
  ids: readonly string[],
): Tables[T][] {
  return ids.flatMap((id) => core.tables.get(table, id) ?? []);
}

export type Reaction = Result<'reaction.list'>['reactions'][number];

export function queryReactions(
  core: Core,
  id: string,
  filter: Filter<'reaction.list'>,
): Query<Reaction> {
  const params = checked('reaction.list', filter);
  return createQuery(async (paging) => {
    const result = await core.query('reaction.list', { ...params, id, ...paging });
    return [result, result.reactions];
  });
}
