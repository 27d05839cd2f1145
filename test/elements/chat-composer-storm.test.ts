import { expect, fixture, html } from '@open-wc/testing';
import fc from 'fast-check';
import '../../src/elements/chat-composer/chat-composer.js';
import type { Draft } from '../../src/client/draft-types.js';
import { lateExtras } from '../../src/elements/chat-composer/late-extras.js';
import { lateWriting } from '../../src/elements/chat-composer-input/late-writing.js';
import { deepActiveElement } from '../../src/lit/focus.js';
import type { Target } from '../../src/protocol/ids.js';
import { clipboardEvent } from '../support/clipboard.js';
import { allByRole, byRole } from '../support/find.js';
import { waitUntil } from '../support/wait.js';
import {
  createWorld,
  freshSpace,
  kiln,
  toAna,
  toBen,
  type TestClient,
  type TestWorld,
} from '../support/world.js';

/** The page's `process.env`, where the runner gives it one: SEED=7 RUNS=100 npm run test:unit. */
const env = (globalThis as { process?: { env?: Record<string, string | undefined> } }).process?.env;
const seed = Number(env?.['SEED'] ?? 20261123);
const runs = Number(env?.['RUNS'] ?? 2);
/** Without a profile WebKit draws no file that it has kept. */
const keepsFiles = !navigator.vendor.startsWith('Apple');

interface Place {
  readonly key: string;
  readonly target: Target;
  readonly thread?: string;
  /** What is answered there. */
  readonly parent: string;
  /** On top of what comes back after it. */
  layers: Written[];
  sent: Sent[];
}
interface Written {
  readonly text: string;
  readonly files: number;
  readonly replyTo?: string | undefined;
  readonly editing?: string;
  /** Of an edit: what was sent. */
  readonly original?: string;
}
interface Sent {
  text: string;
  readonly files: number;
  readonly quotedId: string | undefined;
}
const nothing: Written = { text: '', files: 0 };
const asSent = (text: string) => text.replace(/^\n+/, '').trimEnd();

/** A window of the same person, with a composer. */
interface Tab {
  readonly provider: HTMLElementTagNameMap['chat-provider'];
  client: TestClient;
  at: Place;
}
const composerOf = (tab: Tab) => tab.provider.querySelector('chat-composer')!;
const areaOf = (tab: Tab) =>
  allByRole(composerOf(tab), 'textbox')[0] as HTMLTextAreaElement | undefined;
const draftOf = ({ client, at }: Tab): Draft => client.drafts.$draft(at.target, at.thread).get();
const feedOf = ({ client }: Pick<Tab, 'client'>, { target, thread }: Place) =>
  client.messages.feed(target, thread === undefined ? {} : { parentId: thread }).$feed;
const topOf = ({ layers: [top = nothing] }: Place) => top;

const step = fc.record({
  act: fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom('type', 'typeAndSend') },
    { weight: 3, arbitrary: fc.constantFrom('send', 'sendTwice', 'sendAndGo', 'typeAndGo', 'go') },
    { weight: 2, arbitrary: fc.constantFrom('compose', 'mention', 'paste', 'attach', 'detach') },
    { weight: 2, arbitrary: fc.constantFrom('clear', 'recall', 'reply', 'escape', 'line') },
    { weight: 1, arbitrary: fc.constantFrom('move', 'reload', 'other') },
  ),
  tab: fc.nat(1),
  to: fc.nat(2),
});
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

let world: TestWorld;
let places: Place[] = [];
let tabs: Tab[] = [];
let appId = '';
let count = 0;
let echoes = 0;

async function open(tab: Tab): Promise<void> {
  tab.client = await world.client('ana', { appId });
  tab.provider.client = tab.client;
  // What is edited is known by the feed.
  for (const place of places) feedOf(tab, place).listen(() => undefined);
  await isOpen(tab);
}
const isOpen = (tab: Tab) =>
  waitUntil(() => areaOf(tab)?.disabled === false, 'nowhere to write', 5);

/** Nothing is on its way from one tab to the other: what is written in each now is in both. */
async function haveHeard(): Promise<void> {
  const text = String(echoes++);
  const all = tabs.map(({ client }, i) => ({ client, to: { uid: `echo-${i}` } }));
  for (const { client, to } of all) client.drafts.write(to, { text });
  const hears = ({ client }: Tab) =>
    all.every(({ to }) => client.drafts.$draft(to).get().text === text);
  await waitUntil(() => tabs.every(hears), 'one tab does not hear the other', 2);
}

function go(tab: Tab, place: Place): void {
  tab.at = place;
  const { uid, guid } = place.target;
  Object.assign(composerOf(tab), { uid, guid, parentId: place.thread });
}

function press(tab: Tab, key: string): void {
  const options = { key, bubbles: true, cancelable: true, composed: true };
  areaOf(tab)!.dispatchEvent(new KeyboardEvent('keydown', options));
}

