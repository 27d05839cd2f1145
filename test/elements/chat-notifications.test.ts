import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/elements/chat-messages/chat-messages.js';
import '../../src/elements/chat-messenger/chat-messenger.js';
import '../../src/elements/chat-notifications/chat-notifications.js';
import type { ChatNotifications } from '../../src/elements/chat-notifications/chat-notifications.js';
import { addLocale } from '../../src/lit/localize.js';
import { ar } from '../../src/locales/ar.js';
import type { Message } from '../../src/protocol/records.js';
import { allByRole, below, byRole, textOf } from '../support/find.js';
import { outside } from '../support/outside.js';
import { focused, inPane } from '../support/pane.js';
import { still } from '../support/still.js';
import { waitUntil } from '../support/wait.js';
import { ana, ben, kiln, toAna, toBen, useWorld, world } from '../support/world.js';

const quiet = () => aTimeout(1600); // longer than a message waits before it is told of

/** The browser's side: what was shown beside the page, and whether that was asked for. */
class FakeNotification extends EventTarget {
  static permission: NotificationPermission = 'granted';
  static answer: NotificationPermission = 'granted';
  static asked = 0;
  static shown: FakeNotification[] = [];
  static requestPermission(): Promise<NotificationPermission> {
    FakeNotification.asked++;
    return Promise.resolve((FakeNotification.permission = FakeNotification.answer));
  }
  onclick: ((event: Event) => void) | null = null;
  closed = false;
  constructor(
    readonly title: string,
    readonly options: NotificationOptions,
  ) {
    super();
    FakeNotification.shown.push(this);
  }
  close(): void {
    this.closed = true;
  }
}

