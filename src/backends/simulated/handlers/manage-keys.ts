import { limits } from '../../../protocol/limits.js';
import type { KeyKind } from '../../../protocol/management.js';
import { command, query, type Context, type OwnManagement } from '../context.js';
import { given, oneOf, refuse, textOf, withoutUndefined } from '../checks/input.js';
import { nameOf } from '../checks/profiles.js';
import type { KeyRow } from '../storage/rows.js';

/** Keys of the app: 40 hexadecimal digits, until somebody deletes them. */
export const manageKeys: Pick<
  OwnManagement,
  'key.list' | 'key.create' | 'key.update' | 'key.delete'
> = {
  'key.list': query(async ({ work }) => {
    const rows = await work.range('keys', 'key');
    const sorted = rows.sort((a, b) => a.createdAt - b.createdAt);
    return { keys: sorted.map(({ rev: _, ...key }) => key) };
  }),

  'key.create': command(async ({ work, now, environment }, params) => {
    const kind = kindOf(params.kind);
    const name = nameOf(params.name);
    const count = await work.count('keys', 'key');
    if (count >= limits.keys) {
      throw refuse(
        'limit',
        'ERR_PLAN_QUOTA_RESTRICTION',
        `The app has ${count} keys, which is the most. Delete one first.`,
      );
    }
    const digit = () => Math.floor(environment.random() * 16).toString(16);
    const key = Array.from({ length: 40 }, digit).join('');
    const made = { key, kind, name, createdAt: now };
    work.put('keys', made);
    return made;
  }),

  'key.update': command(async (context, params) => {
    const before = await other(context, params.key);
    const { key, kind, name, createdAt } = context.work.put('keys', {
      ...before,
      ...withoutUndefined({
        name: given(params.name, nameOf),
        kind: given(params.kind, kindOf),
      }),
    });
    return { key, kind, name, createdAt };
  }),

  'key.delete': command(async (context, params) => {
    const { key } = await other(context, params.key);
    context.work.delete('keys', key);
    return {};
  }),
};

function kindOf(value: unknown): KeyKind {
  return oneOf(value, ['auth', 'rest'], 'kind', 'ERR_BAD_REQUEST');
}

/** P7: never the one that asks. */
async function other({ work, token }: Context, value: unknown): Promise<KeyRow> {
  const key = textOf(value, 'key', limits.nameLength);
  if (key === token) {
    throw refuse(
      'forbidden',
      'ERR_APIKEY_NO_SELF_ACTION',
      'A key changes and deletes others, not itself: ask with another one.',
    );
  }
  const row = await work.get('keys', key);
  if (row) return row;
  throw refuse('not-found', 'ERR_APIKEY_NOT_FOUND', 'There is no such key.');
}
