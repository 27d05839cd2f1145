import { ChatError } from '../../../protocol/errors.js';
import type { OperationName } from '../../../protocol/operations.js';
import { command, type Context, type Handler, type OwnManagement } from '../context.js';
import { given, listOf, objectOf, refuse, timeOf, uidOf } from '../checks/input.js';
import { demandUnrestricted } from '../rules/roles.js';
import { personOf } from '../signin.js';
import { handlers } from './all.js';

/** An operation of a session, asked for by management as one of its users. */
interface Act {
  readonly uid: string;
  readonly operation: OperationName;
  readonly handler: Handler<object, object>;
  readonly params: object;
  /** Passed before anything is done. */
  check(context: Context): Promise<void>;
}

export function actOf(value: Readonly<Record<string, unknown>>): Act {
  const { operation } = value;
  if (typeof operation !== 'string' || !Object.hasOwn(handlers, operation)) {
    throw refuse(
      'unsupported',
      'ERR_API_NOT_FOUND',
      `There is no operation "${String(operation)}" of a session.`,
    );
  }
  const uid = uidOf(value['uid']);
  const name = operation as OperationName;
  const params = objectOf(value['params'] ?? {}, 'params');
  return {
    uid,
    operation: name,
    handler: handlers[name],
    params,
    async check({ work }) {
      await personOf(work, uid);
      await demandUnrestricted(work, uid, name, params);
    },
  };
}

/** Acts in one call: more would make one transaction too long for those who wait. */
const mostActs = 20_000;

async function carryOut(context: Context, value: unknown): Promise<void> {
  const record = objectOf(value, 'act');
  const act = actOf(record);
  const now = given(record['at'], (at) => timeOf(at, 'at')) ?? context.now;
  if (act.handler.mode === 'query' || act.handler.secret) {
    throw refuse('unsupported', 'ERR_API_NOT_FOUND', 'It writes nothing, or sets a password.');
  }
  const own = { ...context, me: act.uid, token: '', commandId: undefined, now };
  await act.check(own);
  await act.handler.run(own, act.params, undefined);
}

export const manageActs: Pick<OwnManagement, 'user.acts'> = {
  'user.acts': command(async (context, params) => {
    const acts = listOf(params.acts, 'acts');
    if (acts.length > mostActs) {
      throw refuse(
        'limit',
        'ERR_BAD_REQUEST',
        `${acts.length} acts were given, and at most ${mostActs} are taken in one call.`,
      );
    }
    for (const [index, act] of acts.entries()) {
      try {
        // In turn: each may build on the one before it.
        await carryOut(context, act);
      } catch (thrown) {
        if (!(thrown instanceof ChatError)) throw thrown;
        const { code, message, detail = '' } = thrown;
        throw refuse(code, detail, `acts[${index}]: ${message} None of the acts was done.`);
      }
    }
    return {};
  }),
};
