import type { Target } from '../../../protocol/ids.js';
import { conversationTarget } from '../../../protocol/ids.js';
import type { Message } from '../../../protocol/records.js';
import type { Connection } from '../types.js';
import type { Person } from './cast.js';
import { reactionOf, replyOf, topicOf, typingTime } from './replies.js';

/** One who is played. */
export interface Bot {
  readonly person: Person;
  /** Signed in, once it resolves. */
  connection?: Promise<Connection>;
  online: boolean;
}

/** Somebody in a group who hears a message, and whether it was meant for them. */
interface Listener {
  readonly bot: Bot;
  readonly asked: boolean;
}

/** What those who are played need of the world. */
export interface Stage {
  random(): number;
  id(): string;
  between(low: number, high: number): number;
  later(milliseconds: number, run: () => void): void;
  /** Does nothing once the bot is gone; whatever the server refuses is no reason to stop living. */
  attempt(bot: Bot, act: (connection: Connection) => Promise<unknown>): void;
  isReal(uid: string): boolean;
  isFresh(at: number): boolean;
}

export interface Talk {
  hear(bot: Bot, message: Message, beside?: readonly Message[]): void;
  say(bot: Bot, target: Target, text: string, more?: { readonly parentId?: string }): void;
}

const second = 1000;
const remembered = 5000;

/** Reading, answering and reacting. */
export function createTalk(stage: Stage): Talk {
  const { random, id, between, later, attempt, isReal, isFresh } = stage;
  const heard = new Set<string>();
  const turns = new Map<string, Listener[]>();
  const newest = new Map<string, string>();

  function hear(bot: Bot, message: Message, beside: readonly Message[] = []): void {
    const { uid } = bot.person;
    const mark = `${uid} ${message.id}`;
    if (message.sender === uid || message.deletedAt !== undefined || heard.has(mark)) return;
    if (heard.size > remembered) heard.clear();
    heard.add(mark);
    const target = conversationTarget(uid, message.conversationId);
    const receipt = { target, messageId: message.id };
    later(between(100, 500), () =>
      attempt(bot, (me) => me.request('receipt.delivered', receipt, id())),
    );
    const direct = target.uid !== undefined;
    const reading = direct ? between(1, 4) * second : between(2, 25) * second;
    later(reading, () => attempt(bot, (me) => me.request('receipt.read', receipt, id())));
    if (['action', 'call'].includes(message.category) || !isReal(message.sender)) return;
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

  function say(
    bot: Bot,
    target: Target,
    text: string,
    more: { readonly parentId?: string } = {},
  ): void {
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

  return { hear, say };
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
