import { expect, fixture, html } from '@open-wc/testing';
import '../../src/elements/chat-conversations/chat-conversations.js';
import '../../src/elements/chat-messages/chat-messages.js';
import '../../src/elements/chat-notifications/chat-notifications.js';
import { within } from '../support/clock.js';
import { fill, frame, lookAt, openList, view } from '../support/messages.js';
import { rowSaying } from '../support/pane.js';
import { ana, ben, kiln, pause, signIn, useWorld, world } from '../support/world.js';
import { waitUntil } from '../support/wait.js';

describe('chat-messages: read means seen', () => {
  /** A store is left a second after nobody looks at it any more. */
  const leaving = 1500;
  const say = (text: string) => ben.messages.send(kiln, { text });
  const unread = () => ana.conversations.$conversation(kiln).get()?.unread;
  const line = () => view.list.renderRoot.querySelector('[part="unread"]');
  const page = { focused: true, visible: true };
  const look = () => {
    window.dispatchEvent(new Event(page.focused ? 'focus' : 'blur'));
    document.dispatchEvent(new Event('visibilitychange'));
  };

  async function open() {
    await openList();
    ana.conversations.$conversation(kiln).subscribe(() => undefined);
  }

  useWorld();
  beforeEach(async () => {
    page.focused = page.visible = true;
    // The window of a test may be behind another one.
    document.hasFocus = () => page.focused;
    Object.defineProperty(document, 'visibilityState', {
      configurable: true,
      get: () => (page.visible ? 'visible' : 'hidden'),
    });
    await fill(20);
    await signIn('ana', 'ben');
  });
  afterEach(() => {
    Reflect.deleteProperty(document, 'hasFocus');
    Reflect.deleteProperty(document, 'visibilityState');
  });

  it('reads on opening what is in view, not what is below (B2, B37)', async () => {
    for (let i = 0; i < 30; i++) await say(`Unread ${i}`);
    page.focused = false;
    await open();
    await view.seen('Unread 0');
    expect(unread(), 'before anything was seen').to.equal(30);
    page.focused = true;
    look();
    await waitUntil(() => unread() !== 30, 'nothing is read');
    /** The last one of which half is in view. */
    const seen = () => {
      const halves = view.rows().filter((row) => {
        const { top, bottom } = row.getBoundingClientRect();
        return (top + bottom) / 2 <= view.box.getBoundingClientRect().bottom;
      });
      return Number(halves.at(-1)!.item!.message.text!.slice(7));
    };
    await waitUntil(() => unread() === 29 - seen(), 'not all that is in view');
    await pause(800);
    expect(unread(), 'no more than that').to.equal(29 - seen());
  });

  it('begins where reading stopped however much is unread, and counts it all (B2, B20, B37)', async () => {
    await Promise.all(Array.from({ length: 150 }, (_, i) => say(`Unread ${i}.`)));
    await open();
    await view.seen('Unread 0.');
    await view.rest();
    expect(line()?.nextElementSibling?.textContent).to.contain('Unread 0.');
    const { top, bottom } = view.box.getBoundingClientRect();
    expect(line()!.getBoundingClientRect().top - top).to.be.within(120, 240);
    const seen = view.rows().filter((row) => {
      const { top, height } = row.getBoundingClientRect();
      return row.item!.message.text?.startsWith('Unread') && top + height / 2 < bottom;
    });
    const left = 150 - seen.length;
    await waitUntil(() => unread() === left, 'not what is in view');
    const latest = view.list.renderRoot.querySelector('[part="latest"]');
    expect(latest?.getAttribute('aria-label')).to.contain(`first of ${left} messages`);
  });

  it('shows the unread line also before a message that is taller than the view (B2)', async () => {
    await say(`Tall ${'and so on '.repeat(400)}`);
    await openList(kiln, 300);
    const row = await view.seen('Tall');
    await view.rest();
    expect(row.offsetHeight).to.be.greaterThan(view.box.clientHeight);
    const place = line()!.getBoundingClientRect().top - view.box.getBoundingClientRect().top;
    expect(place).to.be.within(60, 120);
  });

  it('not in a window without the focus, nor in a hidden page (B37)', async () => {
    for (let i = 0; i < 3; i++) await say(`Unread ${i}`);
    page.focused = false;
    await open();
    await view.seen('Unread 2');
    await pause(1200);
    expect(unread(), 'without the focus').to.equal(3);
    page.visible = false;
    page.focused = true;
    look();
    await pause(1200);
    expect(unread(), 'hidden').to.equal(3);
    page.visible = true;
    look();
    await waitUntil(() => unread() === 0, 'not read when one is back');
  });

  it('not while a dialog lies over it (B37)', async () => {
    for (let i = 0; i < 3; i++) await say(`Unread ${i}`);
    const dialog = document.createElement('dialog');
    dialog.textContent = 'Something else';
    dialog.style.cssText = 'inline-size: 90vw; block-size: 90vh';
    document.body.append(dialog);
    dialog.showModal();
    try {
      await open();
      await view.seen('Unread 2');
      await pause(1200);
      expect(unread(), 'under a dialog').to.equal(3);
      dialog.close();
      await waitUntil(() => {
        look();
        return unread() === 0;
      }, 'not read when it is closed');
    } finally {
      dialog.remove();
    }
  });

  it('what is taller than the view when it fills it, though never half of it is seen (B37)', async () => {
    await say(
      Array.from({ length: 18 }, (_, i) => `Tall ${i} ${'and so on '.repeat(9)}`).join('\n'),
    );
    await openList(kiln, 200);
    ana.conversations.$conversation(kiln).subscribe(() => undefined);
    const row = await view.seen('Tall 0');
    expect(row.offsetHeight).to.be.greaterThan(2.5 * view.box.clientHeight);
    await waitUntil(() => unread() === 0, 'not read');
  });

  it('not by passing by: half a second is needed (B37)', async () => {
    for (let i = 0; i < 60; i++) await say(`Unread ${i}`);
    await open();
    await view.seen('Unread 0');
    page.focused = false;
    await pause(700);
    const before = unread()!;
    page.focused = true;
    // Past, and back before half a second is over.
    const giveBack = within(499);
    view.box.scrollTop += 1500;
    await frame(3);
    view.box.scrollTop -= 1500;
    giveBack();
    await pause(1500);
    expect(unread()).to.be.greaterThan(Math.min(before, 60) - 20);
  });

  it('what comes while the page is hidden stays unread, and the line is set before it (B39)', async () => {
    await open();
    await view.seen('Line 19 ');
    page.visible = false;
    look();
    await say('While away 0');
    await say('While away 1');
    await view.seen('While away 1');
    await waitUntil(line, 'no line');
    expect(line()!.nextElementSibling?.textContent).to.contain('While away 0');
    await pause(1000);
    expect(unread()).to.equal(2);
    page.visible = true;
    look();
    await waitUntil(() => unread() === 0, 'not read');
    expect(line() !== null, 'the line stays while one reads (B35)').to.be.true;
  });

  it('the line goes when one leaves and when one answers (B35)', async () => {
    for (let i = 0; i < 3; i++) await say(`Unread ${i}`);
    await open();
    await view.seen('Unread 2');
    await waitUntil(() => unread() === 0 && line(), 'not read');
    view.list.guid = undefined;
    view.list.uid = 'ben';
    await waitUntil(() => !view.rows().length, 'still there');
    await pause(leaving);
    view.list.uid = undefined;
    view.list.guid = 'kiln';
    await view.seen('Unread 2');
    await frame(4);
    expect(line() === null, 'after leaving').to.be.true;
    page.visible = false;
    look();
    await say('While away');
    await waitUntil(line, 'no line');
    await ana.messages.send(kiln, { text: 'An answer' });
    await waitUntil(() => !line(), 'after an answer');
  });

  it('marked unread stays so at the end, until one has left and returned (B41)', async () => {
    await say('Look at this later');
    await open();
    const row = await view.seen('Look at this later');
    await waitUntil(() => unread() === 0, 'not read');
    await ana.messages.markUnread(row.item!.id);
    await waitUntil(() => unread() === 1 && line(), 'not marked');
    await pause(1500);
    expect(unread(), 'at the end').to.equal(1);
    view.list.guid = undefined;
    view.list.uid = 'ben';
    await waitUntil(() => !view.rows().length, 'still there');
    await pause(leaving);
    expect(unread(), 'on leaving').to.equal(1);
    view.list.uid = undefined;
    view.list.guid = 'kiln';
    await view.seen('Look at this later');
    await waitUntil(() => unread() === 0, 'not read after returning');
  });

  it('read on another device, line, badge and title go here within a second, without being asked for (B42)', async () => {
    for (let i = 0; i < 3; i++) await say(`Unread ${i}`);
    page.focused = false;
    document.title = 'Pots';
    const provider = await fixture(html`
      <chat-provider .client=${ana}>
        <chat-notifications></chat-notifications>
        <chat-conversations></chat-conversations>
        <div style="block-size: 600px"><chat-messages guid="kiln"></chat-messages></div>
      </chat-provider>
    `);
    const row = await rowSaying(provider.querySelector('chat-conversations')!, 'Unread 2');
    lookAt(provider.querySelector('chat-messages')!);
    await view.seen('Unread 2');
    const badge = () => row.querySelector('.badge');
    await waitUntil(() => line() && badge() && document.title === '(3) Pots', 'not unread');
    const phone = await world.client('ana');
    const asked = ana.line.asked.length;
    const giveBack = within(1000);
    try {
      await phone.conversations.markRead(kiln);
      const isRead = () => !line() && !badge() && document.title === 'Pots';
      for (let frames = 0; !isRead() && frames < 300; frames++) await frame();
      expect([line(), badge(), document.title].map(Boolean)).to.deep.equal([false, false, true]);
      expect(document.title).to.equal('Pots');
    } finally {
      giveBack();
    }
    const since = ana.line.asked.slice(asked).map(({ name }) => name);
    expect(since.filter((name) => /list|get/.test(name))).to.deep.equal([]);
  });
});
