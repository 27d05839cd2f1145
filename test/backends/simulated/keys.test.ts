import { expect } from '@open-wc/testing';
import type { Credentials } from '../../../src/protocol/backend.js';
import { limits } from '../../../src/protocol/limits.js';
import type { ManagementName } from '../../../src/protocol/management.js';
import { createApps } from '../../../src/backends/simulated/apps.js';
import { createMemoryStorage } from '../../../src/backends/simulated/storage/memory.js';
import type { App, Server } from '../../../src/backends/simulated/types.js';
import { managed } from './managed.js';
import { app, codeOf, createClock, useWorld } from '../../support/simulated.js';

describe('keys', () => {
  const { world } = useWorld({ groups: {} });

  const names = Object.keys(managed) as ManagementName[];
  const asked = (more: object, name: ManagementName) =>
    codeOf(
      world.server
        .manage({ appId: app.appId, restApiKey: app.restApiKey, ...more })
        .request(name, managed[name]),
    );
  const signIn = (credentials: object) =>
    codeOf(world.server.open().signIn(credentials as Credentials));

  it('P7: an Auth Key creates and signs in users, and does nothing else', async () => {
    const allowed: readonly string[] = ['user.create', 'token.create'];
    for (const name of names) {
      expect(await asked({ restApiKey: app.authKey }, name), name).to.equal(
        allowed.includes(name) ? 'ok' : 'wrong-key AUTH_ERR_NO_ACCESS',
      );
    }
  });

  it('P7, P9: a wrong or missing key, or another app, is refused with its code, whatever is asked', async () => {
    for (const [more, detail] of [
      [{ restApiKey: 'x' }, 'AUTH_ERR_APIKEY_NOT_FOUND'],
      [{ restApiKey: '' }, 'AUTH_ERR_EMPTY_APIKEY'],
      [{ restApiKey: undefined }, 'AUTH_ERR_EMPTY_APIKEY'],
      [{ appId: 'app2' }, 'AUTH_ERR_INVALID_APPID'],
      [{ appId: '' }, 'AUTH_ERR_EMPTY_APPID'],
    ] as const)
      for (const name of names)
        expect(await asked(more, name), name).to.equal(`wrong-key ${detail}`);
    const before = await world.storage.read((reader) => reader.range('users', 'key'));
    expect(before.map(({ uid }) => uid)).not.to.include('new');
    expect(await asked({}, 'user.create')).to.equal('ok');
  });

  it('P7: a REST API Key is refused in a session', async () => {
    const { management } = world;
    const made = await management.request('key.create', { name: 'second', kind: 'rest' });
    for (const authKey of [app.restApiKey, made.key]) {
      expect(await signIn({ uid: 'ana', authKey })).to.equal('wrong-key AUTH_ERR_NO_ACCESS');
    }
  });

  it('P7: keys are made and deleted, 25 in all, and none deletes itself', async () => {
    const { management } = world;
    const made = await management.request('key.create', { name: 'phone', kind: 'auth' });
    expect(made.key).to.match(/^[0-9a-f]{40}$/);
    expect(await signIn({ uid: 'ana', authKey: made.key })).to.equal('ok');
    const { keys } = await management.request('key.list', {});
    expect(keys.map(({ name, kind }) => [name, kind])).to.deep.include(['phone', 'auth']);
    for (let i = keys.length; i < limits.keys; i++) {
      await management.request('key.create', { name: `k${i}`, kind: 'rest' });
    }
    expect(await codeOf(management.request('key.create', { name: 'k', kind: 'rest' }))).to.equal(
      'limit ERR_PLAN_QUOTA_RESTRICTION',
    );
    await management.request('key.delete', { key: made.key });
    expect(await signIn({ uid: 'ana', authKey: made.key })).to.equal(
      'wrong-key AUTH_ERR_APIKEY_NOT_FOUND',
    );
    expect(await codeOf(management.request('key.delete', { key: made.key }))).to.equal(
      'not-found ERR_APIKEY_NOT_FOUND',
    );
    expect(await codeOf(management.request('key.delete', { key: app.restApiKey }))).to.equal(
      'forbidden ERR_APIKEY_NO_SELF_ACTION',
    );
    const { key } = await management.request('key.create', { name: 'Two', kind: 'rest' });
    const renamed = await management.request('key.update', { key, name: 'Three', kind: 'auth' });
    expect([renamed.key, renamed.name, renamed.kind]).to.deep.equal([key, 'Three', 'auth']);
    const self = { key: app.restApiKey, name: 'Mine' };
    expect(await codeOf(management.request('key.update', self))).to.equal(
      'forbidden ERR_APIKEY_NO_SELF_ACTION',
    );
    await management.request('key.delete', { key: app.authKey });
    expect(await signIn({ uid: 'ana', authKey: app.authKey })).to.equal(
      'wrong-key AUTH_ERR_APIKEY_NOT_FOUND',
    );
  });
});

