import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import type { TemplateResult } from 'lit';
import '../../src/index.js';
import type { ChatClient } from '../../src/client/types.js';
import { lateHandling } from '../../src/elements/list/late-handling.js';
import { allByRole, textOf } from '../support/find.js';
import { focusedName, press, pressMenuKeys, pressTo, tabTo } from '../support/keyboard.js';
import { focused, rowSaying, rowWith } from '../support/pane.js';
import { outside } from '../support/outside.js';
import { ana, ben, signIn, useWorld, world } from '../support/world.js';
import { waitUntil } from '../support/wait.js';

// Somebody with a narrow phone and a keyboard, and nothing else.

async function page(client: ChatClient, content: TemplateResult): Promise<HTMLElement> {
  const provider = await fixture(
    html`<chat-provider .client=${client}>
      <div style="block-size: 560px; margin: -8px; inline-size: 100vw">${content}</div>
    </chat-provider>`,
  );
  // Forty keys are pressed sooner than a test's server has brought what hears them.
  await lateHandling.load();
  return provider.querySelector<HTMLElement>('div > *')!;
}
const isOpen = (root: Element, role: string, name?: string | RegExp) =>
  waitUntil(() => allByRole(root, role, name).length > 0, `no ${role} ${String(name)}`);
const isGone = (root: Element, role: string, name?: string | RegExp) =>
  waitUntil(() => allByRole(root, role, name).length === 0, `${role} ${String(name)} stays`);
/** As soon as what moves has come to rest. */
const fits = async (root: Element) => {
  const isInside = () => outside(root).length === 0;
  await waitUntil(isInside).catch(() => undefined);
  expect(outside(root)).to.deep.equal([]);
};

/** From the row that has the focus: its menu, and an item of it. */
async function choose(root: Element, item: string): Promise<void> {
  await press('Enter');
  await isOpen(root, 'menuitem');
  await fits(root);
  await waitUntil(() => focused()?.getAttribute('role') === 'menuitem', 'not in the menu');
  if (focusedName() !== item) await pressTo('ArrowDown', item);
  await press('Enter');
}
async function toRow(root: Element, name: RegExp): Promise<void> {
  await rowSaying(root, name);
  await tabTo(/./);
  (root as HTMLElement).focus();
  if (!name.test(focusedName())) await pressTo('ArrowDown', name);
}
/** Agrees to the question that has been asked. */
async function agree(root: Element, action: string): Promise<void> {
  await waitUntil(() => focusedName() === 'Cancel', `not asked: ${focusedName()}`);
  await fits(root);
  await tabTo(action);
  await press('Enter');
}

beforeEach(() => setViewport({ width: 320, height: 568 }));
useWorld('ana');
afterEach(() => setViewport({ width: 800, height: 600 }));