describe('chat-notifications', () => {
  const RealNotification = globalThis.Notification;
  const RealAudio = globalThis.AudioContext;
  const page = { focused: true, sounds: 0, badge: [] as (number | undefined)[] };
  useWorld('ana', 'ben');

  beforeEach(async () => {
    Object.assign(page, { focused: true, sounds: 0, badge: [] });
    Object.assign(FakeNotification, { permission: 'granted', answer: 'granted', asked: 0 });
    FakeNotification.shown = [];
    globalThis.Notification = FakeNotification as unknown as typeof Notification;
    globalThis.AudioContext = class extends RealAudio {
      constructor() {
        super();
        page.sounds++;
      }
    };
    document.hasFocus = () => page.focused;
    navigator.setAppBadge = (count) => Promise.resolve(void page.badge.push(count));
    navigator.clearAppBadge = () => Promise.resolve(void page.badge.push(undefined));
    for (const kind of ['ask', 'denied', 'unsupported'])
      localStorage.removeItem(`chat-elements/notifications/${kind}`);
    document.title = 'Pots';
    // Until somebody has touched the page, browsers keep it silent.
    await sendKeys({ press: 'Shift' });
    await sendKeys({ press: 'a' });
  });
  afterEach(() => {
    globalThis.Notification = RealNotification;
    globalThis.AudioContext = RealAudio;
    for (const [of, name] of [
      [document, 'hasFocus'],
      [navigator, 'setAppBadge'],
      [navigator, 'clearAppBadge'],
    ] as const)
      Reflect.deleteProperty(of, name);
  });

  const ready = (root: ParentNode) =>
    waitUntil(() => [...below(root)].some((one) => one.matches('chat-announcer')), 'not loaded');
  async function open(client = ana): Promise<ChatNotifications> {
    const tag = html`<chat-notifications audible desktop></chat-notifications>`;
    const element = await inPane<ChatNotifications>(client, tag);
    await ready(element.parentElement!);
    return element;
  }
  /** All that it gives notice of. */
  function follow(element: EventTarget): Message[] {
    const told: Message[] = [];
    element.addEventListener('chat-notify', (event) =>
      told.push((event as HTMLElementEventMap['chat-notify']).detail.message),
    );
    return told;
  }
  /** Until one that is told of was told of: whatever came before it and was to be told of was, too. */
  async function toldOfNext(told: readonly Message[], from = ben): Promise<void> {
    const { id } = await from.messages.send(toAna, { text: 'The next' });
    await waitUntil(() => told.some((message) => message.id === id), 'not told of the next');
  }
  const shown = () => FakeNotification.shown;
  const titled = (title: string) =>
    waitUntil(() => document.title === title, `the title never is “${title}”`);

  describe('in the title and on the icon', () => {
    it('counts what is unread, and what nobody has looked at yet, until it is read (B111)', async () => {
      await ben.messages.send(toAna, { text: 'Before she came' });
      const late = await world.client('ana');
      await open(late);
      await titled('(1) Pots');
      await ben.messages.send(kiln, { text: 'While she is here' });
      await titled('(2) Pots');
      expect(page.badge.at(-1)).to.equal(2);
      await late.conversations.markRead(kiln);
      await titled('(1) Pots');
      await late.conversations.markRead(toBen);
      await titled('Pots');
      expect(page.badge.at(-1)).to.equal(undefined);
    });

    it('keeps to a title that the page changes meanwhile, and gives it back (B111)', async () => {
      const element = await open();
      await ben.messages.send(toAna, { text: 'Hi' });
      await titled('(1) Pots');
      document.title = 'Cups';
      await titled('(1) Cups');
      document.title = `${document.title} and bowls`;
      await titled('(1) Cups and bowls');
      element.remove();
      await titled('Cups and bowls');
      expect(page.badge.at(-1)).to.equal(undefined);
    });

    it('is one count for two elements of one client, and the sum of two clients (B111)', async () => {
      const [one, two] = [await open(), await open()];
      await open(ben);
      await ben.messages.send(toAna, { text: 'Hi' });
      await titled('(1) Pots');
      one.remove();
      await aTimeout(50);
      expect(document.title).to.equal('(1) Pots');
      await ana.messages.send(toBen, { text: 'Hi yourself' });
      await titled('(2) Pots');
      two.uncounted = true;
      await titled('(1) Pots');
    });
  });

  it('sounds once for a burst (B109)', async () => {
    const told = follow(await open());
    for (const text of ['One', 'Two', 'Three']) await ben.messages.send(toAna, { text });
    await waitUntil(() => told.length === 3, 'not told of all');
    await ben.messages.send(kiln, { text: 'Four' });
    await waitUntil(() => told.length === 4, 'not told of the fourth');
    expect(page.sounds).to.equal(1);
    expect(shown(), 'beside a page that is looked at').to.have.length(0);
  });

  it('says nothing of one`s own messages, muted conversations, edits, acts in groups and old ones (B109, B87)', async () => {
    const told = follow(await open());
    await ben.messages.send(toAna, { text: 'Hi' });
    await waitUntil(() => told.length === 1, 'not told');
    await ana.conversations.mute(kiln, Date.now() + 60_000);
    await ben.messages.send(kiln, { text: 'In a muted group' });
    await ben.messages.edit(told[0]!.id, 'Hi Ana');
    await (await world.client('ana')).messages.send({ uid: 'cyd' }, { text: 'From elsewhere' });
    await toldOfNext(told);
    await ana.conversations.mute(kiln, 0);
    await ben.groups.leave('kiln');
    await toldOfNext(told);
    expect(told.map(({ text }) => text)).to.deep.equal(['Hi', 'The next', 'The next']);
  });

  it('says nothing of blocked people in a group, and of what was missed without a connection (B109)', async () => {
    const told = follow(await open());
    await ana.users.block('ben');
    await ben.messages.send(kiln, { text: 'Of somebody blocked' });
    const cyd = await world.client('cyd');
    ana.line.cut();
    await cyd.messages.send(toAna, { text: 'Backlog' });
    ana.line.mend();
    await titled('(2) Pots');
    await toldOfNext(told, cyd);
    expect(told.map(({ text }) => text)).to.deep.equal(['The next']);
  });

  it('tells in a frame that may have no locks (B109)', async () => {
    const request = Reflect.getOwnPropertyDescriptor(LockManager.prototype, 'request')!;
    LockManager.prototype.request = () => Promise.reject(new DOMException('', 'SecurityError'));
    const unhandled: unknown[] = [];
    const note = ({ reason }: PromiseRejectionEvent) => unhandled.push(reason);
    addEventListener('unhandledrejection', note);
    try {
      const told = follow(await open());
      await ben.messages.send(toAna, { text: 'Hi' });
      await waitUntil(() => told.length === 1, 'not told');
      expect(unhandled).to.deep.equal([]);
    } finally {
      removeEventListener('unhandledrejection', note);
      Object.defineProperty(LockManager.prototype, 'request', request);
    }
  });

  it('says nothing of the conversation one looks at, and of it once one does not (B109)', async () => {
    await ben.messages.send(toAna, { text: 'First' });
    const provider = await fixture(
      html`<chat-provider .client=${ana}
        ><chat-notifications audible desktop></chat-notifications
        ><chat-messages uid="ben" style="block-size: 400px"></chat-messages
      ></chat-provider>`,
    );
    const told = follow(provider);
    await waitUntil(() => textOf(provider).includes('First'), 'no messages');
    await aTimeout(700);
    await ben.messages.send(toAna, { text: 'Seen' });
    await waitUntil(() => textOf(provider).includes('Seen'), 'no second');
    await quiet();
    expect(told.length, 'told of what is in view').to.equal(0);
    page.focused = false;
    await ben.messages.send(toAna, { text: 'Unseen' });
    await waitUntil(() => told.length === 1, 'not told');
    expect(page.sounds).to.equal(1);
    expect(shown().map(({ options }) => options.body)).to.deep.equal(['Unseen']);
  });

  it('says nothing of what another device has read by then, nor of threads one does not follow (B109)', async () => {
    const phone = await world.client('ana');
    const told = follow(await open());
    const parent = await ben.messages.send(kiln, { text: 'A question' });
    await waitUntil(() => told.length === 1, 'not told');
    await ben.messages.send(kiln, { text: 'An answer', parentId: parent.id });
    await ben.messages.send(toAna, { text: 'Hi' });
    await phone.conversations.markRead(toBen);
    await toldOfNext(told, await world.client('cyd'));
    expect(told.map(({ text }) => text)).to.deep.equal(['A question', 'The next']);
    await ana.messages.subscribe(parent.id, true);
    await ben.messages.send(kiln, { text: 'Another', parentId: parent.id });
    await waitUntil(() => told.length === 3, 'not told of a reply');
  });

  describe('beside the page', () => {
    beforeEach(() => {
      page.focused = false;
    });

    it('shows who and what, in plain text, one a conversation, while the page is out of sight (B109)', async () => {
      await open();
      await ben.messages.send(toAna, { text: '**Hi** <@uid:ana>' });
      await waitUntil(() => shown().length === 1, 'nothing shown');
      const [first] = shown();
      expect([first!.title, first!.options.body]).to.deep.equal(['Ben', 'Hi @Ana']);
      await ben.messages.send(kiln, { text: 'To all' });
      await ben.messages.send(toAna, { text: 'Again' });
      await waitUntil(() => shown().length === 3, 'not all shown');
      const of = (body: string) => shown().find(({ options }) => options.body === body)!;
      expect(of('Ben: To all').title).to.equal('Kiln');
      expect(of('Again').title).to.equal('Ben (2)');
      expect(of('Again').options.tag).to.equal(first!.options.tag);
      await ana.conversations.markRead(toBen);
      await waitUntil(() => of('Again').closed, 'still there when it is read');
      expect(of('Ben: To all').closed).to.equal(false);
      await ana.signOut();
      await waitUntil(() => of('Ben: To all').closed, 'still there for whoever comes next');
    });

    it('stays for a reply until that is read or taken back, whatever else changes (B109)', async () => {
      await open();
      const { id: parentId } = await ana.messages.send(kiln, { text: 'A question' });
      const answer = await ben.messages.send(kiln, { text: 'An answer', parentId });
      await waitUntil(() => shown().length === 1, 'nothing shown');
      await ana.conversations.pin(kiln, true);
      await ben.messages.send(toAna, { text: 'Beside' });
      await waitUntil(() => shown().length === 2, 'not the next one');
      expect(shown()[0]!.closed).to.equal(false);
      await ben.messages.delete(answer.id);
      await waitUntil(() => shown()[0]!.closed, 'still there when it is deleted');
    });

    it('pressed, leads to its message in whatever shows the conversation (B109)', async () => {
      for (let i = 0; i < 40; i++) await ben.messages.send(toAna, { text: `Line ${i}` });
      const provider = await fixture(
        html`<chat-provider .client=${ana}
          ><chat-messenger style="block-size: 500px; inline-size: 360px"></chat-messenger
          ><chat-notifications desktop></chat-notifications
        ></chat-provider>`,
      );
      await ready(provider);
      await ben.messages.send(toAna, { text: 'Press me' });
      await waitUntil(() => shown().length === 1, 'nothing shown');
      page.focused = true;
      shown()[0]!.onclick!(new Event('click', { cancelable: true }));
      expect(shown()[0]!.closed).to.equal(true);
      const rows = () =>
        [...below(provider)].filter(({ localName }) => localName === 'chat-message');
      await waitUntil(() => rows().some((row) => textOf(row).includes('Press me')), 'no row');
      await waitUntil(() => textOf(focused()).includes('Press me'), 'not led there');
    });

    it('leaves it to the page, where that prevents the event (B109)', async () => {
      const element = await open();
      let told = 0;
      element.addEventListener('chat-notify', (event) => {
        told++;
        expect(event.detail.conversation.unread).to.equal(1);
        event.preventDefault();
      });
      await ben.messages.send(toAna, { text: 'Hi' });
      await waitUntil(() => told === 1, 'not told');
      await aTimeout(50);
      expect([shown().length, page.sounds]).to.deep.equal([0, 0]);
    });
  });

  describe('before it may', () => {
    beforeEach(() => {
      FakeNotification.permission = 'default';
    });
    const has = (element: Element, name: string) => allByRole(element, 'button', name).length > 0;
    const asks = async (element: Element, name = 'Turn on') => {
      await ben.messages.send(toAna, { text: 'Hi' });
      await waitUntil(() => has(element, name), `no button ${name}`);
    };

    it('says why when there is something to tell of, and asks the browser only upon a click (B110)', async () => {
      const element = await open();
      const field = document.createElement('input');
      element.before(field);
      field.focus();
      expect(has(element, 'Turn on'), 'asked on load').to.equal(false);
      await asks(element);
      expect(textOf(element)).to.contain('while you are in another window');
      expect(focused() === field, 'focus was taken').to.equal(true);
      expect(FakeNotification.asked).to.equal(0);
      await still();
      await expect(element).to.be.accessible();
      await sendKeys({ press: 'Tab' });
      await sendKeys({ press: 'Tab' });
      expect(focused()?.textContent.trim()).to.equal('Turn on');
      await sendKeys({ press: 'Enter' });
      await waitUntil(() => !has(element, 'Turn on'), 'still asks');
      expect(FakeNotification.asked).to.equal(1);
      expect(focused() === field, 'focus is lost').to.equal(true);
      page.focused = false;
      await ben.messages.send(toAna, { text: 'Now' });
      await waitUntil(() => shown().length === 1, 'nothing shown');
    });

    it('does not ask again who does not want it now, unless the page does (B110)', async () => {
      const element = await open();
      await asks(element);
      byRole(element, 'button', 'Not now').click();
      await waitUntil(() => !has(element, 'Not now'), 'still asks');
      const again = await open();
      await ben.messages.send(toAna, { text: 'Again' });
      await quiet();
      expect(has(again, 'Turn on') || has(element, 'Turn on')).to.equal(false);
      expect(FakeNotification.asked).to.equal(0);
      again.ask();
      await waitUntil(() => has(again, 'Turn on'), 'does not ask');
    });

    it('says once that the browser blocks it, or cannot (B110)', async () => {
      FakeNotification.answer = 'denied';
      const element = await open();
      await asks(element);
      byRole(element, 'button', 'Turn on').click();
      await waitUntil(() => textOf(element).includes('blocked'), 'does not say it');
      await still();
      await expect(element).to.be.accessible();
      byRole(element, 'button', 'All right').focus();
      await sendKeys({ press: 'Escape' });
      await waitUntil(() => !has(element, 'All right'), 'still there');
      await ben.messages.send(toAna, { text: 'Again' });
      await quiet();
      expect(has(element, 'All right'), 'repeated').to.equal(false);
      Reflect.deleteProperty(globalThis, 'Notification');
      await asks(element, 'All right');
      expect(textOf(element)).to.contain('This browser cannot');
    });

    it('fits into 320 px, from right to left, with the text twice as large (B122)', async () => {
      addLocale(ar);
      const root = document.documentElement;
      Object.assign(root, { lang: 'ar', dir: 'rtl' });
      root.style.fontSize = '200%';
      try {
        const element = await open();
        element.ask();
        await waitUntil(() => has(element, 'تفعيل'), 'does not ask');
        await still();
        expect(outside(element)).to.deep.equal([]);
        await expect(element).to.be.accessible();
      } finally {
        Object.assign(root, { lang: 'en', dir: '' });
        root.style.fontSize = '';
      }
    });
  });
});
