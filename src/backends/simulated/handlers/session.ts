import { mark, query, type Handlers } from '../context.js';
import { roleOf } from '../rules/roles.js';

export const session: Pick<Handlers, 'session.signOut' | 'session.get'> = {
  /** Deletes the token: other tabs that use it are signed out too. */
  'session.signOut': mark(({ work, me, token, end }) => {
    work.delete('tokens', token);
    end({ uid: me, token }, 'signed-out');
    return Promise.resolve({});
  }),

  'session.get': query(async ({ work, me, settings, show }) => {
    const { restricted } = await roleOf(work, me);
    show.user(me);
    return { settings, restricted };
  }),
};
