import { expect } from '@open-wc/testing';
import type { BackendEvent } from '../../src/protocol/events.js';
import { createManagement, createSimulatedHost } from '../../src/backends/simulated/simulated.js';
import { codeOf } from '../support/simulated.js';

/** Register, add, mint, sign in, befriend, chat, end: as a page and the app's own server share the work. */
describe('the typical workflow', () => {
  it('an app registers a user, lets them in by a token, and ends their session by deleting it', async () => {
    const host = createSimulatedHost({ storage: 'memory', seeded: false, people: false });
    const { appId, region, restApiKey, authKey } = host.app;
    const server = createManagement({ host, appId, region, restApiKey });

    // Someone registers in the app; its server makes them known here.
    await server.request('user.create', { uid: 'Ana-42', name: 'Ana' }, 'u1');
    await server.request('user.create', { uid: 'ben-7', name: 'Ben' }, 'u2');
    const [ana, ben] = await Promise.all(
      ['ana-42', 'ben-7'].map((uid) => server.request('token.create', { uid })),
    );

    // Their page signs in with the token; no key is in it.
    const [page, other] = [host.backend(), host.backend()];
    const { me } = await page.signIn({ token: ana!.token });
    expect([me.id, me.name]).to.deep.equal(['ana-42', 'Ana']);
    const events: BackendEvent[] = [];
    page.connect({ event: (event) => events.push(event), status: () => undefined });
    await other.signIn({ token: ben!.token });

    // They become friends by the app's will.
    const friends = { uid: 'ana-42', uids: ['ben-7'], addToConversations: true };
    const { results } = await server.request('friend.add', friends, 'f1');
    expect(results).to.deep.equal({ 'ben-7': { ok: true } });
    expect((await page.request('user.list', { friendsOnly: true })).ids).to.deep.equal(['ben-7']);
    expect((await page.request('conversation.list', {})).ids).to.deep.equal(['user:ana-42:ben-7']);

    // They chat.
    const message = { id: 'm1', type: 'text', text: 'Hello Ben' };
    await page.request('message.send', { target: { uid: 'ben-7' }, message }, 'c1');
    const got = await other.request('message.list', {
      target: { uid: 'ana-42' },
      position: 'end',
    });
    expect(got.changes.messages!.map(({ text }) => text)).to.deep.equal(['Hello Ben']);

    // The app ends the session: at once, and it says why.
    await server.request('token.delete', { uid: 'ana-42', token: ana!.token }, 't1');
    const end = events.at(-1)!;
    expect(end.type === 'ended' && end.error.code).to.equal('token-deleted');
    expect(await codeOf(page.request('user.list', {}))).to.equal(
      'token-deleted AUTH_ERR_AUTH_TOKEN_NOT_FOUND',
    );
    expect(await codeOf(host.backend().signIn({ token: ana!.token }))).to.equal(
      'token-deleted AUTH_ERR_AUTH_TOKEN_NOT_FOUND',
    );
    const wrong = createManagement({ host, appId, restApiKey: authKey });
    expect(await codeOf(wrong.request('user.list', {}))).to.equal('wrong-key AUTH_ERR_NO_ACCESS');
    await host.close();
  });

  it('P9: two apps in one world are apart, each with its server', async () => {
    const second = { appId: 'second', region: 'eu', authKey: 'a2', restApiKey: 'r2' };
    const host = createSimulatedHost({
      storage: 'memory',
      seeded: false,
      people: false,
      apps: [{ ...second, settings: createSimulatedSettings() }],
    });
    await createManagement({ host, ...second }).request('user.create', { uid: 'ana', name: 'A' });
    const { appId, restApiKey } = host.app;
    const first = createManagement({ host, appId, restApiKey });
    expect((await first.request('user.list', {})).ids).to.deep.equal([]);
    const { me } = await host.backend().signIn({ appId: 'second', uid: 'ana', authKey: 'a2' });
    expect(me.name).to.equal('A');
    await host.close();
  });
});

function createSimulatedSettings() {
  return {
    updateOnCallActivity: true,
    updateOnGroupActions: true,
    updateOnCustomMessage: true,
    updateOnReplies: false,
  };
}
