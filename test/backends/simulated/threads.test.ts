import { expect } from '@open-wc/testing';
import type { Params } from '../../../src/protocol/operations.js';
import type { InteractionGoal, Message } from '../../../src/protocol/records.js';
import { useWorld, type Person } from '../../support/simulated.js';

const kiln = { guid: 'kiln' } as const;

describe('threads and interactive messages', () => {
  const { world, ana, ben, cleo } = useWorld({ signedIn: ['ana', 'ben', 'cleo'] });

  const look = async (person: Person, id: string): Promise<Message> =>
    (await person.ask('message.get', { id })).changes.messages!.find((row) => row.id === id)!;

  describe('M7: threads', () => {
    it('beginning, replying and being mentioned subscribe; unsubscribing lasts until then', async () => {
      const id = await ana.send('#kiln', 'thread');
      const subscribed = async (person: Person) => (await look(person, id)).threadSubscribed;
      expect(await subscribed(ana)).to.equal(true);
      expect(await subscribed(ben)).to.equal(false);
      await ben.send('#kiln', 'reply <@uid:cleo>', { parentId: id });
      expect([await subscribed(ben), await subscribed(cleo)]).to.deep.equal([true, true]);
      for (const person of [ana, ben]) {
        await person.ask('thread.subscribe', { id, subscribed: false });
        await person.ask('thread.subscribe', { id, subscribed: false });
        expect(await subscribed(person)).to.equal(false);
      }
      await cleo.send('#kiln', 'again <@uid:ana>', { parentId: id });
      expect([await subscribed(ana), await subscribed(ben)]).to.deep.equal([true, false]);
      await ben.send('#kiln', 'and me', { parentId: id });
      expect(await subscribed(ben)).to.equal(true);
    });

    it('count for whoever is told what they have not seen there, whatever they read beside it', async () => {
      const id = await ana.send('#kiln', 'thread');
      const reply = (person: Person, text: string) => person.send('#kiln', text, { parentId: id });
      const unread = (people: Person[]) =>
        Promise.all(people.map(async (one) => (await look(one, id)).unreadReplies ?? 0));
      const first = await reply(ben, 'one');
      const second = await reply(ben, 'two');
      expect(await unread([ana, ben, cleo]), 'cleo is not told').to.deep.equal([2, 0, 0]);
      await ana.ask('receipt.read', { target: kiln });
      expect(await unread([ana]), 'the conversation was read').to.deep.equal([2]);
      await ana.drain();
      await ana.ask('thread.read', { id: first });
      const told = (await ana.drain()).flatMap((event) =>
        event.type === 'changed' ? (event.changes.messages ?? []) : [],
      );
      expect(told.map((row) => [row.id, row.unreadReplies])).to.deep.equal([[id, 1]]);
      await ana.ask('message.delete', { id: first });
      await ben.ask('message.delete', { id: second });
      expect(await unread([ana]), 'deleted').to.deep.equal([0]);
      await reply(cleo, 'three');
      await reply(ana, 'mine');
      await reply(ben, 'four');
      expect(await unread([ana, ben, cleo]), 'since one wrote').to.deep.equal([1, 0, 2]);
      await cleo.ask('thread.subscribe', { id, subscribed: false });
      expect(await unread([cleo]), 'not told any more').to.deep.equal([0]);
    });

    it('with no reply yet one subscribes too; a reply itself has no thread', async () => {
      const id = await ana.send('#kiln', 'thread');
      await ben.ask('thread.subscribe', { id, subscribed: true });
      expect((await look(ben, id)).threadSubscribed).to.equal(true);
      const reply = await ben.send('#kiln', 'reply', { parentId: id });
      expect((await look(ben, reply)).threadSubscribed).to.equal(undefined);
      for (const subscribed of [true, false])
        expect(await cleo.refusal('thread.subscribe', { id: reply, subscribed })).to.equal(
          'invalid INVALID_PARENT_MESSAGE_ID',
        );
    });

    it('are listed by their newest reply, page by page, those one wrote in', async () => {
      const ids: string[] = [];
      for (const text of ['one', 'two', 'three']) ids.push(await ana.send('#kiln', text));
      const direct = await ana.send('ben', 'four');
      for (const [person, to, parentId] of [
        [ben, '#kiln', ids[2]!],
        [cleo, '#kiln', ids[0]!],
        [ben, 'ana', direct],
        [ben, '#kiln', ids[0]!],
      ] as const) {
        world.clock.advance(10);
        await person.send(to, 'reply', { parentId });
      }
      const list = (person: Person, more: Params<'thread.list'> = {}) =>
        person.ask('thread.list', more).then((page) => page.ids);
      expect(await list(ana)).to.deep.equal([ids[0], direct, ids[2]]);
      expect(await list(cleo)).to.deep.equal([ids[0]]);
      expect(await list(cleo, { participated: false })).to.deep.equal([ids[0], ids[2]]);
      expect(await list(ana, { target: kiln })).to.deep.equal([ids[0], ids[2]]);
      const first = await ana.ask('thread.list', { limit: 2 });
      expect(await list(ana, { limit: 2, after: first.after! })).to.deep.equal([ids[2]]);
      expect(await ana.refusal('thread.list', { limit: 1001 })).to.equal('limit INVALID_SET_LIMIT');
      const dan = await world.person('dan');
      expect(await list(dan, { participated: false })).to.deep.equal([]);
      expect(await dan.refusal('thread.list', { target: kiln })).to.equal(
        'not-a-member ERR_GROUP_NOT_JOINED',
      );
    });
  });

  it('M13: a reply may stand in its conversation, too: it counts there, and is one message', async () => {
    const id = await ana.send('#kiln', 'thread');
    const aside = await ben.send('#kiln', 'aside', { parentId: id });
    const shared = await ben.send('#kiln', 'for all', { parentId: id, broadcast: true });
    const beside = await ben.send('#kiln', 'no reply', { broadcast: true });
    const ids = (more: object) =>
      ana.ask('message.list', { target: kiln, position: 'end', ...more }).then((page) => page.ids);
    expect((await ids({ hideReplies: true })).slice(-3)).to.deep.equal([id, shared, beside]);
    expect(await ids({ parentId: id })).to.deep.equal([aside, shared]);
    expect((await look(ana, shared)).broadcast).to.equal(true);
    expect((await look(ana, beside)).broadcast, 'of what is no reply').to.equal(undefined);
    const { changes } = await ana.ask('conversation.get', { target: kiln });
    expect(changes.conversations![0]).to.include({ unread: 2, lastMessageId: beside });
    const reply = { id: world.id(), type: 'text', text: 'x', parentId: id };
    const message = { ...reply, broadcast: 'yes' as unknown as boolean };
    expect(await ben.refusal('message.send', { target: kiln, message })).to.match(/^invalid/);
  });

  describe('M8: interactive messages', () => {
    const form = async (interactionGoal?: InteractionGoal, more: object = {}) => {
      const id = world.id();
      const message = { id, category: 'interactive', type: 'form', data: { title: 'F' } } as const;
      await ana.ask('message.send', {
        target: kiln,
        message: { ...message, ...(interactionGoal && { interactionGoal }), ...more },
      });
      return id;
    };
    const goals = (person: Person) => person.events.filter(({ type }) => type === 'goal').length;
    const use = async (person: Person, id: string, ...elementIds: readonly string[]) => {
      for (const elementId of elementIds) await person.ask('message.interact', { id, elementId });
    };

    for (const [goal, clicks, met] of [
      [{ type: 'anyAction' }, ['x'], true],
      [{ type: 'anyOf', elementIds: ['a', 'b'] }, ['x'], false],
      [{ type: 'anyOf', elementIds: ['a', 'b'] }, ['b'], true],
      [{ type: 'allOf', elementIds: ['a', 'b'] }, ['b', 'b'], false],
      [{ type: 'allOf', elementIds: ['a', 'b'] }, ['b', 'a'], true],
      [{ type: 'none' }, ['a'], false],
      [undefined, ['a'], false],
    ] as const) {
      it(`${JSON.stringify(goal)} after ${clicks.join(', ')}: ${met ? 'met' : 'not met'}`, async () => {
        const id = await form(goal);
        await use(ben, id, ...clicks);
        const found = await look(ben, id);
        expect(found.goalCompletedAt !== undefined).to.equal(met);
        expect(found.interactions!.length).to.equal(new Set(clicks).size);
        expect((await look(cleo, id)).interactions, 'per viewer').to.equal(undefined);
        expect([goals(ana), goals(ben), goals(cleo)]).to.deep.equal(met ? [1, 1, 0] : [0, 0, 0]);
        await use(ben, id, 'z');
        expect(goals(ana), 'once a person').to.equal(met ? 1 : 0);
        const list = await ben.ask('message.list', {
          target: kiln,
          position: 'end',
          goalCompleted: true,
        });
        expect(list.ids).to.deep.equal(met ? [id] : []);
      });
    }

    it('the author only where the message says so', async () => {
      const id = await form({ type: 'anyAction' });
      expect(await ana.refusal('message.interact', { id, elementId: 'a' })).to.equal(
        'forbidden ERR_ACTION_NOT_ALLOWED',
      );
      expect((await look(ana, id)).can).not.to.include('interact');
      const open = await form({ type: 'anyAction' }, { allowSenderInteraction: true });
      expect((await look(ana, open)).can).to.include('interact');
      await use(ana, open, 'a');
      expect(goals(ana), 'told once').to.equal(1);
      const text = await ana.send('#kiln', 'x');
      expect(await ben.refusal('message.interact', { id: text, elementId: 'a' })).to.equal(
        'forbidden ERR_ACTION_NOT_ALLOWED',
      );
    });

    it('a goal that names nothing is refused', async () => {
      for (const interactionGoal of [{ type: 'anyOf' }, { type: 'allOf', elementIds: [] }, {}]) {
        const message = {
          id: world.id(),
          category: 'interactive',
          type: 'form',
          data: {},
        } as const;
        const found = await ana.refusal('message.send', {
          target: kiln,
          message: { ...message, interactionGoal: interactionGoal as InteractionGoal },
        });
        expect(found).to.match(/^invalid /);
      }
    });
  });
});
