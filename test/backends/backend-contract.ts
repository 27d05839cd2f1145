import { expect } from '@open-wc/testing';
import type { Backend, Sink } from '../../src/protocol/backend.js';
import type { BackendEvent, ConnectionStatus } from '../../src/protocol/events.js';
import { createId } from '../../src/protocol/create-id.js';
import type { Target } from '../../src/protocol/ids.js';
import type { OperationName, Params, Result } from '../../src/protocol/operations.js';
import type { Message } from '../../src/protocol/records.js';

/** Ana, Ben and Cleo exist; Ana owns the groups `open` (public, Ben in it) and `secret` (private, Ben in it). */
export interface Setting {
  /** A device of this person, not yet signed in. */
  backend(uid: string): Backend;
  signIn(backend: Backend, uid: string): Promise<unknown>;
  close(): Promise<void>;
}

interface Actor {
  readonly uid: string;
  readonly backend: Backend;
  readonly events: BackendEvent[];
  readonly statuses: ConnectionStatus[];
  ask<N extends OperationName>(name: N, params: Params<N>, commandId?: string): Promise<Result<N>>;
  code<N extends OperationName>(name: N, params: Params<N>): Promise<string>;
  send(target: Target, text: string): Promise<Message>;
  /** Waits for an event. */
  until(test: (event: BackendEvent) => boolean): Promise<BackendEvent>;
}

const inOpen: Target = { guid: 'open' };
const toBen: Target = { uid: 'ben' };
const toAna: Target = { uid: 'ana' };

async function eventually(test: () => boolean, what: string): Promise<void> {
  for (let i = 0; i < 200; i++) {
    if (test()) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`Never happened: ${what}`);
}

