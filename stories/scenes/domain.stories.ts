import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import type { ChatClient } from '../../src/client/types.js';
import type { Demo } from '../../src/demo.js';
import { createChatClient } from '../../src/index.js';
import { allByRole, byRole, textOf } from '../../test/support/find.js';
import { still } from '../../test/support/still.js';
import { withWorld, worldOf } from '../world.js';
import { conversation, messenger, press, section, side } from './scene.js';

const meta: Meta = {
  title: 'Scenes/Domain',
  tags: ['!autodocs'],
  loaders: [withWorld()],
};
export default meta;
type Story = StoryObj;

const devices = new WeakMap<Demo, Map<string, ChatClient>>();
/** Somebody opens the app on a device of their own, or closes it. */
async function comeOrGo(world: Demo, uid: string): Promise<void> {
  const open = devices.get(world) ?? new Map<string, ChatClient>();
  devices.set(world, open);
  const client = open.get(uid);
  if (client) {
    open.delete(uid);
    client.close();
    return;
  }
  const { backend, credentials } = world.device(uid);
  const fresh = createChatClient({ backend, storage: 'none' });
  open.set(uid, fresh);
  await fresh.signIn(credentials);
}

/** Whoever opens the app appears in their place, and whoever closes it is gone, while one looks. */
export const WhoIsOnline: Story = {
  name: 'Who’s Online',
  render: (_args, { loaded }) => {
    const world = worldOf(loaded);
    return side(
      world,
      html`<chat-provider uid="ana">
        <section aria-label="Ana"><chat-users online></chat-users></section>
      </chat-provider>`,
      html`<section aria-label="Others">
        <div class="buttons">
          <button @click=${() => comeOrGo(world, 'lena')}>Lena comes or goes</button>
          <button @click=${() => comeOrGo(world, 'ben')}>Ben comes or goes</button>
        </div>
      </section>`,
    );
  },
  play: async ({ canvasElement }) => {
    const ana = section(canvasElement, 'Ana');
    await waitFor(() => expect(textOf(ana)).toContain('Nobody is online'));
    await press(canvasElement, 'button', /^Lena/);
    await waitFor(() => byRole(ana, 'button', /^Lena/));
    await press(canvasElement, 'button', /^Ben/);
    await waitFor(() => byRole(ana, 'button', /^Ben/));
    const top = (name: RegExp) => byRole(ana, 'button', name).getBoundingClientRect().top;
    // Lena makes room.
    await waitFor(() => expect(top(/^Ben/)).toBeLessThan(top(/^Lena/)));
    await press(canvasElement, 'button', /^Lena comes/);
    await waitFor(() => expect(allByRole(ana, 'button', /^Lena/)).toHaveLength(0));
    await still();
  },
};

/** Friendship is the app's to give: each sees their own friends, and whoever becomes one appears. */
export const FriendsOnly: Story = {
  name: 'Friends only',
  render: (_args, { loaded }) =>
    side(
      worldOf(loaded),
      ...['Ana', 'Ben'].map(
        (name) =>
          html`<chat-provider uid=${name.toLowerCase()}>
            <section aria-label=${name}><chat-users friends></chat-users></section>
          </chat-provider>`,
      ),
    ),
  play: async ({ canvasElement, loaded }) => {
    const [ana, ben] = [section(canvasElement, 'Ana'), section(canvasElement, 'Ben')];
    await waitFor(() => expect(textOf(ana)).toContain('Nobody is here yet'));
    const server = worldOf(loaded).host.manage();
    await server.request('friend.add', { uid: 'ana', uids: ['chiara', 'yu'] });
    await waitFor(() => byRole(ana, 'button', /^Chiara/));
    await waitFor(() => byRole(ana, 'button', /^田中/));
    await expect(allByRole(ana, 'button', /^Lena/)).toHaveLength(0);
    await waitFor(() => expect(textOf(ben)).toContain('Nobody is here yet'));
    await server.request('friend.remove', { uid: 'ana', uids: ['yu'] });
    await waitFor(() => expect(allByRole(ana, 'button', /^田中/)).toHaveLength(0));
    await still();
  },
};

