import { limits } from '../../../protocol/limits.js';
import { command, query, type OwnManagement } from '../context.js';
import { nameOf, oneOf, refuse, textOf } from '../input.js';

/** Keys of the app: 40 hexadecimal digits, until somebody deletes them. */
export const manageKeys: Pick<OwnManagement, 'key.list' | 'key.create' | 'key.delete'> = {
  'key.list': query(async ({ work }) => {
    const rows = await work.range('keys', 'key');
    const sorted = rows.sort((a, b) => a.createdAt - b.createdAt);
    return { keys: sorted.map(({ rev: _, ...key }) => key) };
  }),

  'key.create': command(async ({ work, now, environment }, params) => {
    const kind = oneOf(params.kind, ['auth', 'rest'], 'kind', 'ERR_BAD_REQUEST');
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

  'key.delete': command(async ({ work, token }, params) => {
    const key = textOf(params.key, 'key', limits.nameLength);
    if (key === token) {
      throw refuse(
        'forbidden',
        'ERR_APIKEY_NO_SELF_ACTION',
        'A key cannot delete itself: ask with another one.',
      );
    }
    if (!(await work.get('keys', key))) {
      throw refuse('not-found', 'ERR_APIKEY_NOT_FOUND', 'There is no such key.');
    }
    work.delete('keys', key);
    return {};
  }),
};
