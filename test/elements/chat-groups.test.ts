import { expect, html, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/elements/chat-groups/chat-groups.js';
import type { ChatGroups } from '../../src/elements/chat-groups/chat-groups.js';
import { guidOf } from '../../src/elements/chat-new-group/guid.js';
import { allByRole, byRole, textOf } from '../support/find.js';
import { focused, inPane, rowSaying, rowWith } from '../support/pane.js';
import { still } from '../support/still.js';
import { ben, signIn, useWorld, world } from '../support/world.js';
import { waitUntil } from '../support/wait.js';

useWorld();
beforeEach(async () => {
  const management = world.host.manage();
  const owner = 'ana';
  await management.request(
    'group.create',
    { guid: 'dark', name: 'Darkroom', type: 'password', password: 'silver', owner },
    'make-dark',
  );
  await management.request(
    'group.create',
    { guid: 'open', name: 'Open air', type: 'public', owner },
    'make-open',
  );
  await management.request(
    'group.create',
    { guid: 'board', name: 'Board', type: 'private', owner },
    'make-board',
  );
  await signIn('ben');
});

const show = () => inPane<ChatGroups>(ben, html`<chat-groups></chat-groups>`);
const selected = async (list: Element) =>
  (await oneEvent<HTMLElementEventMap['chat-select']>(list, 'chat-select')).detail.target;

describe('chat-groups', () => {
  it('lists one’s own groups and those one can join, with kind and size', async () => {
    const list = await show();
    expect(textOf(await rowSaying(list, 'Kiln'))).to.contain('3 members · Public group');
    expect(textOf(rowWith(list, 'Darkroom'))).to.contain('Password group');
    expect(rowWith(list, 'Board'), 'private groups are not seen').to.equal(undefined);
    await still();
    await expect(list).to.be.accessible();
  });

  it('joins a public group and shows it', async () => {
    const list = await show();
    await rowSaying(list, 'Open air');
    const chosen = selected(list);
    byRole(list, 'button', 'Join Open air').click();
    expect(await chosen).to.deep.equal({ guid: 'open' });
    await waitUntil(() => allByRole(list, 'button', 'Join Open air').length === 0);
  });

  it('asks for the password, says when it is wrong, and takes the right one', async () => {
    const list = await show();
    await rowSaying(list, 'Darkroom');
    byRole(list, 'button', 'Join Darkroom').click();
    await waitUntil(() => focused()?.getAttribute('type') === 'password', 'no password field');
    await sendKeys({ type: 'gold' });
    await sendKeys({ press: 'Enter' });
    await waitUntil(() =>
      allByRole(list, 'alert').some((alert) => /not the password/.test(textOf(alert))),
    );
    const field = focused() as HTMLInputElement;
    expect(field.type).to.equal('password');
    expect(field.getAttribute('aria-invalid')).to.equal('true');
    await still();
    await expect(list).to.be.accessible();
    const chosen = selected(list);
    await sendKeys({ type: 'silver' });
    await sendKeys({ press: 'Enter' });
    expect(await chosen).to.deep.equal({ guid: 'dark' });
  });

  it('creates a group with name, kind, password, description and members', async () => {
    const list = await show();
    await rowSaying(list, 'Kiln');
    byRole(list, 'button', 'New group').click();
    await waitUntil(() => focused()?.getAttribute('name') === 'name', 'name not focused');
    await sendKeys({ press: 'Enter' });
    await waitUntil(() =>
      allByRole(list, 'alert').some((alert) => /Give the group a name/.test(textOf(alert))),
    );
    await sendKeys({ type: 'Déjà <vu>' });
    await waitUntil(() => allByRole(list, 'checkbox', /Cyd/).length > 0);
    byRole(list, 'checkbox', /Cyd/).click();
    await still();
    await expect(list).to.be.accessible();
    const chosen = selected(list);
    byRole(list, 'button', 'Create group').click();
    const { guid = '' } = await chosen;
    expect(guid).to.match(/^deja-vu-[a-z0-9]{6}$/);
    await rowSaying(list, 'Déjà <vu>');
    expect(textOf(rowWith(list, 'Déjà'))).to.contain('2 members');
  });

  it('makes a GUID from any name', () => {
    const id = () => 'abcdefghij0123456789klmnop';
    expect(guidOf('Kiln & Makers', id)).to.equal('kiln-makers-klmnop');
    expect(guidOf('田中', id)).to.equal('group-klmnop');
    expect(guidOf('x'.repeat(200), id).length).to.be.at.most(100);
  });
});
