import type { PresenceMode } from '../../protocol/backend.js';
import type { BackendEvent } from '../../protocol/events.js';
import type { ErrorRecord } from '../../protocol/errors.js';

/** One signed-in connection. */
export interface Device {
  readonly uid: string;
  readonly token: string;
  /** Whose coming and going it is told of. */
  readonly presence: PresenceMode;
  /** Absent until it listens. */
  receive?: (event: BackendEvent) => void;
  /** Why it is over. */
  ended?: ErrorRecord;
}

/** Who is here: a person is online while at least one of their devices listens. */
export interface Sessions {
  /** @param guids the groups of this person */
  add(device: Device, guids: readonly string[]): void;
  remove(device: Device): void;
  devices(uid: string): readonly Device[];
  all(): readonly Device[];
  /** UIDs of all who listen. */
  online(): string[];
  isOnline(uid: string): boolean;
  onlineIn(guid: string): string[];
  joined(uid: string, guid: string, member: boolean): void;
}

/** P10: presence is for whom the session asked to be told of; of others it learns how many are in its groups. */
export function fitting({ presence, uid }: Device, event: BackendEvent): BackendEvent | undefined {
  if (event.type !== 'changed' || event.cause !== 'presence') return event;
  const { actor, changes } = event;
  const user = changes.users?.find(({ id }) => id === actor);
  if (user?.blockedByMe || user?.hasBlockedMe) return undefined;
  const isWanted =
    presence === 'all' ||
    actor === uid ||
    (typeof presence === 'object' && user && presence.roles.includes(user.role)) ||
    (presence === 'friends' && user?.friend === true);
  if (isWanted) return event;
  const { groups } = changes;
  return presence === 'none' || !groups ? undefined : { ...event, changes: { groups } };
}

export function createSessions(): Sessions {
  const people = new Map<string, { devices: Set<Device>; guids: Set<string> }>();

  const sessions: Sessions = {
    add(device, guids) {
      const person = people.get(device.uid) ?? { devices: new Set(), guids: new Set(guids) };
      person.devices.add(device);
      people.set(device.uid, person);
    },
    remove(device) {
      const person = people.get(device.uid);
      if (person?.devices.delete(device) && person.devices.size === 0) people.delete(device.uid);
    },
    devices: (uid) => [...(people.get(uid)?.devices ?? [])],
    all: () => [...people.values()].flatMap(({ devices }) => [...devices]),
    online: () => [...people.keys()].filter((uid) => sessions.isOnline(uid)),
    isOnline: (uid) => sessions.devices(uid).some(({ receive }) => receive !== undefined),
    onlineIn: (guid) => sessions.online().filter((uid) => people.get(uid)!.guids.has(guid)),
    joined(uid, guid, member) {
      const guids = people.get(uid)?.guids;
      if (member) guids?.add(guid);
      else guids?.delete(guid);
    },
  };
  return sessions;
}