/** A wrong password says so and asks again; the right one opens the group. */
export const Password: Story = {
  name: 'Joining with a password: wrong, then right',
  render: (_args, { loaded }) =>
    side(
      worldOf(loaded),
      html`<chat-provider uid="ana">
        <section aria-label="Groups"><chat-groups></chat-groups></section>
        <section aria-label="Conversation">
          <chat-header></chat-header>
          <chat-messages></chat-messages>
          <chat-composer></chat-composer>
        </section>
      </chat-provider>`,
    ),
  play: async ({ canvasElement }) => {
    const groups = section(canvasElement, 'Groups');
    const place = section(canvasElement, 'Conversation');
    await press(groups, 'button', 'Join Darkroom club');
    await waitFor(() => expect(allByRole(groups, 'textbox')).toHaveLength(2));
    await userEvent.keyboard('developer{Enter}');
    await waitFor(() =>
      expect(allByRole(groups, 'alert').map(textOf).join()).toContain('not the password'),
    );
    const field = allByRole(groups, 'textbox').find((box) => box.matches('[type=password]'));
    (field as HTMLInputElement).value = 'fixer';
    await press(groups, 'button', 'Join');
    await waitFor(() => byRole(place, 'textbox', 'Message Darkroom club'));
    await waitFor(() => expect(allByRole(place, 'article').length).toBeGreaterThan(0));
    await expect(allByRole(groups, 'button', 'Join Darkroom club')).toHaveLength(0);
    await still();
  },
};

/** Ben is in the middle of a sentence when Ana removes him: his composer gives way to the reason, at once. */
export const KickedWhileTyping: Story = {
  name: 'Kicked while typing',
  render: (_args, { loaded }) =>
    side(
      worldOf(loaded),
      html`<chat-provider uid="ana">
        <section aria-label="Ana">
          <chat-header guid="kiln"></chat-header>
          <chat-group-members guid="kiln"></chat-group-members>
        </section>
      </chat-provider>`,
      html`<chat-provider uid="ben">
        <section aria-label="Ben">${conversation({ guid: 'kiln' })}</section>
      </chat-provider>`,
    ),
  play: async ({ canvasElement }) => {
    const [ana, ben] = [section(canvasElement, 'Ana'), section(canvasElement, 'Ben')];
    await press(ben, 'textbox', 'Message Kiln & Makers');
    await userEvent.keyboard('And another thing about the');
    await waitFor(() => expect(textOf(ana)).toMatch(/Ben.* typing/));
    await press(ana, 'button', 'Actions for Ben Okafor');
    await press(ana, 'menuitem', 'Remove from group');
    await press(ana, 'button', 'Remove from group');
    await waitFor(() => expect(textOf(ben)).toContain('You are not a member of this group.'));
    await expect(allByRole(ben, 'textbox')).toHaveLength(0);
    await waitFor(() => expect(allByRole(ana, 'button', /^Ben/)).toHaveLength(0));
    await waitFor(() => expect(textOf(ana.querySelector('chat-header'))).not.toMatch(/typing/));
    await still();
  },
};

