import type { ReactiveControllerHost } from 'lit';
import type { List, ListState, Store } from '../../client/stores/list-types.js';
import type { ChatClient, MemberItem } from '../../client/types.js';
import { StoreController } from '../../lit/store-controller.js';
import type { User } from '../../protocol/records.js';
import type { Person } from '../chat-composer-input/trigger.js';

/** Whom one can mention. A group's members are fetched when the first `@` is typed. */
export interface Mentionable {
  /** What is typed after `@`; undefined while nobody is looked for. */
  query: string | undefined;
  /** The same array while they are the same. */
  people(others: readonly (User | undefined)[]): readonly Person[];
}

export function createMentionable(
  host: ReactiveControllerHost,
  place: () => { readonly client: ChatClient; readonly guid: string } | undefined,
): Mentionable {
  let query: string | undefined;
  let known: { readonly of: readonly unknown[]; readonly people: readonly Person[] } | undefined;
  const first = createLastList();
  const found = createLastList();

  const members = new StoreController(host, () => {
    const at = query === undefined ? undefined : place();
    return at && first(at.client, at.guid, () => at.client.members.list(at.guid));
  });
  // Of a group larger than a page, the server finds the others.
  const more = new StoreController(host, () => {
    const search = members.value?.more ? query : undefined;
    const at = search ? place() : undefined;
    if (!at || !search) return undefined;
    return found(at.client, `${at.guid} ${search}`, () =>
      at.client.members.list(at.guid, { search }),
    );
  });

  return {
    get query() {
      return query;
    },
    set query(asked) {
      query = asked;
      host.requestUpdate();
    },
    people(others) {
      const of = [members.value, more.value, ...others];
      const same = known?.of.length === of.length && known.of.every((one, i) => one === of[i]);
      if (!known || !same) known = { of, people: peopleOf([members.value, more.value], others) };
      return known.people;
    },
  };
}

/** Lists are made anew each time they are asked for; this asks once for the same. */
function createLastList() {
  let held: { client: ChatClient; key: string; list: List<MemberItem> } | undefined;
  return (
    client: ChatClient,
    key: string,
    make: () => List<MemberItem>,
  ): Store<ListState<MemberItem>> => {
    if (held?.client !== client || held.key !== key) held = { client, key, list: make() };
    return held.list.$list;
  };
}

/** Whom one can mention: the members, or the other person and oneself. */
function peopleOf(
  members: readonly (ListState<MemberItem> | undefined)[],
  others: readonly (User | undefined)[],
): Person[] {
  const people = new Map<string, Person>();
  const listed = members.flatMap((list) => list?.items.map((item) => item.user) ?? []);
  for (const user of [...others, ...listed]) {
    if (user)
      people.set(user.id, {
        uid: user.id,
        name: user.name,
        ...(user.avatar && { avatar: user.avatar }),
      });
  }
  return [...people.values()];
}
