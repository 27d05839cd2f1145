import type { BackendEvent } from '../../../protocol/events.js';
import type { Target } from '../../../protocol/ids.js';
import { conversationTarget } from '../../../protocol/ids.js';
import type { Conversation, Message } from '../../../protocol/records.js';
import { pick } from '../../random.js';
import type { App, Connection, Environment, Server } from '../types.js';
import { cast, type Person } from './cast.js';
import { reactionOf, replyOf, topicOf, typingTime } from './replies.js';
import { exchanges } from './small-talk.js';

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

interface Bot {
  readonly person: Person;
  connection?: Connection;
  online: boolean;
}

/** Somebody in a group who hears a message, and whether it was meant for them. */
interface Listener {
  readonly bot: Bot;
  readonly asked: boolean;
}

const second = 1000;
/** What is older needs no answer any more. */
const fresh = 600 * second;

/** Those of the cast who are not signed in themselves live here: they come and go, read, type, answer and react. */
export function createPeople({ server, app, environment }: PeopleOptions): People {
  const { random, id } = environment;
  const bots = cast.map((person): Bot => ({ person, online: false }));
  const timers = new Set<() => void>();
  const heard = new Set<string>();
  const turns = new Map<string, Listener[]>();
  const newest = new Map<string, string>();
  let real: ReadonlySet<string> = new Set();
  let held: (() => void)[] | undefined;
  let closed = false;
  let nextExchange = 0;

  const between = (low: number, high: number) => low + random() * (high - low);

  function later(milliseconds: number, run: () => void): void {
    const cancel = environment.after(milliseconds, () => {
      timers.delete(cancel);
      if (closed) return;
      if (held) held.push(run);
      else run();
    });
    timers.add(cancel);
  }

  /** Whatever the server refuses (blocked, removed, gone) is no reason to stop living. */
  function attempt(bot: Bot, act: (connection: Connection) => Promise<unknown>): void {
    const { connection, person } = bot;
    if (closed || !connection || real.has(person.uid)) return;
    act(connection).catch(() => undefined);
  }

  async function connectionOf(bot: Bot): Promise<Connection> {
    if (!bot.connection) {
      const connection = server.open();
      bot.connection = connection;
      await connection.signIn({ uid: bot.person.uid, authKey: app.authKey });
    }
    return bot.connection;
  }

  async function comeOnline(bot: Bot): Promise<void> {
    if (bot.online || closed || real.has(bot.person.uid)) return;
    bot.online = true;
    const connection = await connectionOf(bot);
    if (!bot.online || closed || bot.connection !== connection) return;
    connection.listen((event) => receive(bot, event));
    const { changes } = await connection.request('conversation.list', { unread: true });
    for (const message of changes.messages ?? []) {
      if (changes.conversations?.some(({ lastMessageId }) => lastMessageId === message.id)) {
        hear(bot, message);
      }
    }
  }

  function leave(bot: Bot): void {
    bot.online = false;
    bot.connection?.close();
    delete bot.connection;
  }

  function receive(bot: Bot, event: BackendEvent): void {
    if (event.type === 'ended') return leave(bot);
    if (event.type !== 'changed' || event.cause !== 'message.send') return;
    for (const message of event.changes.messages ?? []) {
      // Beside the new one travel those it refers to.
      if (isFresh(message.sentAt)) hear(bot, message, event.changes.messages);
    }
  }

  const isFresh = (at: number) => at > environment.now() - fresh;

  function hear(bot: Bot, message: Message, beside: readonly Message[] = []): void {
    const { uid } = bot.person;
    const mark = `${uid} ${message.id}`;
    if (message.sender === uid || message.deletedAt !== undefined || heard.has(mark)) return;
    heard.add(mark);
    const target = conversationTarget(uid, message.conversationId);
    const receipt = { target, messageId: message.id };
    later(between(100, 500), () =>
      attempt(bot, (me) => me.request('receipt.delivered', receipt, id())),
    );
    const direct = target.uid !== undefined;
    const reading = direct ? between(1, 4) * second : between(2, 25) * second;
    later(reading, () => attempt(bot, (me) => me.request('receipt.read', receipt, id())));
    if (message.category === 'action' || !real.has(message.sender)) return;
    if (!isFresh(message.sentAt)) return;
    if (!direct) return gather({ bot, asked: isAsked(bot, message, beside) }, message, target);
    const conversation = `${uid} ${message.conversationId}`;
    newest.set(conversation, message.id);
    // Who writes three lines gets one answer, to the last.
    later(reading + between(300, 1500), () => {
      if (newest.get(conversation) === message.id) respond(bot, message, target);
    });
  }

  /** In a group all hear the same; a moment later it is decided who says something. */
  function gather(listener: Listener, message: Message, target: Target): void {
    const known = turns.get(message.id);
    if (known) return void known.push(listener);
    const heardBy = [listener];
    turns.set(message.id, heardBy);
    later(1500, () => {
      turns.delete(message.id);
      const asked = heardBy.filter((each) => each.asked).map(({ bot }) => bot);
      const listeners = heardBy.map(({ bot }) => bot);
      const chance = topicOf(wordsOf(message)) === 'other' ? 0.65 : 0.95;
      const speakers =
        asked.length > 0 ? asked.slice(0, 2) : random() < chance ? [weigh(listeners)] : [];
      speakers.forEach((speaker, i) =>
        later(between(800, 3000) + i * 6 * second, () => respond(speaker, message, target)),
      );
      for (const other of listeners) {
        if (!speakers.includes(other) && random() < 0.12)
          later(between(3, 14) * second, () => react(other, message));
      }
    });
  }

  function weigh(listeners: readonly Bot[]): Bot {
    let rest = random() * listeners.reduce((sum, { person }) => sum + person.talkative, 0);
    return listeners.find(({ person }) => (rest -= person.talkative) <= 0) ?? listeners[0]!;
  }

  function react(bot: Bot, message: Message): void {
    const reaction = reactionOf(wordsOf(message), random);
    attempt(bot, (me) => me.request('reaction.add', { id: message.id, reaction }, id()));
  }

  function respond(bot: Bot, message: Message, target: Target): void {
    if (message.type === 'image' && random() < 0.6) react(bot, message);
    const thread = message.parentId === undefined ? {} : { parentId: message.parentId };
    say(bot, target, replyOf(bot.person, wordsOf(message), random), thread);
  }

  function say(bot: Bot, target: Target, text: string, more: { parentId?: string } = {}): void {
    const typing = (on: boolean) =>
      attempt(bot, (me) => me.request('typing.set', { target, typing: on }, id()));
    const duration = typingTime(text, random);
    typing(true);
    // Who listens forgets a typist after some seconds.
    if (duration > 4000) later(3500, () => typing(true));
    later(duration, () => {
      attempt(bot, (me) =>
        me.request(
          'message.send',
          { target, message: { id: id(), type: 'text', text, ...more } },
          id(),
        ),
      );
      typing(false);
    });
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
      if (bot) later(start, () => say(bot, { guid: exchange.guid }, text));
      start += 9000 + text.length * 60;
    });
  }

  /** Now and then somebody comes or goes. */
  function stir(): void {
    later(between(25, 70) * second, stir);
    const bot = pick(random, bots);
    if (!bot || real.has(bot.person.uid)) return;
    if (random() < bot.person.around) void comeOnline(bot).catch(() => leave(bot));
    else leave(bot);
  }

  /** A telephone in a pocket: who is away notices when somebody wants something. */
  function buzz(bot: Bot): void {
    later(between(12, 30) * second, () => buzz(bot));
    if (bot.online || real.size === 0 || real.has(bot.person.uid)) return;
    void look(bot).catch(() => leave(bot));
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
      later(between(200, 1500), () => void comeOnline(bot).catch(() => leave(bot)));
    }
    later(between(3, 30) * second, () => buzz(bot));
  }
  later(20 * second, stir);
  later(45 * second, chat);

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

/** By name, or by an answer to something of theirs. */
function isAsked({ person: { uid } }: Bot, message: Message, beside: readonly Message[]): boolean {
  if (message.mentions?.includes(uid)) return true;
  const about = new Set([message.quotedId, message.parentId]);
  return beside.some(({ id, sender }) => about.has(id) && sender === uid);
}

/** What was said, without the marks of mentions. */
function wordsOf(message: Message): { text: string; type: string } {
  return { text: (message.text ?? '').replace(/<@[^>]*>/g, '').trim(), type: message.type };
}
