import { createId } from '../../../protocol/create-id.js';
import type { Target } from '../../../protocol/ids.js';
import type { Params } from '../../../protocol/operations.js';
import { createRandom } from '../../random.js';
import type { App, Connection, Server } from '../types.js';
import { cast } from './cast.js';
import { drawFace } from './faces.js';
import { loudness, seedFile } from './files.js';
import { firingNight } from './firing.js';
import { groups } from './groups.js';
import { readScript, type Step } from './script.js';
import { board, cinema, darkroom } from './stories/elsewhere.js';
import { direct } from './stories/direct.js';
import { hikes } from './stories/hikes.js';
import { kilnEarly } from './stories/kiln-early.js';
import { kilnLate } from './stories/kiln-late.js';
import { kilnMiddle } from './stories/kiln-middle.js';
import { rota } from './stories/rota.js';

interface SeedOptions {
  readonly server: Server;
  readonly app: App;
  /** Unix milliseconds: everything happened before. */
  readonly now: number;
  readonly seed: number;
  /** Sets the server's clock, so that the past has its own times. */
  travel(to: number): void;
}

interface Story {
  readonly name: string;
  readonly people: readonly string[];
  target(by: string): Target;
  readonly steps: readonly Step[];
}

const day = 86_400_000;

/** Lets the people live through the last weeks, by the same operations that everybody has. */
export async function seedWorld({ server, app, now, seed, travel }: SeedOptions): Promise<void> {
  const random = createRandom(seed);
  const management = server.manage(app);
  const connections = new Map<string, Connection>();

  travel(now - 60 * day);
  for (const person of cast) {
    const { uid, name, role, statusMessage, tags, face } = person;
    await management.request('user.create', {
      uid,
      name,
      role,
      ...(face && { avatar: drawFace(face) }),
      ...(statusMessage !== undefined && { statusMessage }),
      ...(tags && { tags }),
    });
    const connection = server.open();
    await connection.signIn({ uid, authKey: app.authKey });
    connections.set(uid, connection);
  }
  function as(uid: string): Connection {
    const connection = connections.get(uid);
    if (!connection) throw new TypeError(`Nobody in the cast is called "${uid}".`);
    return connection;
  }

  travel(now - 45 * day);
  for (const { guid, name, type, owner, description, password, icon, members } of groups) {
    await as(owner).request(
      'group.create',
      {
        guid,
        name,
        type,
        members,
        ...(password !== undefined && { password }),
        ...(description !== undefined && { description }),
        ...(icon !== undefined && { icon }),
      },
      `create-${guid}`,
    );
  }

  const stories = tell(now, random);
  const plan = stories.flatMap((story) => story.steps.map((step) => ({ story, step })));
  plan.sort((a, b) => a.step.at - b.step.at);
  const ids = new Map<string, string>();
  let count = 0;
  for (const { story, step } of plan) {
    travel(step.at);
    await play(story, step, `seed-${++count}`);
  }
  travel(now);
  await arrange();
  for (const connection of connections.values()) connection.close();

  async function play(story: Story, step: Step, commandId: string): Promise<void> {
    const me = as(step.by);
    const target = story.target(step.by);
    const { guid } = target;
    const idOf = (key: string) => ids.get(`${story.name}/${key}`) ?? '';
    switch (step.do) {
      case 'say': {
        const id = createId(step.at, random);
        ids.set(`${story.name}/${step.key}`, id);
        const message = { id, ...(await content(me, step, id)), ...refer(step, idOf) };
        await me.request('message.send', { target, message }, commandId);
        return;
      }
      case 'react':
        await me.request(
          'reaction.add',
          { id: idOf(step.key), reaction: step.reaction },
          commandId,
        );
        return;
      case 'edit':
        await me.request('message.edit', { id: idOf(step.key), text: step.text }, commandId);
        return;
      case 'delete':
        await me.request('message.delete', { id: idOf(step.key) }, commandId);
        return;
      case 'pin':
        await me.request('message.pin', { id: idOf(step.key), pinned: true }, commandId);
        return;
      case 'read':
      case 'receive': {
        const name = step.do === 'read' ? 'receipt.read' : 'receipt.delivered';
        await me.request(name, { target, messageId: idOf(step.key) }, commandId);
        if (step.do === 'read') await readThreads(me, story, step.at);
        return;
      }
    }
    if (step.do === 'call') return ring(step, target, commandId);
    if (guid === undefined) return;
    if (step.do === 'add') {
      await me.request('member.add', { guid, members: { [step.uid]: step.scope } }, commandId);
    } else if (step.do === 'scope') {
      await me.request('member.scope', { guid, uid: step.uid, scope: step.scope }, commandId);
    } else await me.request(step.do === 'join' ? 'group.join' : 'group.leave', { guid }, commandId);
  }

  /** Who reads a conversation has looked into its threads. */
  async function readThreads(me: Connection, { name, steps }: Story, until: number): Promise<void> {
    for (const step of steps) {
      if (step.do !== 'say' || step.parent === undefined || step.at > until) continue;
      await me.request('thread.read', { id: ids.get(`${name}/${step.key}`) ?? '' });
    }
  }

  async function ring(
    { at, by, type, outcome }: Extract<Step, { do: 'call' }>,
    target: Target,
    commandId: string,
  ): Promise<void> {
    const [me, other] = [as(by), as(target.uid ?? by)];
    // By a chance of its own, so that the rest of the world stays as it is.
    const id = createId(at, createRandom(at));
    const end = (who: Connection, status: 'cancelled' | 'rejected' | 'ended') =>
      who.request('call.end', { id, status }, `${commandId}-end`);
    await me.request('call.start', { id, target, type }, commandId);
    travel(at + 8000);
    if (outcome === 'declined') await end(other, 'rejected');
    else if (outcome === 'missed') await end(me, 'cancelled');
    else {
      await other.request('call.accept', { id }, `${commandId}-accept`);
      travel(at + 8000 + outcome * 1000);
      await end(me, 'ended');
    }
  }

  async function arrange(): Promise<void> {
    const ana = as('ana');
    await ana.request('conversation.pin', { target: { guid: 'hikes' }, pinned: true }, 'seed-pin');
    await ana.request(
      'conversation.mute',
      { target: { guid: 'rota' }, until: now + 30 * day },
      'seed-mute',
    );
  }
}

