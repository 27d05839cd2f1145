import type { Backend, Session } from '../../protocol/backend.js';
import type { ChatError } from '../../protocol/errors.js';
import type { Environment } from '../environment.js';
import type { SessionKeeper, TokenStore } from '../session/session.js';
import type { Upkeep } from './upkeep.js';

interface RenewalOptions {
  readonly backend: Backend;
  readonly environment: Environment;
  readonly session: SessionKeeper;
  readonly tokens: TokenStore;
  readonly upkeep: Upkeep;
  readonly refreshToken: () => Promise<string>;
}

/** A new token that is worth nothing either is not asked for again. */
const renewalsApart = 10_000;

/** B114: silently once; what is on screen and in the outbox stays as it is. */
export function createRenewal(options: RenewalOptions): (ended: ChatError) => Promise<void> {
  const { backend, environment, session, tokens, upkeep, refreshToken } = options;
  let renewing: Session | undefined;
  let renewedAt = -Infinity;

  return async (ended) => {
    const mine = session.$session.get();
    if (!mine || renewing === mine) return;
    if (environment.now() - renewedAt < renewalsApart) return session.close(ended);
    renewing = mine;
    const isCurrent = () => session.$session.get() === mine && !session.isLeaving();
    upkeep.pause();
    try {
      const token = await refreshToken();
      if (!isCurrent()) return;
      const next = await backend.signIn(session.asked({ token }));
      if (next.me.id !== mine.me.id) throw ended;
      if (!isCurrent()) return;
      tokens.set(next.token);
      renewedAt = environment.now();
      upkeep.resume();
    } catch {
      if (isCurrent()) session.close(ended);
    } finally {
      if (renewing === mine) renewing = undefined;
    }
  };
}
