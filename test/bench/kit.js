// Our kit on a page, as a developer would put it there, and the handles that a measurement needs.
import { createDemo } from 'chat-elements/demo';
import 'chat-elements/elements/chat-conversations.js';
import 'chat-elements/elements/chat-messages.js';
import { guid, uidOf } from './world.js';

const target = { guid };
const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

/**
 * @param root where it is put
 * @param world the name of a world that was filled before
 * @param me the name of whoever looks at it
 */
export function openKit(root, world, me) {
  const demo = createDemo({ name: world, uid: uidOf(me), seeded: false, people: false });
  root.innerHTML = '<chat-provider><chat-messages></chat-messages></chat-provider>';
  const list = root.querySelector('chat-messages');
  const older = holdOlder(demo.client.backend);
  list.guid = guid;
  root.querySelector('chat-provider').client = demo.client;
  const part = (name) => list.shadowRoot?.querySelector(`[part~="${name}"]`) ?? null;
  const rows = () => list.shadowRoot?.querySelectorAll('[part~="message"]') ?? [];
  const others = new Map();

  return {
    scroller: () => part('scroller'),
    rows,
    lastRow: () => [...rows()].at(-1) ?? null,
    toEnd: () => list.showLatest(),
    send: (text) => void demo.client.messages.send(target, { text }).catch(() => undefined),
    /** Devices of other people. */
    async connect(names) {
      for (const name of names) {
        if (others.has(name)) continue;
        const { backend, credentials } = demo.device(uidOf(name));
        await backend.signIn(credentials);
        others.set(name, backend);
      }
    },
    knows: (name) => others.has(name),
    say(name, text) {
      const message = { id: crypto.randomUUID(), type: 'text', text };
      others
        .get(name)
        .request('message.send', { target, message }, crypto.randomUUID())
        // What never comes is seen by whoever waits for it.
        .catch(() => undefined);
    },
    /** To the first row there is; older ones wait until `deliver`. */
    async toTop(at = 0) {
      older.hold();
      for (let still = 0; still < 10;) {
        const box = part('scroller');
        still = box.scrollTop === at ? still + 1 : 0;
        box.scrollTop = at;
        await frame();
      }
    },
    /** The page that is on its way comes; the next one waits again. */
    deliver: () => older.deliver(),
    delivered: () => older.delivered,
  };
}

/** The list of conversations of a world that was filled before. */
export function openRooms(root, world, me) {
  const { list, demo } = openList(root, 'chat-conversations', world, me);
  let count = 0;
  return {
    ...listHandles(list),
    /** Someone writes: their conversation goes to the top. */
    say(uid, text) {
      const message = { id: crypto.randomUUID(), type: 'text', text };
      const params = { target: { uid: uidOf(me) }, message };
      const act = { uid, operation: 'message.send', params };
      void demo.host
        .manage()
        .request('user.act', act, `say-${count++}`)
        .catch(() => undefined);
    },
  };
}

/** An element that is a list, over a world that was filled before. */
export function openList(root, tag, world, me) {
  const demo = createDemo({ name: world, uid: uidOf(me), seeded: false, people: false });
  root.innerHTML = `<chat-provider><${tag}></${tag}></chat-provider>`;
  root.querySelector('chat-provider').client = demo.client;
  return { list: root.querySelector(tag), demo };
}

/** What a measurement needs of it. */
export function listHandles(list) {
  return {
    scroller: () => list.shadowRoot?.querySelector('[part~="scroller"]') ?? null,
    rows: () => list.shadowRoot?.querySelectorAll('[part~="row"]') ?? [],
    /** As it stands on the screen, wherever it stands in the tree. */
    firstRow: () => list.shadowRoot?.querySelector('[aria-posinset="1"]') ?? null,
    focus: () => list.focus(),
    focused: () => list.shadowRoot?.activeElement?.closest('[part~="row"]') ?? null,
  };
}

/** Holds the answers to questions for older messages, as a slow server would. */
function holdOlder(backend) {
  const request = backend.request.bind(backend);
  let held = false;
  let waiting;
  const older = {
    delivered: 0,
    hold: () => void (held = true),
    deliver() {
      waiting?.();
      waiting = undefined;
    },
  };
  backend.request = async (name, params, commandId) => {
    const answer = await request(name, params, commandId);
    if (held && name === 'message.list' && params.position?.before !== undefined) {
      await new Promise((resolve) => (waiting = resolve));
      older.delivered++;
    }
    return answer;
  };
  return older;
}