function write(place: Place, change: Partial<Written>): void {
  place.layers = [{ ...topOf(place), ...change }, ...place.layers.slice(1)];
}

/** What was sent is there, once and as it is by now. */
async function hasArrived(at: Pick<Tab, 'client'>, place: Place): Promise<void> {
  for (const { client } of tabs) client.line.mend();
  const say = (all: readonly Sent[]) =>
    all
      .map(({ text, files, quotedId }) => `${text}|${files}|${quotedId}`)
      .sort()
      .join();
  const seen = () =>
    feedOf(at, place)
      .get()
      .items.filter(({ mine, message }) => mine && message.category === 'message')
      .map(({ state, message: { text = '', attachments = [], quotedId } }) => {
        const late = state === 'pending' || state === 'failed' ? ` ${state}` : '';
        return { text: text + late, files: attachments.length, quotedId };
      });
  await waitUntil(() => say(seen()) === say(place.sent), '', 5).catch(() => {
    throw new Error(`${place.key} has ${say(seen())}, not ${say(place.sent)}`);
  });
}

function send(tab: Tab, times: number): void {
  const { at } = tab;
  const { text: written, files, replyTo, editing, original } = topOf(at);
  const text = asSent(written);
  // It would ask whether to delete the message.
  if (editing !== undefined && text === '') return;
  const button = byRole(composerOf(tab), 'button', /^(Send|Save)/);
  if (count % 2) press(tab, 'Enter');
  else
    for (let detail = 1; detail <= times; detail++)
      button.dispatchEvent(new MouseEvent('click', { detail, bubbles: true, composed: true }));
  if (editing !== undefined) at.sent.find((one) => one.text === original)!.text = text;
  else if (text || files) at.sent.push({ text, files, quotedId: replyTo });
  else return;
  at.layers = at.layers.slice(1);
}

async function play(tab: Tab, { act, to }: Step): Promise<void> {
  const { at } = tab;
  const area = areaOf(tab)!;
  const top = topOf(at);
  const next = places[to]!;
  const word = `${at.key}${count++}`;
  area.focus();
  // A window is left before something is written in another.
  await haveHeard();
  area.setSelectionRange(area.value.length, area.value.length);
  switch (act) {
    case 'type':
    case 'typeAndSend':
    case 'typeAndGo': {
      const text = `${word} 👩‍👩‍👧 שלום\n`;
      composerOf(tab).insertText(text);
      write(at, { text: top.text + text });
      if (act === 'typeAndSend') send(tab, 1);
      if (act === 'typeAndGo') go(tab, next);
      return;
    }
    case 'compose': {
      const start = area.value.length;
      for (const data of ['に', '日本 ']) {
        area.setRangeText(data, start, area.value.length, 'end');
        area.dispatchEvent(new InputEvent('input', { data, bubbles: true, isComposing: true }));
        area.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true }));
      }
      return write(at, { text: `${top.text}日本 ` });
    }
    case 'mention': {
      // Of a group, whoever is offered has to be fetched.
      if (at.thread !== undefined || at.target.guid !== undefined) return;
      const gap = /\S$/.test(top.text) ? ' ' : '';
      composerOf(tab).insertText(`${gap}@be`);
      await waitUntil(() => allByRole(composerOf(tab), 'option').length > 0, 'nobody', 5);
      press(tab, 'Enter');
      return write(at, { text: `${top.text}${gap}<@uid:ben> ` });
    }
    case 'paste':
    case 'attach': {
      if (act === 'attach' && (!keepsFiles || top.editing !== undefined)) return;
      const data = new DataTransfer();
      if (act === 'paste') data.setData('text/plain', `${word}\u200b! `);
      else data.items.add(new File([word], `${word}.txt`, { type: 'text/plain' }));
      area.dispatchEvent(clipboardEvent('paste', data));
      return write(
        at,
        act === 'paste' ? { text: `${top.text}${word}! ` } : { files: top.files + 1 },
      );
    }
    case 'detach': {
      const buttons = () => allByRole(composerOf(tab), 'button', /^Remove/);
      await waitUntil(() => buttons().length === top.files, 'a file is not shown', 5);
      buttons()[0]?.click();
      return write(at, { files: Math.max(0, top.files - 1) });
    }
    case 'clear':
      // What was there before comes back at its own time.
      if (at.layers.length > 1) return;
      area.value = '';
      area.dispatchEvent(new InputEvent('input', { bubbles: true }));
      return write(at, { text: '' });
    case 'send':
    case 'sendTwice':
    case 'sendAndGo':
      send(tab, act === 'sendTwice' ? 2 : 1);
      if (act === 'sendAndGo') go(tab, next);
      return;
    case 'recall': {
      if (top.text || top.files || top.editing !== undefined) return;
      await hasArrived(tab, at);
      press(tab, 'ArrowUp');
      const { editing, text } = draftOf(tab);
      if (editing === undefined) return;
      const begun = at.layers.find((one) => one.editing === editing);
      const edit = begun ?? { text, files: 0, editing, original: text };
      at.layers = [edit, ...(at.layers[0] ? at.layers : [nothing]).filter((one) => one !== edit)];
      return;
    }
    case 'reply': {
      tab.client.drafts.reply(at.target, at.parent, at.thread);
      const kept = at.layers.filter(
        (one) => one.editing === undefined || one.text !== one.original,
      );
      const text = kept.find((one) => one.editing === undefined) ?? nothing;
      at.layers = [{ ...text, replyTo: at.parent }, ...kept.filter((one) => one !== text)];
      return;
    }
    case 'escape':
      press(tab, 'Escape');
      if (top.editing !== undefined) at.layers = at.layers.slice(1);
      else write(at, { replyTo: undefined });
      if (!topOf(at).text && !topOf(at).files && top.replyTo) at.layers = at.layers.slice(1);
      return;
    case 'line':
      return to ? tab.client.line.cut() : tab.client.line.mend();
    case 'go':
      return go(tab, next);
    case 'move':
      return tab.provider.append(composerOf(tab));
    case 'reload':
      await tab.client.close();
      return open(tab);
    case 'other':
      await world.signIn(tab.client, 'cyd');
      await isOpen(tab);
      expect([areaOf(tab)!.value, draftOf(tab).text], 'of another').to.deep.equal(['', '']);
      await world.signIn(tab.client, 'ana');
      return isOpen(tab);
  }
}

