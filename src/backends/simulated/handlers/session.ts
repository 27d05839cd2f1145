import { mark, type Handlers } from '../context.js';

export const session: Pick<Handlers, 'session.signOut'> = {
  /** Deletes the token: other tabs that use it are signed out too. */
  'session.signOut': mark(({ work, me, token, end }) => {
    work.delete('tokens', token);
    end({ uid: me, token }, 'signed-out');
    return Promise.resolve({});
  }),
};
