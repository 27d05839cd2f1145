import { html, type TemplateResult } from 'lit';
import type { ConversationItem, MemberItem } from '../../../src/client/types.js';
import '../../../src/elements/chat-conversations/chat-conversations.js';
import '../../../src/elements/chat-group-members/chat-group-members.js';
import '../../../src/elements/chat-users/chat-users.js';
import { ChatError } from '../../../src/protocol/errors.js';
import type { User } from '../../../src/protocol/records.js';
import { fillChats, fillPeople, uidOf, writeToAna } from '../../support/chats.js';
import { ana, world } from '../../support/world.js';

/** What others do. Resolves to the UIDs of whose rows may go elsewhere. */
export type Deed = (pick: number, focused: string | undefined) => Promise<readonly string[]>;

/** A list to storm, and what happens in it. */
export interface Stormed {
  readonly content: () => TemplateResult;
  readonly fill: () => Promise<void>;
  readonly uidOf: (item: unknown) => string;
  readonly nameOf: (item: unknown) => string;
  readonly sectionOf?: (item: unknown) => string;
  readonly deeds: Readonly<Record<string, Deed>>;
}

const people = 45;
const manage = () => world.host.manage();
const letters = 'Ada Bea Cleo Dora Emil Finn Gil'.split(' ');
const nameFor = (pick: number) => `${letters[pick % 7]} ${pick}`;
const someone = (pick: number) => uidOf(pick % people);

/** It may be refused: whom it is about is not there any more, is that already, or nobody is signed in. */
async function unlessRefused(doing: Promise<unknown>): Promise<void> {
  await doing.catch((thrown) => {
    if (!(thrown instanceof ChatError)) throw thrown;
  });
}

async function renamed(pick: number): Promise<readonly string[]> {
  const uid = someone(pick);
  await unlessRefused(manage().request('user.update', { uid, name: nameFor(pick) }));
  return [uid];
}

/** The one with the focus goes every other time, else this one. */
function goes(remove: (uid: string) => Promise<unknown>): Deed {
  return async (pick, focused) => {
    const uid = (pick % 2 && focused) || someone(pick);
    if (uid === 'ana') return [];
    await unlessRefused(remove(uid));
    return [uid];
  };
}

const chats: Stormed = {
  content: () => html`<chat-conversations></chat-conversations>`,
  fill: () => fillChats(people),
  uidOf: (item) => (item as ConversationItem).conversation.with,
  nameOf: (item) => (item as ConversationItem).user?.name ?? '',
  deeds: {
    async write(pick) {
      await writeToAna(pick % people);
      return [someone(pick)];
    },
    async writeMany(pick) {
      const who = Array.from({ length: 2 + (pick % 6) }, (_, i) => (pick + i * 7) % people);
      await writeToAna(...who);
      return who.map(uidOf);
    },
    async pin(pick) {
      await unlessRefused(ana.conversations.pin({ uid: someone(pick) }, pick % 3 > 0));
      return [someone(pick)];
    },
    goes: goes((uid) => ana.conversations.delete({ uid })),
    renamed,
  },
};

const users: Stormed = {
  content: () => html`<chat-users></chat-users>`,
  async fill() {
    await fillPeople(people);
    for (let i = 0; i < people; i += 2) await renamed(i);
  },
  uidOf: (item) => (item as User).id,
  nameOf: (item) => (item as User).name,
  sectionOf: (item) => (item as User).name[0]!,
  deeds: {
    renamed,
    goes: goes((uid) => manage().request('user.delete', { uid })),
    async comes(pick) {
      const uid = `new-${pick}-${Date.now()}`;
      await manage().request('user.create', { uid, name: nameFor(pick) });
      return [uid];
    },
  },
};

const members: Stormed = {
  content: () => html`<chat-group-members guid="kiln"></chat-group-members>`,
  async fill() {
    await fillPeople(people);
    const all = Array.from({ length: people }, (_, i) => [uidOf(i), 'participant'] as const);
    for (let at = 0; at < people; at += 20)
      await manage().request('member.add', {
        guid: 'kiln',
        members: Object.fromEntries(all.slice(at, at + 20)),
      });
  },
  uidOf: (item) => (item as MemberItem).member.uid,
  nameOf: (item) => (item as MemberItem).user?.name ?? '',
  deeds: {
    renamed,
    goes: goes((uid) => ana.members.kick('kiln', uid)),
    async ranked(pick) {
      const scope = pick % 2 ? 'admin' : 'participant';
      await unlessRefused(ana.members.setScope('kiln', someone(pick), scope));
      return [someone(pick)];
    },
    async comes(pick) {
      const uid = someone(pick);
      const params = { guid: 'kiln', members: { [uid]: 'participant' } } as const;
      await unlessRefused(manage().request('member.add', params));
      return [uid];
    },
  },
};

export const stormed: Readonly<Record<string, Stormed>> = { chats, users, members };
