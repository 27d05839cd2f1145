import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import ts from 'typescript';

const root = join(import.meta.dirname, '../..');
mkdirSync(join(root, '.cache'), { recursive: true });
// Inside the project, where the package's own name leads to what is published.
const app = mkdtempSync(join(root, '.cache/types-'));
after(() => rmSync(app, { recursive: true, force: true }));

/** What a strict compiler says of these files of an application, and of all that the package ships for them. */
function complaints(files) {
  const paths = Object.entries(files).map(([name, text]) => {
    writeFileSync(join(app, name), text);
    return join(app, name);
  });
  const program = ts.createProgram(paths, {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
    jsx: ts.JsxEmit.ReactJSX,
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    noEmit: true,
    types: [],
  });
  const ours = program.getSourceFiles().filter(({ fileName }) => !/node_modules/.test(fileName));
  return [
    ...program.getOptionsDiagnostics(),
    ...ours.flatMap((file) => program.getSyntacticDiagnostics(file)),
    ...ours.flatMap((file) => program.getSemanticDiagnostics(file)),
  ].map(({ messageText, file, start }) => {
    const text = ts.flattenDiagnosticMessageText(messageText, '\n');
    if (!file) return text;
    return `${file.fileName}:${file.getLineAndCharacterOfPosition(start).line + 1} ${text}`;
  });
}

const core = `
import { addLocale, createChatClient, type ChatClient, type ChatClientOptions } from 'chat-elements';
import { createDemo } from 'chat-elements/demo';
import type { ChatAvatar } from 'chat-elements/elements/chat-avatar.js';
import { ar } from 'chat-elements/locales/ar.js';

addLocale(ar);
const { device } = createDemo({ uid: 'ana', storage: 'memory' });
const { backend, credentials } = device('ben');
const options: ChatClientOptions = { backend, storage: 'local' };
const client: ChatClient = createChatClient(options);
const name: Promise<string> = client.signIn(credentials).then((me) => me.name);
const stop: () => void = client.conversations.list({ unread: true }).$list.subscribe(({ items }) => {
  const text: string | undefined = items[0]?.last?.message.text;
});
client.on('session.failed', ({ error }) => error.retryable && error.code === 'offline');
// @ts-expect-error either a person or a group
void client.messages.send({}, { text: 'Hello' });

const provider = document.querySelector('chat-provider')!;
provider.client = client;
provider.addEventListener('chat-send', (event) => event.detail.message.text?.trim());
document.addEventListener('chat-error', ({ detail }) => detail.error.retryAfter?.toFixed());
const avatar: ChatAvatar | null = document.querySelector('chat-avatar');
// @ts-expect-error no such shape
avatar!.shape = 'star';
`;

const react = `
import type {} from 'chat-elements/react';
import type { ChatClient } from 'chat-elements';
import { createRef } from 'react';
declare const client: ChatClient;
const list = createRef<HTMLElementTagNameMap['chat-messages']>();
export const page = (
  <chat-provider client={client} onchat-send={({ detail }) => detail.message.text?.trim()}>
    <chat-messages ref={list} guid="kiln" hideBlocked announcements="off" part="talk" />
    <chat-composer maxlength={50} className="wide"><b slot="action">!</b></chat-composer>
  </chat-provider>
);
// @ts-expect-error no such property
export const unknown = <chat-messages near />;
// @ts-expect-error a number
export const wrong = <chat-composer maxlength="50" />;
// @ts-expect-error only to be read
export const constant = <chat-messages target={{ uid: 'ben' }} />;
// @ts-expect-error a method
export const method = <chat-messages showLatest={() => undefined} />;
// @ts-expect-error nothing of the kind is told
export const told = <chat-messages onchat-send={({ detail }) => detail.text} />;
`;

const solid = `/** @jsxImportSource solid-js */
import type {} from 'chat-elements/solid';
import type { ChatClient } from 'chat-elements';
declare const client: ChatClient;
export const page = (
  <chat-provider client={client} on:chat-send={({ detail }) => detail.message.text?.trim()}>
    <chat-messages guid="kiln" prop:hideBlocked={true} class="wide" />
  </chat-provider>
);
// @ts-expect-error Solid would write it in lower case
export const lower = <chat-messages hideBlocked />;
// @ts-expect-error a number
export const wrong = <chat-composer maxlength="50" />;
`;

const svelte = `
import type {} from 'chat-elements/svelte';
import type { SvelteHTMLElements } from 'svelte/elements';
export const composer: SvelteHTMLElements['chat-composer'] = {
  class: 'wide',
  maxlength: 50,
  'onchat-send': ({ detail }) => detail.message.text?.trim(),
};
export const wrong: SvelteHTMLElements['chat-composer'] = {
  // @ts-expect-error a number
  maxlength: '50',
};
`;

const vue = `
import type {} from 'chat-elements/vue';
import type { GlobalComponents, HTMLAttributes } from 'vue';
export const child: HTMLAttributes = { slot: 'header' };
type Composer = InstanceType<GlobalComponents['chat-composer']>;
export const props: Composer['$props'] = { class: 'wide', maxlength: 50 };
// @ts-expect-error a number
export const wrong: Composer['$props'] = { maxlength: '50' };
declare const emit: Composer['$emit'];
declare const event: HTMLElementEventMap['chat-send'];
emit('chat-send', event);
// @ts-expect-error no such event
emit('chat-sing', event);
`;

test('a compiler understands the package, and each framework its tags, their properties and events', () => {
  const files = {
    'core.mts': core,
    'react.tsx': react,
    'solid.tsx': solid,
    'svelte.mts': svelte,
    'vue.mts': vue,
  };
  assert.deepEqual(complaints(files), []);
});