describe('320 px and a keyboard suffice', () => {
  it('to find, rank, remove, ban, unban and add members, and to hand the group on', async () => {
    await world.host.manage().request('user.create', { uid: 'dora', name: 'Dora' });
    const list = await page(ana, html`<chat-group-members guid="kiln"></chat-group-members>`);
    await toRow(list, /^Ben/);
    await choose(list, 'Make moderator');
    await rowSaying(list, /Ben.*Moderator/);
    await tabTo('Search: Members', 60);
    await sendKeys({ type: 'cy' });
    await waitUntil(() => !rowWith(list, 'Ben'), 'Ben is found as well');
    await press('ArrowDown');
    await choose(list, 'Ban');
    await agree(list, 'Ban');
    await waitUntil(() => !rowWith(list, 'Cyd'), 'not banned');
    await tabTo('Search: Members', 60);
    await press('Escape');
    await rowSaying(list, 'Ben');
    await tabTo('Banned', 60);
    await press('Enter');
    await rowSaying(list, 'Cyd');
    await fits(list);
    await tabTo(/^Cyd/);
    await choose(list, 'Unban');
    await waitUntil(() => !rowWith(list, 'Cyd'), 'still banned');
    await tabTo('Moderators', 60);
    await press('Enter');
    await rowSaying(list, 'Ben');
    await waitUntil(() => !rowWith(list, 'Ana'), 'an admin among the moderators');
    await tabTo('All', 60);
    await press('Enter');
    await tabTo('Add members', 60);
    await press('Enter');
    await isOpen(list, 'checkbox', /Dora/);
    await fits(list);
    if (!/Dora/.test(focusedName())) await pressTo('ArrowDown', /Dora/);
    await press(' ');
    await tabTo('Add 1');
    await press('Enter');
    await rowSaying(list, 'Dora');
    await toRow(list, /^Dora/);
    await choose(list, 'Remove from group');
    await agree(list, 'Remove from group');
    await waitUntil(() => !rowWith(list, 'Dora'), 'not removed');
    await toRow(list, /^Ben/);
    await choose(list, 'Make owner');
    await agree(list, 'Make owner');
    await rowSaying(list, /Ben.*Owner/);
    await tabTo('Leave group', 60);
    await press('Enter');
    await agree(list, 'Leave group');
    await waitUntil(() => ana.groups.$group('kiln').get()?.scope === null, 'not left');
  });

  it('to join with a password, wrong and right, and to make a group', async () => {
    await world.host.manage().request('group.create', {
      guid: 'dark',
      name: 'Darkroom',
      type: 'password',
      password: 'silver',
      owner: 'ben',
    });
    const list = await page(ana, html`<chat-groups></chat-groups>`);
    await toRow(list, /^Darkroom/);
    await press('Enter');
    await waitUntil(() => focused()?.getAttribute('type') === 'password', 'no field');
    await press('Enter');
    await waitUntil(() => allByRole(list, 'alert').some((one) => /asks for/.test(textOf(one))));
    await sendKeys({ type: 'gold' });
    await press('Enter');
    await waitUntil(() => allByRole(list, 'alert').some((one) => /not the/.test(textOf(one))));
    await fits(list);
    await sendKeys({ type: 'silver' });
    await press('Enter');
    await waitUntil(() => ana.groups.$group('dark').get()?.scope === 'participant', 'not in');
    await tabTo('New group', 60);
    await press('Enter');
    await waitUntil(() => focusedName() === 'Name', `in ${focusedName()}`);
    await sendKeys({ type: 'Bisque' });
    await tabTo('Everyone');
    await pressTo('ArrowDown', 'Only who is added');
    await tabTo('Description');
    await sendKeys({ type: 'First firing' });
    await isOpen(list, 'checkbox', /Cyd/);
    await tabTo(/^Ben/, 20);
    await pressTo('ArrowDown', /^Cyd/);
    await press(' ');
    await fits(list);
    await tabTo('Create group');
    await press('Enter');
    await rowSaying(list, /Bisque.*2 members/);
  });

  it('to block somebody and think again', async () => {
    const list = await page(ana, html`<chat-users></chat-users>`);
    await rowSaying(list, 'Ben');
    list.focus();
    if (!/^Ben/.test(focusedName())) await pressTo('ArrowDown', /^Ben/);
    await pressMenuKeys();
    await isOpen(list, 'menuitem');
    await pressTo('ArrowDown', 'Block');
    await press('Enter');
    await agree(list, 'Block');
    await rowSaying(list, /Ben.*Blocked/);
    await fits(list);
    await waitUntil(
      () => /^Ben/.test(focusedName()),
      `focus on ${focusedName()} ${focused()?.localName}`,
    );
    await pressMenuKeys();
    await isOpen(list, 'menuitem', 'Unblock');
    await pressTo('ArrowDown', 'Unblock');
    await press('Enter');
    await waitUntil(() => !/Blocked/.test(textOf(rowWith(list, 'Ben'))), 'still blocked');
  });

  it('to read the details of a group and to change them', async () => {
    const messenger = await page(ana, html`<chat-messenger guid="kiln"></chat-messenger>`);
    await isOpen(messenger, 'button', 'Kiln');
    await tabTo('Kiln', 60);
    await press('Enter');
    await isOpen(messenger, 'button', 'Edit');
    await tabTo('Edit', 60);
    await press('Enter');
    await waitUntil(() => focusedName() === 'Name', `in ${focusedName()}`);
    await fits(messenger);
    await sendKeys({ press: 'End' });
    await sendKeys({ type: ' & Makers' });
    await tabTo('Description');
    await sendKeys({ type: 'Everything about clay' });
    await tabTo('Save');
    await press('Enter');
    await isGone(messenger, 'textbox', 'Name');
    await waitUntil(() => /Everything about clay/.test(textOf(messenger)), 'no description');
    await fits(messenger);
    await tabTo('Back', 60);
    await press('Enter');
    await isOpen(messenger, 'button', 'Kiln & Makers');
  });

  /** A message of Ben’s with a reply, which has the focus, and what chooses from its menu. */
  async function withMessage() {
    await signIn('ben');
    const { id } = await ben.messages.send({ guid: 'kiln' }, { text: 'Kiln rules' });
    await ben.messages.send({ guid: 'kiln' }, { text: 'In a thread', parentId: id });
    const messenger = await page(ana, html`<chat-messenger guid="kiln"></chat-messenger>`);
    await isOpen(messenger, 'article', /Kiln rules/);
    await tabTo(/Kiln rules/, 60);
    const fromMenu = async (item: string) => {
      await pressMenuKeys();
      await isOpen(messenger, 'menuitem');
      await waitUntil(() => focused()?.getAttribute('role') === 'menuitem');
      await fits(messenger);
      if (focusedName() !== item) await pressTo('ArrowDown', item);
      await press('Enter');
    };
    return { id, messenger, fromMenu };
  }

  it('to pin a message and report it', async () => {
    await world.host.manage().request('reason.create', {
      id: 'unsafe',
      name: 'Unsafe glaze',
      description: 'Lead, cadmium or barium without a warning',
    });
    const { id, messenger, fromMenu } = await withMessage();
    await fromMenu('Pin message');
    await waitUntil(() => ana.messages.$message(id).get()?.message.pinnedAt, 'not pinned');
    await waitUntil(() => /Kiln rules/.test(focusedName()), `focus on ${focusedName()}`);
    await fromMenu('Report');
    await waitUntil(() => /Unsafe glaze/.test(textOf(messenger)), 'no reasons');
    await tabTo(/^Harassment/);
    await pressTo('ArrowDown', /Unsafe glaze/);
    await fits(messenger);
    await tabTo('Report');
    await press('Enter');
    await waitUntil(() => /reported/.test(textOf(messenger)), 'not reported');
    await waitUntil(() => /Kiln rules/.test(focusedName()), `focus on ${focusedName()}`);
  });

  it('to follow the thread of a message', async () => {
    const { id, messenger, fromMenu } = await withMessage();
    await fromMenu('Reply in thread');
    await isOpen(messenger, 'button', 'Tell me of replies');
    await tabTo('Tell me of replies', 60);
    await press('Enter');
    await waitUntil(() => ana.messages.$message(id).get()?.message.threadSubscribed, 'not told');
    await fits(messenger);
  });
});
