import { expect } from '@open-wc/testing';
import type { ChatError } from '../../src/protocol/errors.js';
import { ana, ben, cyd, signIn, toBen, until, useWorld, world } from '../support/world.js';

describe('calls of this device', () => {
  useWorld('ana', 'ben');

  const codeOf = (promise: Promise<unknown>) =>
    promise.then(
      () => 'none',
      (error: ChatError) => error.code,
    );

  it('one is there from the first moment, and stays when it is over until it is dismissed', async () => {
    const starting = ana.calls.start(toBen, 'video');
    const begun = await until(ana.calls.$own, (own) => own !== undefined);
    expect(begun).to.deep.include({ target: toBen, type: 'video' });
    expect(begun?.call).to.equal(undefined);
    const { id } = await starting;
    await until(ana.calls.$own, (own) => own?.call?.status === 'initiated');
    await until(ben.calls.$calls, (calls) => calls.length === 1);
    await ben.calls.reject(id);
    await until(ana.calls.$own, (own) => own?.call?.status === 'rejected');
    ana.calls.dismiss();
    expect(ana.calls.$own.get()).to.equal(undefined);
  });

  it('what one hangs up is gone at once', async () => {
    const { id } = await ana.calls.start(toBen, 'audio');
    const shown: number[] = [];
    const stop = ana.calls.$calls.subscribe((calls) => shown.push(calls.length));
    const release = ana.line.hold('call.end');
    const ending = ana.calls.end(id);
    await until(ana.calls.$own, (own) => own === undefined);
    expect(shown.at(-1)).to.equal(0);
    release();
    await ending;
    stop();
    expect((await ben.calls.get(id)).status).to.equal('cancelled');
  });

  it('taken back before the server has it: the other is rung no longer', async () => {
    const release = ana.line.hold('call.start');
    const starting = ana.calls.start(toBen, 'audio');
    const { id } = (await until(ana.calls.$own, (own) => own !== undefined))!;
    await ana.calls.end(id);
    expect(ana.calls.$own.get()).to.equal(undefined);
    release();
    await starting;
    expect((await ben.calls.get(id)).status).to.equal('cancelled');
  });

  it('without a connection nobody is rung later, and it says why', async () => {
    ana.disconnect();
    expect(await codeOf(ana.calls.start(toBen, 'audio'))).to.equal('offline');
    expect(ana.calls.$own.get()?.error?.code).to.equal('offline');
    ana.connect();
    await until(
      ana.$status,
      (status) => status.phase === 'signedIn' && status.connection === 'online',
    );
    expect((await ben.calls.query().next()).length).to.equal(0);
  });

  it('that the caller could not be told one is busy, the page learns; not that they hung up meanwhile', async () => {
    const told: string[] = [];
    ben.on('error', ({ error, operation }) => told.push(`${operation} ${error.code}`));
    const call = await ben.calls.start({ uid: 'cyd' }, 'audio');
    for (const code of ['conflict', 'forbidden'] as const) {
      const asked = ben.line.asked.length;
      ben.line.refuse('call.end', code);
      // The server rings nobody whom it knows to be busy: this call crosses the other on its way.
      ben.line.say({
        type: 'changed',
        cause: 'call.start',
        actor: 'ana',
        changes: {
          calls: [
            {
              ...call,
              id: `late-${code}`,
              initiator: 'ana',
              conversationId: 'user:ana:ben',
              participants: ['ana'],
              status: 'initiated',
            },
          ],
        },
      });
      await until(ben.calls.$calls, () => ben.line.asked.length > asked);
    }
    await until(ben.calls.$calls, () => told.length > 0);
    expect(told).to.deep.equal(['call.end forbidden']);
  });

  it('refused: who is in another call is busy', async () => {
    await signIn('cyd');
    await cyd.calls.start(toBen, 'audio');
    expect(await codeOf(ana.calls.start(toBen, 'audio'))).to.equal('conflict');
    expect(ana.calls.$own.get()?.error?.detail).to.equal('ERR_CALL_BUSY_USER');
  });

  it('on two devices: answered on one, it is none of the other, which can take it over', async () => {
    const tablet = await world.client('ben');
    const { id } = await ana.calls.start(toBen, 'audio');
    await until(tablet.calls.$calls, (calls) => calls.length === 1);
    await until(ben.calls.$calls, (calls) => calls.length === 1);
    await ben.calls.accept(id);
    await until(tablet.calls.$active, (active) => active?.status === 'ongoing');
    expect(tablet.calls.$own.get()).to.equal(undefined);
    await tablet.calls.accept(id);
    expect(tablet.calls.$own.get()?.call?.status).to.equal('ongoing');
  });

  it('after a reload what runs is found again, and what ended meanwhile is not', async () => {
    const { id } = await ana.calls.start(toBen, 'audio');
    await until(ben.calls.$calls, (calls) => calls.length === 1);
    await ben.calls.accept(id);
    const again = await world.client('ana');
    const active = await until(again.calls.$active, (call) => call !== undefined);
    expect(active?.id).to.equal(id);
    const stop = again.calls.$calls.listen(() => undefined);
    again.line.cut();
    await ben.calls.end(id);
    again.line.mend();
    await until(again.calls.$calls, (calls) => calls.length === 0);
    stop();
  });

  it('answered in the moment it is taken back: it is ended', async () => {
    const { id } = await ana.calls.start(toBen, 'audio');
    await until(ben.calls.$calls, (calls) => calls.length === 1);
    const release = ana.line.hold('call.end');
    const ending = ana.calls.end(id);
    await ben.calls.accept(id);
    release();
    await ending;
    expect((await ben.calls.get(id)).status).to.equal('ended');
  });

  it('the list is live, newest first; the missed ones are apart', async () => {
    const all = ben.calls.list();
    const missed = ben.calls.list({ status: 'missed' });
    const stops = [all, missed].map(({ $list }) => $list.listen(() => undefined));
    await until(all.$list, ({ ready }) => ready);
    const first = await ana.calls.start(toBen, 'audio');
    await until(ben.calls.$calls, (calls) => calls.length === 1);
    await ben.calls.reject(first.id);
    await until(ana.calls.$active, (active) => active === undefined);
    const second = await ana.calls.start(toBen, 'video');
    await ana.calls.end(second.id);
    const { items } = await until(
      all.$list,
      (list) => list.items.length === 2 && list.items[0]?.status === 'cancelled',
    );
    expect(items.map(({ id }) => id)).to.deep.equal([second.id, first.id]);
    await until(missed.$list, (list) => list.items.length === 1 && list.items[0]?.id === second.id);
    stops.forEach((stop) => stop());
  });
});