/** The numbered rules of `src/protocol/README.md`, asked of any backend from outside. */
export function backendContract(name: string, open: () => Promise<Setting>): void {
  describe(`backend: ${name}`, () => {
    let setting: Setting;
    let stops: (() => void)[];
    beforeEach(async () => {
      setting = await open();
      stops = [];
    });
    afterEach(async () => {
      for (const stop of stops) stop();
      await setting.close();
    });

    async function actor(uid: string): Promise<Actor> {
      const backend = setting.backend(uid);
      const events: BackendEvent[] = [];
      const statuses: ConnectionStatus[] = [];
      await setting.signIn(backend, uid);
      const sink: Sink = {
        event: (event) => events.push(event),
        status: (status) => statuses.push(status),
      };
      stops.push(backend.connect(sink));
      await eventually(
        () => statuses.some((status) => status === 'online' || status === 'resync'),
        'being connected',
      );
      const self: Actor = {
        uid,
        backend,
        events,
        statuses,
        ask: (name, params, commandId = createId()) => backend.request(name, params, commandId),
        async code(name, params) {
          try {
            await backend.request(name, params, createId());
            return 'ok';
          } catch (error) {
            return (error as { code: string }).code;
          }
        },
        async send(target, text) {
          const message = { id: createId(), type: 'text', text };
          const { changes } = await self.ask('message.send', { target, message });
          return changes.messages!.find(({ id }) => id === message.id)!;
        },
        async until(test) {
          await eventually(() => events.some(test), 'an event');
          return events.find(test)!;
        },
      };
      return self;
    }
    const messageIn = (event: BackendEvent, id: string) =>
      event.type === 'changed' ? event.changes.messages?.find((row) => row.id === id) : undefined;

    it('R1: a record’s revision grows with every change', async () => {
      const ana = await actor('ana');
      const sent = await ana.send(inOpen, 'one');
      const { changes } = await ana.ask('message.edit', { id: sent.id, text: 'two' });
      const edited = changes.messages!.find(({ id }) => id === sent.id)!;
      expect(edited.rev).to.be.greaterThan(sent.rev);
    });

    it('R2: a deleted message keeps its place and loses its content', async () => {
      const ana = await actor('ana');
      const sent = await ana.send(inOpen, 'gone soon');
      const { changes } = await ana.ask('message.delete', { id: sent.id });
      const deleted = changes.messages!.find(({ id }) => id === sent.id)!;
      expect(deleted.seq).to.equal(sent.seq);
      expect(deleted.deletedAt).to.be.a('number');
      expect(deleted.text).to.equal(undefined);
    });

    it('R3, R4: the id is the client’s, the order the server’s', async () => {
      const [ana, ben] = [await actor('ana'), await actor('ben')];
      const sent = [];
      for (const text of ['a', 'b', 'c']) {
        sent.push(await ana.send(inOpen, text), await ben.send(inOpen, text));
      }
      const { ids } = await ben.ask('message.list', { target: inOpen, position: 'end', limit: 6 });
      expect(ids).to.deep.equal(sent.map(({ id }) => id));
      for (let i = 1; i < sent.length; i++)
        expect(sent[i]!.seq).to.be.greaterThan(sent[i - 1]!.seq);
    });

    it('R5: UIDs and GUIDs are compared without case', async () => {
      const ana = await actor('ana');
      const { changes } = await ana.ask('user.get', { uid: 'BEN' });
      expect(changes.users?.map(({ id }) => id)).to.include('ben');
      expect(await ana.code('user.get', { uid: 'no spaces' })).to.equal('invalid');
    });

    it('R6: a result brings the records it names', async () => {
      const [ana, ben] = [await actor('ana'), await actor('ben')];
      await ben.send(inOpen, 'hello <@uid:cleo>');
      const page = await ana.ask('conversation.list', {});
      const { conversations, messages, users, groups } = page.changes;
      expect(page.ids.every((id) => conversations!.some((row) => row.id === id))).to.equal(true);
      for (const { lastMessageId, type, with: other } of conversations!) {
        if (lastMessageId) expect(messages?.map(({ id }) => id)).to.include(lastMessageId);
        const others = type === 'user' ? users : groups;
        expect(others?.map(({ id }) => id)).to.include(other);
      }
      const named = messages!.flatMap(({ sender, mentions = [] }) => [sender, ...mentions]);
      for (const uid of named) expect(users?.map(({ id }) => id)).to.include(uid);
    });

    it('C1: a repeated command is answered with the stored result, and done once', async () => {
      const ana = await actor('ana');
      const message = { id: createId(), type: 'text', text: 'once' };
      const command = createId();
      const params = { target: inOpen, message };
      const [first, second] = await Promise.all([
        ana.ask('message.send', params, command),
        ana.ask('message.send', params, command),
      ]);
      expect(second).to.deep.equal(first);
      const { ids } = await ana.ask('message.list', { target: inOpen, position: 'end' });
      expect(ids.filter((id) => id === message.id).length).to.equal(1);
    });

    it('C1: sending is known again by the message, whatever became of it and of its author', async () => {
      const [ana, ben] = [await actor('ana'), await actor('ben')];
      const message = { id: createId(), type: 'text', text: 'once' };
      const command = createId();
      const params = { target: inOpen, message };
      const sent = (await ben.ask('message.send', params, command)).changes.messages![0]!;
      await ben.ask('message.delete', { id: message.id });
      const deleted = (await ben.ask('message.send', params, command)).changes.messages![0]!;
      expect([deleted.id, deleted.seq, deleted.text]).to.deep.equal([sent.id, sent.seq, undefined]);
      await ana.ask('member.kick', { guid: 'open', uid: 'ben' });
      await ben.ask('message.send', params, command);
      const others = { ...params, message: { ...message, text: 'another' } };
      expect(await ana.code('message.send', others)).to.equal('already-exists');
    });

    it('C1: command ids belong to their author', async () => {
      const [ana, ben] = [await actor('ana'), await actor('ben')];
      const command = createId();
      const draft = () => ({
        target: inOpen,
        message: { id: createId(), type: 'text', text: 'x' },
      });
      const [one, two] = [draft(), draft()];
      await ana.ask('message.send', one, command);
      const { changes } = await ben.ask('message.send', two, command);
      expect(changes.messages?.some(({ id }) => id === two.message.id)).to.equal(true);
    });

    it('C2: the event names the command to its author alone', async () => {
      const [ana, other, ben] = [await actor('ana'), await actor('ana'), await actor('ben')];
      const command = createId();
      const message = { id: createId(), type: 'text', text: 'x' };
      await ana.ask('message.send', { target: inOpen, message }, command);
      for (const device of [ana, other]) {
        const event = await device.until((event) => messageIn(event, message.id) !== undefined);
        expect(event.type === 'changed' && event.commandId).to.equal(command);
      }
      const event = await ben.until((event) => messageIn(event, message.id) !== undefined);
      expect('commandId' in event).to.equal(false);
    });

    it('C4: commands keep their order, and a refused one does not stop the others', async () => {
      const ana = await actor('ana');
      const drafts = ['1', '', '2', '3'].map((text) => ({ id: createId(), type: 'text', text }));
      const results = await Promise.allSettled(
        drafts.map((message) => ana.ask('message.send', { target: inOpen, message })),
      );
      expect(results.map(({ status }) => status)).to.deep.equal([
        ...['fulfilled', 'rejected', 'fulfilled', 'fulfilled'],
      ]);
      const { changes, ids } = await ana.ask('message.list', {
        target: inOpen,
        position: 'end',
        limit: 3,
      });
      const texts = ids.map((id) => changes.messages!.find((row) => row.id === id)!.text);
      expect(texts).to.deep.equal(['1', '2', '3']);
    });

    it('P2: what `can` offers is what is allowed', async () => {
      const [ana, ben] = [await actor('ana'), await actor('ben')];
      const sent = await ana.send(inOpen, 'mine');
      expect(sent.can).to.include('edit');
      const { changes } = await ben.ask('message.get', { id: sent.id });
      expect(changes.messages![0]!.can).not.to.include('edit');
      expect(await ben.code('message.edit', { id: sent.id, text: 'x' })).to.equal('forbidden');
    });

    it('P3: the owner cannot leave, and nobody acts on the owner', async () => {
      const [ana, ben] = [await actor('ana'), await actor('ben')];
      expect(await ana.code('group.leave', { guid: 'open' })).to.equal('forbidden');
      expect(await ben.code('member.kick', { guid: 'open', uid: 'ana' })).to.equal('forbidden');
      await ana.ask('group.transfer', { guid: 'open', uid: 'ben' });
      expect(await ana.code('group.leave', { guid: 'open' })).to.equal('ok');
    });

    it('P4: a private group does not exist for outsiders', async () => {
      const [ana, cleo] = [await actor('ana'), await actor('cleo')];
      const target: Target = { guid: 'secret' };
      const sent = await ana.send(target, 'psst');
      const found = [
        await cleo.code('group.get', { guid: 'secret' }),
        await cleo.code('group.join', { guid: 'secret' }),
        await cleo.code('group.leave', { guid: 'secret' }),
        await cleo.code('member.list', { guid: 'secret' }),
        await cleo.code('member.kick', { guid: 'secret', uid: 'ben' }),
        await cleo.code('message.list', { target, position: 'end' }),
        await cleo.code('message.get', { id: sent.id }),
        await cleo.code('reaction.add', { id: sent.id, reaction: '👍' }),
        await cleo.code('conversation.get', { target }),
        await cleo.code('message.send', {
          target,
          message: { id: createId(), type: 'text', text: 'x' },
        }),
        await cleo.code('typing.set', { target, typing: true }),
      ];
      expect(new Set(found)).to.deep.equal(new Set(['not-found']));
      const { ids } = await cleo.ask('group.list', {});
      expect(ids).not.to.include('secret');
      expect(cleo.events.some((event) => messageIn(event, sent.id))).to.equal(false);
    });

    it('P5: nothing passes between people who blocked each other, nor later', async () => {
      const [ana, ben] = [await actor('ana'), await actor('ben')];
      await ana.send(toBen, 'hello');
      await ana.ask('user.block', { uids: ['ben'] });
      const message = () => ({ id: createId(), type: 'text', text: 'x' });
      expect(await ana.code('message.send', { target: toBen, message: message() })).to.equal(
        'blocked',
      );
      expect(await ben.code('message.send', { target: toAna, message: message() })).to.equal(
        'blocked',
      );
      expect(await ben.code('typing.set', { target: toAna, typing: true })).to.equal('blocked');
      await ana.ask('user.unblock', { uids: ['ben'] });
      const { ids } = await ana.ask('message.list', { target: toBen, position: 'end' });
      expect(ids.length).to.equal(1);
    });

    it('P6: whoever is removed learns it at once', async () => {
      const [ana, ben] = [await actor('ana'), await actor('ben')];
      await ana.ask('member.kick', { guid: 'open', uid: 'ben' });
      await ben.until(
        (event) =>
          event.type === 'changed' &&
          !!event.changes.groups?.some(({ id, scope }) => id === 'open' && scope === null),
      );
      const message = { id: createId(), type: 'text', text: 'x' };
      expect(await ben.code('message.send', { target: inOpen, message })).to.equal('not-a-member');
    });

    it('M1: a conversation is born with its first message', async () => {
      const [ana, ben] = [await actor('ana'), await actor('ben')];
      expect(await ana.code('conversation.get', { target: toBen })).to.equal('not-found');
      await ben.send(toAna, 'hi');
      const { changes } = await ana.ask('conversation.get', { target: toBen });
      expect(changes.conversations![0]).to.deep.include({ with: 'ben', unread: 1 });
    });

    it('M2, M3: receipts are cumulative, and own messages never count as unread', async () => {
      const [ana, ben] = [await actor('ana'), await actor('ben')];
      const sent = [
        await ben.send(toAna, '1'),
        await ben.send(toAna, '2'),
        await ben.send(toAna, '3'),
      ];
      const unread = async (who: Actor, target: Target) =>
        (await who.ask('conversation.get', { target })).changes.conversations![0]!.unread;
      expect(await unread(ana, toBen)).to.equal(3);
      expect(await unread(ben, toAna)).to.equal(0);
      await ana.ask('receipt.read', { target: toBen, messageId: sent[1]!.id });
      expect(await unread(ana, toBen)).to.equal(1);
      const event = await ben.until(
        (event) =>
          event.type === 'changed' &&
          !!event.changes.conversations?.some(
            ({ othersReadSeq }) => othersReadSeq === sent[1]!.seq,
          ),
      );
      expect(event).to.be.an('object');
    });

    it('M4: walking pages both ways meets every message once, in order', async () => {
      const ana = await actor('ana');
      for (let i = 0; i < 23; i++) await ana.send(toBen, String(i));
      const list = (position: Params<'message.list'>['position']) =>
        ana.ask('message.list', { target: toBen, position, limit: 5 });
      const texts = (page: Result<'message.list'>) =>
        page.ids.map((id) => page.changes.messages!.find((row) => row.id === id)!.text);

      const back: (string | undefined)[] = [];
      let page = await list('end');
      back.unshift(...texts(page));
      while (page.before !== null)
        back.unshift(...texts((page = await list({ before: page.before }))));
      const ahead = texts((page = await list('start')));
      while (page.after !== null) ahead.push(...texts((page = await list({ after: page.after }))));
      const all = Array.from({ length: 23 }, (_, i) => String(i));
      expect(back).to.deep.equal(all);
      expect(ahead).to.deep.equal(all);
    });

    it('M5: more than a limit is refused, never clamped', async () => {
      const ana = await actor('ana');
      expect(
        await ana.code('message.list', { target: toBen, position: 'end', limit: 101 }),
      ).to.equal('limit');
      expect(
        await ana.code('message.list', { target: toBen, position: 'end', limit: 100 }),
      ).to.equal('ok');
      const message = { id: createId(), type: 'text', text: 'x'.repeat(50_001) };
      expect(await ana.code('message.send', { target: toBen, message })).to.equal('too-long');
    });

    it('M6: deleting a conversation hides its history from the caller alone', async () => {
      const [ana, ben] = [await actor('ana'), await actor('ben')];
      await ana.send(toBen, 'old');
      await ana.ask('conversation.delete', { target: toBen });
      expect((await ana.ask('conversation.list', {})).ids).not.to.include('user:ana:ben');
      await ben.send(toAna, 'new');
      const page = (who: Actor, target: Target) =>
        who.ask('message.list', { target, position: 'end' });
      expect((await page(ana, toBen)).ids.length).to.equal(1);
      expect((await page(ben, toAna)).ids.length).to.equal(2);
      expect((await ana.ask('conversation.list', {})).ids).to.include('user:ana:ben');
    });

    it('N3: a session that was signed out says so, and nothing follows', async () => {
      const ana = await actor('ana');
      await ana.ask('session.signOut', {});
      expect(await ana.code('user.get', { uid: 'ben' })).to.equal('unauthenticated');
    });

    it('every failure is a ChatError', async () => {
      const ana = await actor('ana');
      const odd = [
        () => ana.backend.request('no.such' as 'user.get', { uid: 'x' }),
        () => ana.backend.request('user.get', undefined as unknown as { uid: string }),
        () => ana.backend.request('message.list', { target: {}, position: 'x' } as never),
      ];
      for (const ask of odd) {
        const error: unknown = await ask().catch((error: unknown) => error);
        expect((error as Error).name).to.equal('ChatError');
      }
    });
  });
}
