import { ChatError } from '../../../protocol/errors.js';
import type { BackendEvent } from '../../../protocol/events.js';
import type { Conversation } from '../../../protocol/records.js';
import { pick } from '../../random.js';
import type { App, Connection, Environment, Server } from '../types.js';
import { cast } from './cast.js';
import { exchanges } from './small-talk.js';
import { createTalk, type Bot, type Stage } from './talk.js';
import { createTelephone } from './telephone.js';

/** They are refused things like anyone else: kicked, blocked, the server closing. What is no refusal is a mistake. */
function tolerate(error: unknown): void {
  if (ChatError.from(error).code === 'unknown') reportError(error);
}

export interface People {
  /** These are signed in on real devices: nobody plays them. */
  present(uids: ReadonlySet<string>): void;
  pause(): void;
  resume(): void;
  close(): void;
}

interface PeopleOptions {
  readonly server: Server;
  readonly app: App;
  readonly environment: Environment;
}

const second = 1000;
/** What is older needs no answer any more. */
const fresh = 600 * second;

/** Those of the cast who are not signed in themselves live here: they come and go, read, type, answer and react. */
export function createPeople({ server, app, environment }: PeopleOptions): People {
  const { random, id } = environment;
  const bots = cast.map((person): Bot => ({ person, online: false }));
  const timers = new Set<() => void>();
  let real: ReadonlySet<string> = new Set();
  let held: (() => void)[] | undefined;
  let closed = false;
  let nextExchange = 0;

  const between = (low: number, high: number) => low + random() * (high - low);
  const isFresh = (at: number) => at > environment.now() - fresh;
  const isReal = (uid: string) => real.has(uid);
  const stage: Stage = { random, id, between, later, attempt, isReal, isFresh };
  const talk = createTalk(stage);
  const telephone = createTelephone(stage, talk);

  function later(milliseconds: number, run: () => void): void {
    const cancel = environment.after(milliseconds, () => {
      timers.delete(cancel);
      if (closed) return;
      if (held) held.push(run);
      else run();
    });
    timers.add(cancel);
  }

  function attempt(bot: Bot, act: (connection: Connection) => Promise<unknown>): void {
    const { connection, person } = bot;
    if (closed || !connection || real.has(person.uid)) return;
    connection.then(act).catch(tolerate);
  }

  function connectionOf(bot: Bot): Promise<Connection> {
    return (bot.connection ??= signIn(bot));
  }
  async function signIn(bot: Bot): Promise<Connection> {
    const connection = server.open();
    await connection.signIn({ uid: bot.person.uid, authKey: app.authKey });
    return connection;
  }

  async function comeOnline(bot: Bot): Promise<void> {
    if (bot.online || closed || real.has(bot.person.uid)) return;
    bot.online = true;
    const connecting = connectionOf(bot);
    const connection = await connecting;
    // Meanwhile the real one may have come.
    if (!bot.online || closed || bot.connection !== connecting) return;
    connection.listen((event) => receive(bot, event));
    const { changes } = await connection.request('conversation.list', { unread: true });
    for (const message of changes.messages ?? []) {
      if (changes.conversations?.some(({ lastMessageId }) => lastMessageId === message.id)) {
        talk.hear(bot, message);
      }
    }
    const ringing = await connection.request('call.list', { status: 'initiated' });
    for (const call of ringing.changes.calls ?? []) telephone.hear(bot, call);
  }

  function leave(bot: Bot): void {
    bot.online = false;
    // One that never opened needs no closing; whoever opened it was told.
    bot.connection?.then(
      (connection) => connection.close(),
      () => undefined,
    );
    delete bot.connection;
  }

  const gaveUp = (bot: Bot) => (error: unknown) => {
    leave(bot);
    tolerate(error);
  };

  function receive(bot: Bot, event: BackendEvent): void {
    if (event.type === 'ended') return leave(bot);
    if (event.type !== 'changed') return;
    if (event.cause === 'call.start')
      for (const call of event.changes.calls ?? []) telephone.hear(bot, call);
    if (event.cause !== 'message.send') return;
    for (const message of event.changes.messages ?? []) {
      // Beside the new one travel those it refers to.
      if (isFresh(message.sentAt)) talk.hear(bot, message, event.changes.messages);
    }
  }

  function chat(): void {
    later(between(50, 140) * second, chat);
    const exchange = exchanges[nextExchange % exchanges.length];
    if (!exchange || real.size === 0) return;
    const speakers = exchange.lines.map(([uid]) => bots.find(({ person }) => person.uid === uid));
    nextExchange++;
    if (!speakers.every((bot) => bot?.online && !real.has(bot.person.uid))) return;
    let start = 0;
    exchange.lines.forEach(([, text], i) => {
      const bot = speakers[i];
      if (bot) later(start, () => talk.say(bot, { guid: exchange.guid }, text));
      start += 9000 + text.length * 60;
    });
  }

  /** Now and then somebody comes or goes. */
  function stir(): void {
    later(between(25, 70) * second, stir);
    const bot = pick(random, bots);
    if (!bot || real.has(bot.person.uid)) return;
    if (random() < bot.person.around) void comeOnline(bot).catch(gaveUp(bot));
    else leave(bot);
  }

  /** Rarely somebody calls; never whoever has just come. */
  function ring(): void {
    later(between(5, 15) * 60 * second, ring);
    const [bot, uid] = [
      pick(
        random,
        bots.filter(({ online }) => online),
      ),
      pick(random, [...real]),
    ];
    if (bot && uid !== undefined && random() < 0.5) telephone.call(bot, uid);
  }

  /** A telephone in a pocket: who is away notices when somebody wants something. */
  function buzz(bot: Bot): void {
    later(between(12, 30) * second, () => buzz(bot));
    if (bot.online || real.size === 0 || real.has(bot.person.uid)) return;
    void look(bot).catch(gaveUp(bot));
  }
  async function look(bot: Bot): Promise<void> {
    const connection = await connectionOf(bot);
    const { changes } = await connection.request('conversation.list', { unread: true });
    const wanted = (conversation: Conversation) =>
      isFresh(conversation.activeAt) &&
      (conversation.type === 'user'
        ? real.has(conversation.with)
        : conversation.unreadMentions > 0);
    if (changes.conversations?.some(wanted)) await comeOnline(bot);
  }

  for (const bot of bots) {
    // After the devices of this page had their time to sign in.
    if (random() < bot.person.around) {
      later(between(200, 1500), () => void comeOnline(bot).catch(gaveUp(bot)));
    }
    later(between(3, 30) * second, () => buzz(bot));
  }
  later(20 * second, stir);
  later(45 * second, chat);
  later(4 * 60 * second, ring);

  return {
    present(uids) {
      real = new Set(uids);
      for (const bot of bots) if (real.has(bot.person.uid)) leave(bot);
    },
    pause() {
      held ??= [];
    },
    resume() {
      const waiting = held ?? [];
      held = undefined;
      for (const run of waiting) run();
    },
    close() {
      closed = true;
      for (const cancel of timers) cancel();
      for (const bot of bots) leave(bot);
    },
  };
}
