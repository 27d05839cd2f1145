import { expect, html } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import type { ChatAvatar } from '../../src/elements/chat-avatar/chat-avatar.js';
import '../../src/elements/chat-me/chat-me.js';
import type { ChatMe } from '../../src/elements/chat-me/chat-me.js';
import { addressOf } from '../../src/elements/chat-profile/picture.js';
import { allByRole, below, byRole, textOf } from '../support/find.js';
import { focused, inPane } from '../support/pane.js';
import { still } from '../support/still.js';
import { ana, ben, signIn, until, useWorld, world } from '../support/world.js';
import { waitUntil } from '../support/wait.js';

const inputs = (root: Element) =>
  [...below(root.shadowRoot!)].filter((one) => one instanceof HTMLInputElement);
const field = (root: Element, name: string) => inputs(root).find((one) => one.name === name)!;
const save = (root: Element) => byRole(root, 'button', /^Save/) as HTMLButtonElement;

async function open(client = ana): Promise<ChatMe> {
  const me = await inPane<ChatMe>(client, html`<chat-me></chat-me>`);
  await waitUntil(() => allByRole(me, 'button', 'Your profile').length > 0);
  byRole(me, 'button', 'Your profile').focus();
  byRole(me, 'button', 'Your profile').click();
  await waitUntil(() => inputs(me).some((one) => one.name === 'name' && one.checkVisibility()));
  return me;
}

useWorld('ana');

describe('chat-me and chat-profile', () => {
  it('changes name, status and link, and others see it', async () => {
    const me = await open();
    await waitUntil(() => focused() === field(me, 'name'), 'not in the first field');
    expect(field(me, 'name').value).to.equal('Ana');
    await still();
    await expect(me).to.be.accessible();
    field(me, 'name').select();
    await sendKeys({ type: 'Ana Moreira' });
    field(me, 'status').value = 'At the wheel';
    field(me, 'link').value = 'ana.example/pots';
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => allByRole(me, 'textbox').length === 0, 'still open');
    await waitUntil(() => focused() === byRole(me, 'button', 'Your profile'), 'focus is lost');
    const seen = await (await world.client('ben')).users.get('ana');
    expect(seen).to.include({
      name: 'Ana Moreira',
      statusMessage: 'At the wheel',
      link: 'https://ana.example/pots',
    });
  });

  it('says at the field what is wrong with it, and puts the focus there', async () => {
    const me = await open();
    field(me, 'name').value = '  ';
    save(me).click();
    await waitUntil(() => textOf(me).includes('Write your name.'));
    expect(focused() === field(me, 'name')).to.equal(true);
    field(me, 'name').value = 'Ana';
    field(me, 'link').value = 'javascript:alert(1)';
    save(me).click();
    await waitUntil(() => textOf(me).includes('not a web address'));
    expect(field(me, 'link').getAttribute('aria-invalid')).to.equal('true');
    expect(focused() === field(me, 'link')).to.equal(true);
  });

  it('where there is little height, what is wrong comes into view (B122)', async () => {
    await setViewport({ width: 320, height: 480 });
    try {
      const me = await open();
      field(me, 'link').value = 'nonsense';
      save(me).click();
      await waitUntil(() => textOf(me).includes('not a web address'));
      await still();
      const error = [...below(me.shadowRoot!)].find((one) => one.id === 'link-error')!;
      const { bottom } = error.getBoundingClientRect();
      expect(bottom).to.be.at.most(save(me).getBoundingClientRect().top);
    } finally {
      await setViewport({ width: 800, height: 600 });
    }
  });

  it('shows a picture before it is saved, and takes it away', async () => {
    const me = await open();
    const canvas = document.createElement('canvas');
    canvas.width = 40;
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve));
    const files = new DataTransfer();
    files.items.add(new File([blob!], 'face.png', { type: 'image/png' }));
    const picker = inputs(me).find((one) => one.type === 'file')!;
    picker.files = files.files;
    picker.dispatchEvent(new Event('change'));
    await waitUntil(() => allByRole(me, 'button', 'Remove picture').length > 0, 'no picture');
    save(me).click();
    const $me = ana.$me;
    await until($me, (now) => now?.avatar?.startsWith('data:image/jpeg') === true);
    await waitUntil(() => allByRole(me, 'textbox').length === 0, 'still open');
    byRole(me, 'button', 'Your profile').click();
    await waitUntil(() => allByRole(me, 'button', 'Remove picture').length > 0);
    byRole(me, 'button', 'Remove picture').focus();
    byRole(me, 'button', 'Remove picture').click();
    await waitUntil(() => allByRole(me, 'button', 'Remove picture').length === 0, 'it stays');
    expect(textOf(focused()), 'its focus (B120)').to.equal('Choose picture');
    save(me).click();
    await until($me, (now) => !now?.avatar);
  });

  it('takes a picture by its address, and shows it once it is one', async () => {
    const me = await open();
    const shown = () =>
      [...below(me.shadowRoot!)].find((one) => one.matches('form [part=avatar]')) as ChatAvatar;
    const type = async (keys: string) => {
      await sendKeys({ type: keys });
      await waitUntil(() => allByRole(me, 'button', 'Remove picture').length > 0, 'not heard');
      return shown().src;
    };
    field(me, 'avatar').focus();
    expect(await type('pots'), 'asks the page for pieces of an address').to.equal(undefined);
    expect(await type('.example/a.png')).to.equal('https://pots.example/a.png');
    await sendKeys({ press: 'Enter' });
    await until(ana.$me, (now) => now?.avatar === 'https://pots.example/a.png');
  });

  it('offline it says so, and saves when the connection is back', async () => {
    const me = await open();
    ana.line.cut();
    await waitUntil(() => textOf(me).includes('There is no connection.'), 'silent');
    expect(save(me).disabled).to.equal(true);
    ana.line.mend();
    await waitUntil(() => !save(me).disabled, 'still disabled');
  });

  it('P8: where the role does not allow changes, it says so', async () => {
    const management = world.host.manage();
    await management.request('role.create', { role: 'guest', restricted: ['user.update'] }, 'a');
    await management.request('user.update', { uid: 'ben', role: 'guest' }, 'b');
    await signIn('ben');
    const me = await open(ben);
    await waitUntil(() => textOf(me).includes('Your role does not allow'));
    expect([save(me).disabled, field(me, 'name').readOnly]).to.deep.equal([true, true]);
  });

  it('signs out after asking', async () => {
    const me = await open();
    byRole(me, 'button', 'Sign out').click();
    await waitUntil(() => allByRole(me, 'button', 'Sign out').length === 2, 'not asked');
    allByRole(me, 'button', 'Sign out')[1]!.click();
    await until(ana.$status, ({ phase }) => phase === 'signedOut');
  });

  it('takes as an address what a page may open', () => {
    expect(addressOf(' ana.example/x ')).to.equal('https://ana.example/x');
    expect(addressOf('http://localhost/a')).to.equal('http://localhost/a');
    expect(addressOf('')).to.equal('');
    for (const bad of ['hello', 'javascript:alert(1)', 'data:text/html,x', 'ftp://a.b', 'a b.c'])
      expect(addressOf(bad), bad).to.equal(undefined);
  });
});
