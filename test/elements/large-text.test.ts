import { expect, html } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { html as staticHtml, unsafeStatic } from 'lit/static-html.js';
import '../../src/elements/chat-call/chat-call.js';
import type { ChatCall } from '../../src/elements/chat-call/chat-call.js';
import '../../src/elements/chat-calls/chat-calls.js';
import '../../src/elements/chat-conversations/chat-conversations.js';
import type { ChatConversations } from '../../src/elements/chat-conversations/chat-conversations.js';
import '../../src/elements/chat-group-members/chat-group-members.js';
import '../../src/elements/chat-groups/chat-groups.js';
import '../../src/elements/chat-me/chat-me.js';
import type { ChatMe } from '../../src/elements/chat-me/chat-me.js';
import '../../src/elements/chat-panel/chat-panel.js';
import '../../src/elements/chat-pinned-messages/chat-pinned-messages.js';
import '../../src/elements/chat-saved-messages/chat-saved-messages.js';
import '../../src/elements/chat-search/chat-search.js';
import '../../src/elements/chat-threads/chat-threads.js';
import '../../src/elements/chat-users/chat-users.js';
import { addLocale } from '../../src/lit/localize.js';
import { ar } from '../../src/locales/ar.js';
import { allByRole, below, byRole, textOf } from '../support/find.js';
import { outside } from '../support/outside.js';
import { inPane } from '../support/pane.js';
import { still } from '../support/still.js';
import { waitUntil } from '../support/wait.js';
import { ana, ben, kiln, useWorld } from '../support/world.js';

const tags = [
  ...['chat-calls', 'chat-conversations', 'chat-group-members', 'chat-groups', 'chat-search'],
  ...['chat-pinned-messages', 'chat-saved-messages', 'chat-threads', 'chat-users'],
];

/** A language of long words. */
const long = {
  ...ar,
  $code: 'de',
  $dir: 'ltr',
  chatNew: 'Unterhaltungsneubeginn',
  pinnedMessages: 'Nachrichtenhervorhebungsverzeichnis',
} as const;

useWorld('ana', 'ben');
before(() => addLocale(long));
before(async () => {
  await setViewport({ width: 360, height: 640 });
  document.documentElement.style.fontSize = '200%';
});
after(async () => {
  document.documentElement.style.fontSize = '';
  await setViewport({ width: 800, height: 600 });
});

const headings = (element: Element) =>
  [...below(element.shadowRoot!)].filter(
    (one): one is HTMLElement => one.matches('h2') && one.checkVisibility(),
  );
const cut = (element: Element) =>
  headings(element)
    .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
    .map(textOf);

describe('text of twice the size in 320 px', () => {
  for (const tag of tags) {
    it(`leaves the heading of ${tag} whole`, async () => {
      const name = unsafeStatic(tag);
      const element = await inPane(ana, staticHtml`<${name} guid=${kiln.guid}></${name}>`, {
        width: 320,
      });
      await waitUntil(() => headings(element).some((one) => textOf(one) !== ''), 'no heading');
      await still();
      expect(cut(element)).to.deep.equal([]);
      expect(outside(element)).to.deep.equal([]);
    });
  }

  it('leaves the heading of a panel whole, however long its words are', async () => {
    const panel = await inPane(ana, html`<chat-panel lang="de" panel="pinned"></chat-panel>`, {
      width: 320,
    });
    await waitUntil(() => headings(panel).length > 0, 'no heading');
    await still();
    expect(headings(panel).map(textOf)).to.deep.equal([long.pinnedMessages]);
    expect(cut(panel)).to.deep.equal([]);
    expect(outside(panel)).to.deep.equal([]);
  });

  it('leaves the heading of a new chat whole, however long its words are', async () => {
    const list = await inPane<ChatConversations>(
      ana,
      html`<chat-conversations lang="de"></chat-conversations>`,
      { width: 320 },
    );
    const before = headings(list).length;
    await list.startChat();
    await waitUntil(() => headings(list).length > before, 'no heading');
    await still();
    expect(cut(list)).to.deep.equal([]);
    expect(outside(list)).to.deep.equal([]);
  });

  it('leaves room for the words of both answers to a call (B122)', async () => {
    await setViewport({ width: 320, height: 640 });
    const call = await inPane<ChatCall>(ana, html`<chat-call></chat-call>`);
    await ben.calls.start({ uid: 'ana' }, 'video');
    await waitUntil(() => allByRole(call, 'button', 'Accept').length > 0, 'it does not ring');
    for (const name of ['Accept', 'Decline']) {
      const { scrollWidth, clientWidth } = byRole(call, 'button', name);
      expect(scrollWidth, name).to.be.at.most(clientWidth);
    }
    expect(outside(call)).to.deep.equal([]);
  });

  it('leaves the way out of a call within reach in a low window (B122)', async () => {
    await setViewport({ width: 640, height: 470 });
    const call = await inPane<ChatCall>(ana, html`<chat-call></chat-call>`);
    await ana.calls.start({ uid: 'ben' }, 'audio');
    await waitUntil(() => allByRole(call, 'button', 'Cancel').length > 0, 'no call');
    await still();
    const end = byRole(call, 'button', 'Cancel');
    end.scrollIntoView({ block: 'nearest' });
    const { bottom } = end.getBoundingClientRect();
    expect(bottom).to.be.at.most(innerHeight);
    expect(outside(call)).to.deep.equal([]);
    end.click();
    await waitUntil(() => allByRole(call, 'button', 'Cancel').length === 0, 'still calling');
  });

  it('breaks no word in what changes one’s picture (B122)', async () => {
    await setViewport({ width: 320, height: 640 });
    const me = await inPane<ChatMe>(ana, html`<chat-me></chat-me>`, { width: 320 });
    await waitUntil(() => allByRole(me, 'button', 'Your profile').length > 0, 'no button');
    byRole(me, 'button', 'Your profile').click();
    await waitUntil(() => allByRole(me, 'button', 'Choose picture').length > 0, 'no profile');
    const words = document.createRange();
    words.selectNodeContents(byRole(me, 'button', 'Choose picture'));
    expect(new Set([...words.getClientRects()].map(({ top }) => top)).size).to.be.at.most(2);
  });
});