/** Ben, an admin of the group, makes a moderator, removes one person, bans another and thinks again. */
export const ModeratorsDay: Story = {
  name: 'A moderator’s day',
  render: (_args, { loaded }) =>
    side(
      worldOf(loaded),
      html`<chat-provider uid="ben">
        <section aria-label="Ben">
          <chat-group-members guid="kiln"></chat-group-members>
        </section>
      </chat-provider>`,
      html`<chat-provider uid="noor">
        <section aria-label="Noor">${conversation({ guid: 'kiln' })}</section>
      </chat-provider>`,
    ),
  play: async ({ canvasElement, step }) => {
    const [ben, noor] = [section(canvasElement, 'Ben'), section(canvasElement, 'Noor')];
    const choose = async (name: string, item: string) => {
      await press(ben, 'button', `Actions for ${name}`);
      await press(ben, 'menuitem', item);
    };
    await step('Lena becomes a moderator', async () => {
      await choose('Lena Hartmann', 'Make moderator');
      await waitFor(() => byRole(ben, 'button', /^Lena.*Moderator/));
    });
    await step('Mateo is removed', async () => {
      await choose('Mateo Álvarez', 'Remove from group');
      await press(ben, 'button', 'Remove from group');
      await waitFor(() => expect(allByRole(ben, 'button', /^Mateo/)).toHaveLength(0));
      await waitFor(() => expect(allByRole(ben, 'dialog')).toHaveLength(0));
    });
    await step('Noor is banned, and reads so', async () => {
      await waitFor(() => byRole(noor, 'textbox', /Kiln/));
      await choose('Noor Rahimi', 'Ban');
      await press(ben, 'button', 'Ban');
      await waitFor(() => expect(textOf(noor)).toContain('You are banned from this group.'));
      await expect(allByRole(noor, 'textbox')).toHaveLength(0);
    });
    await step('and unbanned: she may join again', async () => {
      await press(ben, 'button', 'Banned');
      await choose('Noor Rahimi', 'Unban');
      await waitFor(() => expect(textOf(ben)).toContain('Nobody is banned'));
      await press(noor, 'button', 'Join');
      await waitFor(() => byRole(noor, 'textbox', /Kiln/));
    });
    await still();
  },
};

/** The app's server makes someone known, lets them in by a token, gives them friends, and ends their session. */
export const Workflow: Story = {
  name: 'The typical workflow',
  loaders: [
    async () => {
      const { world } = await withWorld()();
      const page = createChatClient({ backend: world.device('dana-42').backend, storage: 'none' });
      return { world, page };
    },
  ],
  render: (_args, { loaded }) => messenger(loaded['page'] as ChatClient),
  play: async ({ canvasElement, loaded, step }) => {
    const world = worldOf(loaded);
    const page = loaded['page'] as ChatClient;
    const server = world.host.manage();
    const uid = 'dana-42';
    let token = '';
    await step('The server registers Dana and mints a token', async () => {
      await server.request('user.create', { uid, name: 'Dana Whitfield' });
      ({ token } = await server.request('token.create', { uid }));
    });
    await step('Her page signs in with it; no key is in the page', async () => {
      await waitFor(() => expect(textOf(canvasElement)).toContain('You are signed out'));
      await page.signIn({ token });
      await waitFor(() => expect(textOf(canvasElement)).not.toContain('You are signed out'));
    });
    await step('The server makes Ben her friend, and both see their conversation', async () => {
      const friends = { uid, uids: ['ben'], addToConversations: true };
      await server.request('friend.add', friends);
      await press(canvasElement, 'button', /^Ben Okafor/);
    });
    await step('They chat', async () => {
      const { backend, credentials } = world.device('ben');
      const ben = createChatClient({ backend, storage: 'none' });
      await ben.signIn(credentials);
      await press(canvasElement, 'textbox', 'Message Ben Okafor');
      await userEvent.keyboard('Hello Ben, I am new here.{Enter}');
      const sent = () =>
        ben.messages
          .feed({ uid })
          .$feed.get()
          .items.map((one) => one.message.text);
      const stop = ben.messages.feed({ uid }).$feed.listen(() => undefined);
      await waitFor(() => expect(sent()).toContain('Hello Ben, I am new here.'));
      await ben.messages.send({ uid }, { text: 'Welcome! Tea is at four.' });
      await waitFor(() => expect(textOf(canvasElement)).toContain('Welcome! Tea is at four.'));
      stop();
      ben.close();
    });
    await step('The server deletes the token: she is signed out, and reads why', async () => {
      await server.request('token.delete', { uid, token });
      await waitFor(() => expect(textOf(canvasElement)).toContain('You are signed out'));
      await expect(textOf(canvasElement)).toContain('This session was ended.');
      await expect(allByRole(canvasElement, 'textbox')).toHaveLength(0);
      await expect(page.$status.get()).toMatchObject({ error: { code: 'token-deleted' } });
    });
    await still();
  },
};