type Say = Extract<Step, { do: 'say' }>;
type Draft = Params<'message.send'>['message'];

function refer(step: Say, idOf: (key: string) => string): Pick<Draft, 'parentId' | 'quotedId'> {
  return {
    ...(step.parent !== undefined && { parentId: idOf(step.parent) }),
    ...(step.quote !== undefined && { quotedId: idOf(step.quote) }),
  };
}

async function content(me: Connection, step: Say, id: string): Promise<Omit<Draft, 'id'>> {
  const text = step.text === '' ? {} : { text: step.text };
  if (!step.media) return { type: 'text', ...text };
  const { type, attachment, data } = seedFile(step.media.kind, step.media.what);
  const { name, mimeType } = attachment;
  const { url } = await me.request(
    'file.upload',
    { id: `file-${id}`, name, mimeType, data },
    `file-${id}`,
  );
  const voice = type === 'audio' && {
    metadata: { audioType: 'voice_note', waveform: loudness(data) },
  };
  return { type, attachments: [{ ...attachment, url }], ...text, ...voice };
}

function tell(now: number, random: () => number): Story[] {
  const kiln = [
    kilnEarly,
    firingNight(19, 1000, ['ben', 'kwame', 'ana', 'mateo', 'noor'], random),
    kilnMiddle,
    firingNight(8, 1220, ['ben', 'chiara', 'yu', 'noor'], random),
    kilnLate,
  ];
  const scripts: Record<string, string> = {
    kiln: kiln.join('\n'),
    hikes,
    rota,
    darkroom,
    board,
    cinema,
  };
  const told = groups.map(({ guid, owner, members }): Story => {
    const steps = readScript(scripts[guid] ?? '', now, random);
    const added = steps.flatMap((step) => (step.do === 'add' ? [step.uid] : []));
    const people = [...new Set([owner, ...Object.keys(members), ...added])];
    return { name: guid, people, target: () => ({ guid }), steps: withReaders(steps, people) };
  });
  const between = Object.entries(direct).map(([uid, script]): Story => {
    const people = ['ana', uid];
    const target = (by: string) => ({ uid: by === 'ana' ? uid : 'ana' });
    return {
      name: uid,
      people,
      target,
      steps: withReaders(readScript(script, now, random), people),
    };
  });
  return [...told, ...between];
}

/** Whoever has no mark of their own has read everything; who has one has still received the rest. */
function withReaders(steps: readonly Step[], people: readonly string[]): Step[] {
  const last = steps.findLast((step) => step.do === 'say');
  if (!last) return [...steps];
  const { key } = last;
  const end = steps.reduce((latest, { at }) => Math.max(latest, at), 0);
  const marks = people.flatMap((by): Step[] => {
    if (steps.some((step) => step.by === by && step.do === 'receive')) return [];
    const marked = steps.some((step) => step.by === by && step.do === 'read');
    return [{ at: end + 200, by, do: marked ? 'receive' : 'read', key }];
  });
  return [...steps, ...marks];
}