/** What is written is there, in both tabs, and nowhere else; and it can be sent where it is something. */
async function check(tab: Tab): Promise<void> {
  const { text, files, editing, replyTo } = topOf(tab.at);
  const isSendable = editing !== undefined || text.trim() !== '' || files > 0;
  const shown = text.replaceAll('<@uid:ben>', '@Ben');
  const expected = JSON.stringify({ shown, text, files, editing, replyTo, isSendable });
  const seen = () => {
    const draft = draftOf(tab);
    const [button] = allByRole(composerOf(tab), 'button', /^(Send|Save)/) as HTMLButtonElement[];
    return JSON.stringify({
      shown: areaOf(tab)?.value,
      text: draft.text,
      files: draft.files.length,
      editing: draft.editing,
      replyTo: draft.replyTo,
      isSendable: !button?.disabled,
    });
  };
  await waitUntil(() => seen() === expected, '', 5).catch(() => {
    throw new Error(`${tab.at.key} shows ${seen()}, not ${expected}`);
  });
}

async function walk(steps: readonly Step[]): Promise<void> {
  world = await createWorld();
  const ben = await world.client('ben');
  const page = await fixture<HTMLElement>(html`
    <div>
      ${[1, 2].map(() => html`<chat-provider><chat-composer uid="ben"></chat-composer></chat-provider>`)}
    </div>
  `);
  const place = async (key: string, target: Target): Promise<Place> => {
    const { id } = await ben.messages.send(target === toBen ? toAna : target, { text: 'Parent' });
    return { key, target, parent: id, layers: [], sent: [] };
  };
  const [direct, group] = [await place('B', toBen), await place('K', kiln)];
  const thread: Place = { ...group, key: 'T', thread: group.parent, layers: [], sent: [] };
  places = [direct, group, thread];
  appId = freshSpace();
  tabs = [...page.children].map((provider) => ({
    provider: provider as Tab['provider'],
    client: ben,
    at: direct,
  }));
  for (const tab of tabs) await open(tab);
  const done: string[] = [];
  try {
    for (const one of steps) {
      done.push(`${one.act} ${one.tab}${tabs[one.tab]!.at.key} ${one.to}`);
      await play(tabs[one.tab]!, one);
      await haveHeard();
      for (const tab of tabs) await check(tab);
      if (/type|send|paste|compose|mention|clear|escape|recall/i.test(one.act))
        expect(tabs.map(areaOf), 'the focus is lost').to.include(deepActiveElement());
    }
    const later = { client: await world.client('ana') };
    for (const it of places) feedOf(later, it).listen(() => undefined);
    for (const it of places) for (const at of [...tabs, later]) await hasArrived(at, it);
  } catch (error) {
    throw new Error(`${String(error)}\nafter ${done.join(', ')}`, { cause: error });
  } finally {
    page.remove();
    await world.close();
  }
}

describe('somebody who writes in two tabs', () => {
  before(() => Promise.all([lateExtras.load(), lateWriting.load()]));

  it(`loses no word, sends none twice, and shows none elsewhere (B49, B52, B53, B63, B71, B72, B114, B115; seed ${seed})`, async function () {
    this.timeout(60_000 * runs);
    const property = fc.asyncProperty(fc.array(step, { minLength: 25, maxLength: 25 }), walk);
    await fc.assert(property, {
      seed,
      numRuns: runs,
      endOnFailure: true,
      includeErrorInReport: true,
    });
  });
});
