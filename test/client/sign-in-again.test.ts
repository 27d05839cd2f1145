import { expect } from '@open-wc/testing';
import { createChatClient } from '../../src/client/client.js';
import type { ChatClientOptions } from '../../src/client/client-options.js';
import type { Environment } from '../../src/client/environment.js';
import type { Page, Sign } from '../../src/client/page.js';
import type { Credentials } from '../../src/protocol/backend.js';
import { ChatError } from '../../src/protocol/errors.js';
import { freshSpace, pause, until, useWorld, world } from '../support/world.js';

describe('a session that could not begin for a reason that may pass', () => {
  useWorld();

  /** A client whose server says `answers` first, and whose timers run when the test says so. */
  function downClient(answers: ChatError[], options: Partial<ChatClientOptions> = {}) {
    const backend = world.host.backend();
    const asked: Credentials[] = [];
    const signIn: typeof backend.signIn = (credentials) => {
      asked.push(credentials);
      const error = answers.shift();
      return error ? Promise.reject(error) : backend.signIn(credentials);
    };
    const signs = new Set<(sign: Sign) => void>();
    const onSign: Page['onSign'] = (run) => {
      signs.add(run);
      return () => signs.delete(run);
    };
    const timers: { readonly pause: number; readonly run: () => void }[] = [];
    const after: Environment['after'] = (pause, run) => {
      const timer = { pause, run };
      timers.push(timer);
      return () => {
        const at = timers.indexOf(timer);
        if (at >= 0) timers.splice(at, 1);
      };
    };
    const client = createChatClient({
      backend: { ...backend, signIn },
      appId: freshSpace(),
      environment: { page: { isVisible: () => true, onSign }, after, random: () => 0.5 },
      ...options,
    });
    const isOut = () =>
      until(client.$status, (it) => it.phase === 'signedOut' && it.error !== undefined);
    const isIn = () => until(client.$status, (it) => it.phase === 'signedIn');
    /** The pause before the next try, which then is over. */
    const pass = () => {
      const { pause, run } = timers.shift() ?? expect.fail('Nothing is going to be tried.');
      run();
      return pause;
    };
    const stir = () => signs.forEach((run) => run('stirred'));
    return { client, asked, timers, isOut, isIn, pass, stir };
  }
  const as = (uid: string): Credentials => ({ uid, authKey: world.host.app.authKey });
  const codes = ['offline', 'timeout', 'unavailable', 'rate-limited'] as const;
  const failures = () => codes.map((code) => new ChatError(code, 'Not now.'));

  it('is tried again with growing pauses until it succeeds', async () => {
    const { client, asked, timers, isOut, isIn, pass } = downClient(failures());
    const rejected = await client.signIn(as('ana')).catch((it: unknown) => it);
    expect(rejected).to.include({ code: 'offline' });
    const pauses: number[] = [];
    for (const code of [...codes.slice(1), undefined]) {
      pauses.push(pass());
      expect(client.$status.get().phase).to.equal('signingIn');
      if (code === undefined) break;
      const status = await isOut();
      expect(status.phase === 'signedOut' && status.error?.code).to.equal(code);
      await pause(0);
      expect(timers.length).to.equal(1);
    }
    await isIn();
    expect(pauses).to.deep.equal([500, 1000, 2000, 4000]);
    expect(asked.map(({ uid }) => uid)).to.deep.equal(Array(5).fill('ana'));
    client.close();
  });

  it('is tried at once when there is hope', async () => {
    const { client, isIn, stir, asked } = downClient(failures().slice(0, 1));
    await client.signIn(as('ana')).catch(() => undefined);
    stir();
    await isIn();
    stir();
    expect(asked.length).to.equal(2);
    client.close();
  });

  it('is not tried before the server says', async () => {
    const later = new ChatError('rate-limited', 'Not now.', { retryAfter: 90_000 });
    const { client, isIn, stir, pass, asked } = downClient([later]);
    await client.signIn(as('ana')).catch(() => undefined);
    stir();
    expect(asked.length).to.equal(1);
    expect(pass()).to.equal(90_000);
    await isIn();
    client.close();
  });

  it('is not tried again once it is refused', async () => {
    const refused = new ChatError('wrong-key', 'No.');
    const down = downClient([...failures().slice(0, 1), refused]);
    await down.client.signIn(as('ana')).catch(() => undefined);
    down.pass();
    await down.isOut();
    down.stir();
    expect([down.timers.length, down.asked.length]).to.deep.equal([0, 2]);
    expect(down.client.$status.get()).to.deep.equal({ phase: 'signedOut', error: refused });
    down.client.close();
  });

  it('is given up by signing out, and by closing', async () => {
    for (const giveUp of ['signOut', 'close'] as const) {
      const { client, timers, stir, asked } = downClient(failures().slice(0, 1));
      await client.signIn(as('ana')).catch(() => undefined);
      await client[giveUp]();
      stir();
      for (const { run } of timers) run();
      expect(asked.length).to.equal(1);
      if (giveUp === 'signOut') expect(client.$status.get()).to.deep.equal({ phase: 'signedOut' });
      client.close();
    }
  });

  it('gives way to another', async () => {
    const { client, asked, isIn } = downClient(failures().slice(0, 1));
    await client.signIn(as('ana')).catch(() => undefined);
    await client.signIn(as('ben'));
    await isIn();
    expect(client.$me.get()?.id).to.equal('ben');
    expect(asked.map(({ uid }) => uid)).to.deep.equal(['ana', 'ben']);
    client.close();
  });

  it('may be asked for again by whoever does not know that it has begun', async () => {
    const { token } = await world.host
      .manage()
      .request('token.create', { uid: 'ana' }, freshSpace());
    const { client, isIn, stir } = downClient(failures().slice(0, 1));
    await client.signIn({ token }).catch(() => undefined);
    stir();
    await isIn();
    expect((await client.signIn({ token })).id).to.equal('ana');
    client.close();
  });

  it('is tried again with the token that an earlier page left', async () => {
    const kept = { appId: freshSpace(), storage: 'local' } as const;
    const before = await world.client('ana', kept);
    before.close();
    const { client, isOut, isIn, stir } = downClient(failures().slice(0, 1), kept);
    await isOut();
    await pause(0);
    stir();
    await isIn();
    client.close();
  });
});
