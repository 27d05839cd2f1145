import { expect, fixture, html } from '@open-wc/testing';
import {
  composer,
  area,
  settle,
  adopt,
  compose,
  type,
  press,
  chord,
  push,
} from '../support/composer.js';
import { allByRole, byRole } from '../support/find.js';
import { frame } from '../support/messages.js';
import { ana, ben, cyd, kiln, signIn, toAna, useWorld, world } from '../support/world.js';
import { waitUntil } from '../support/wait.js';

useWorld('ana');

describe('a composer where one may not write', () => {
  const notice = () => composer.shadowRoot?.querySelector('chat-composer-notice')?.shadowRoot;

  it('B80: blocked by me, until unblocked', async () => {
    await compose();
    await ana.users.block('ben');
    await waitUntil(() => notice()?.textContent.includes('You have blocked Ben.'));
    push('Unblock');
    await settle();
  });

  it('B80: not a member, until joined; kicked while there', async () => {
    await signIn('ben');
    await compose(kiln, ben);
    await ana.members.kick('kiln', 'ben');
    await waitUntil(() => notice()?.textContent.includes('You are not a member of this group.'));
    push('Join');
    await settle();
    await ana.members.ban('kiln', 'ben');
    await waitUntil(() => notice()?.textContent.includes('You are banned from this group.'));
    expect(allByRole(composer, 'button')).to.have.length(0);
    await expect(composer).to.be.accessible();
  });

  it('B80: the group is deleted', async () => {
    await signIn('ben');
    await compose(kiln, ben);
    await ana.groups.delete('kiln');
    await waitUntil(() => notice()?.textContent.includes('no longer there'), 'one can write');
  });

  it('B80: banned from a private group, which is no longer to be seen', async () => {
    await signIn('ben');
    await ana.groups.create({ guid: 'den', name: 'Den', type: 'private' });
    await ana.members.add('den', { ben: 'participant' });
    await compose({ guid: 'den' }, ben);
    await ana.members.ban('den', 'ben');
    await waitUntil(() => notice()?.textContent.includes('You are banned from this group.'));
  });

  it('B80 B120: the focus goes from the text to the reason, and from the way out to the text', async () => {
    await signIn('ben');
    await compose(kiln, ben);
    area.focus();
    await ana.members.kick('kiln', 'ben');
    await waitUntil(() => notice()?.activeElement?.textContent.includes('You are not a member'));
    const release = ben.line.hold('group.join');
    await press('Tab');
    await press('Enter');
    await frame(3);
    release();
    await settle();
    await waitUntil(() => composer.shadowRoot?.activeElement?.shadowRoot?.activeElement === area);
  });

  it('what is taken away with the focus in it leaves no draft where one may not write', async () => {
    await signIn('cyd');
    await ana.members.ban('kiln', 'cyd');
    await compose(toAna, cyd);
    area.focus();
    await type('For Ana');
    await press('ArrowLeft');
    area.blur();
    expect(cyd.drafts.$draft(toAna).get().caret, 'who leaves it, finds the caret').to.equal(6);
    area.focus();
    await composer.updateComplete;
    const writes: unknown[] = [];
    const stop = cyd.drafts.$draft(kiln).listen((draft) => writes.push(draft));
    Object.assign(composer, { uid: undefined, guid: 'kiln' });
    await waitUntil(() => notice()?.textContent.includes('You are banned from this group.'));
    expect(writes).to.deep.equal([]);
    expect(cyd.drafts.$draft(toAna).get().text).to.equal('For Ana');
    stop();
  });

  it('B80: a group with a password asks for it, and says when it is wrong', async () => {
    await world.host
      .manage()
      .request(
        'group.create',
        { guid: 'club', name: 'Club', type: 'password', password: 'fixer', owner: 'cyd' },
        'c1',
      );
    const provider = await fixture(
      html`<chat-provider .client=${ana}
        ><chat-composer guid="club"></chat-composer
      ></chat-provider>`,
    );
    adopt(provider);
    await waitUntil(() => allByRole(composer, 'textbox', 'Group password').length === 1);
    byRole(composer, 'textbox', 'Group password').focus();
    await type('nope');
    await press('Enter');
    await waitUntil(() => allByRole(composer, 'alert').length === 1);
    expect(byRole(composer, 'alert').textContent).to.contain('password');
    byRole(composer, 'textbox', 'Group password').focus();
    await chord('Control', 'a');
    await type('fixer');
    await press('Enter');
    await waitUntil(() => allByRole(composer, 'textbox', 'Message Club').length === 1);
  });

  it('B80: what was tried in one group with a password is not there in another', async () => {
    const make = (guid: string, name: string) =>
      world.host
        .manage()
        .request(
          'group.create',
          { guid, name, type: 'password', password: 'fixer', owner: 'cyd' },
          guid,
        );
    await make('club', 'Club');
    await make('lodge', 'Lodge');
    const provider = await fixture(
      html`<chat-provider .client=${ana}
        ><chat-composer guid="club"></chat-composer
      ></chat-provider>`,
    );
    adopt(provider);
    const field = () => byRole(composer, 'textbox', 'Group password') as HTMLInputElement;
    await waitUntil(() => allByRole(composer, 'textbox', 'Group password').length === 1);
    field().focus();
    await type('nope');
    await press('Enter');
    await waitUntil(() => allByRole(composer, 'alert').length === 1);
    composer.guid = 'lodge';
    await waitUntil(() => ana.groups.$group('lodge').get() !== undefined);
    await composer.updateComplete;
    await waitUntil(() => allByRole(composer, 'alert').length === 0, 'the reason stays');
    expect(field().value).to.equal('');
  });

  it('B80: signed out', async () => {
    await compose();
    await ana.signOut();
    await waitUntil(() => notice()?.textContent.includes('You are signed out.'));
  });

  it('without a conversation there is nothing to write to; without a client it waits', async () => {
    const provider = await fixture(
      html`<chat-provider><chat-composer></chat-composer></chat-provider>`,
    );
    adopt(provider);
    expect(allByRole(composer, 'textbox')).to.have.length(0);
    Object.assign(provider, { client: await world.client('ana') });
    await settle();
    expect(area.placeholder).to.equal('Choose a conversation to write');
    expect(area.disabled).to.be.true;
  });
});