describe('apps', () => {
  const other: App = { ...app, appId: 'app2', authKey: 'auth-2', restApiKey: 'rest-2' };
  let server: Server;
  beforeEach(async () => {
    const storage = () => createMemoryStorage();
    server = await createApps({ apps: [app, other], environment: createClock(), storage });
    for (const one of [app, other]) {
      await server.manage(one).request('user.create', { uid: 'ana', name: one.appId });
    }
  });
  afterEach(() => server.close());

  it('P9: the same UID is another person in another app', async () => {
    for (const { appId, authKey } of [app, other]) {
      const { me } = await server.open().signIn({ appId, uid: 'ana', authKey });
      expect(me.name).to.equal(appId);
    }
  });

  it('P9: no key, token or App ID of one app opens another', async () => {
    const signIn = (credentials: object) =>
      codeOf(server.open().signIn(credentials as Credentials));
    const { token } = await server.manage(other).request('token.create', { uid: 'ana' });
    expect(await signIn({ appId: 'app2', token })).to.equal('ok');
    expect(await signIn({ appId: 'app1', token })).to.equal(
      'unauthenticated AUTH_ERR_AUTH_TOKEN_NOT_FOUND',
    );
    expect(await signIn({ appId: 'app1', uid: 'ana', authKey: 'auth-2' })).to.equal(
      'wrong-key AUTH_ERR_APIKEY_NOT_FOUND',
    );
    expect(await signIn({ appId: 'app3', uid: 'ana', authKey: 'auth-2' })).to.equal(
      'wrong-key AUTH_ERR_INVALID_APPID',
    );
    const manage = (appId: string, restApiKey: string) =>
      codeOf(server.manage({ appId, restApiKey }).request('key.list', {}));
    expect(await manage('app1', 'rest-2')).to.equal('wrong-key AUTH_ERR_APIKEY_NOT_FOUND');
    expect(await manage('app3', 'rest-2')).to.equal('wrong-key AUTH_ERR_INVALID_APPID');
    expect(await manage('app2', 'rest-2')).to.equal('ok');
  });

  it('P9: what happens in one app is nothing in another', async () => {
    await server.manage(other).request('user.create', { uid: 'ben', name: 'Ben' });
    await server.manage(other).request('group.create', { guid: 'kiln', name: 'K', type: 'public' });
    const [here, there] = [server.open(), server.open()];
    await here.signIn({ appId: 'app1', uid: 'ana', authKey: 'auth-key' });
    await there.signIn({ appId: 'app2', uid: 'ana', authKey: 'auth-2' });
    const events: unknown[] = [];
    here.listen((event) => events.push(event));
    await there.request('group.join', { guid: 'kiln' }, 'c1');
    expect((await here.request('user.list', {})).ids).to.deep.equal([]);
    expect((await here.request('group.list', {})).ids).to.deep.equal([]);
    expect(await codeOf(here.request('group.get', { guid: 'kiln' }))).to.equal(
      'not-found ERR_GUID_NOT_FOUND',
    );
    expect(JSON.stringify(events)).not.to.include('kiln');
  });

  it('nothing is answered before someone is signed in to an app', async () => {
    expect(await codeOf(server.open().request('user.list', {}))).to.equal(
      'unauthenticated USER_NOT_LOGED_IN',
    );
  });
});
