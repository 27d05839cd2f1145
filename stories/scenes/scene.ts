import { html, type TemplateResult } from 'lit';
import { userEvent, waitFor } from 'storybook/test';
import type { ChatClient } from '../../src/client/types.js';
import type { Demo } from '../../src/demo.js';
import { byRole } from '../../test/support/find.js';
import { answer } from '../world.js';

/** One tag that fills the page. */
export function messenger(client: ChatClient, guid = '') {
  return html`
    <style>
      chat-messenger {
        display: block;
        block-size: 100vh;
      }
    </style>
    <chat-provider .client=${client}>
      <chat-messenger guid=${guid}></chat-messenger>
    </chat-provider>
  `;
}

/** Panes beside each other, each of its own person. */
export function side(world: Demo, ...panes: readonly TemplateResult[]) {
  return html`
    <style>
      .side {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 320px), 1fr));
        gap: 1px;
        block-size: 100vh;
        background: light-dark(#ddd, #333);
      }
      .side section {
        display: flex;
        flex-direction: column;
        min-block-size: 0;
        background: Canvas;
      }
      .side section > :is(chat-messages, chat-users, chat-groups, chat-group-members) {
        flex: 1;
        min-block-size: 0;
      }
      .side .buttons {
        display: flex;
        gap: 8px;
        padding: 16px;
      }
    </style>
    <div class="side" @chat-connect=${answer(world)}>${panes}</div>
  `;
}

/** A conversation made of its separate tags. */
export function conversation(target: { readonly uid?: string; readonly guid?: string }) {
  const { uid = '', guid = '' } = target;
  return html`<chat-header uid=${uid} guid=${guid}></chat-header>
    <chat-messages uid=${uid} guid=${guid}></chat-messages>
    <chat-composer uid=${uid} guid=${guid}></chat-composer>`;
}

/** The pane of one person, or of one matter, by its name. */
export function section(canvas: HTMLElement, name: string): HTMLElement {
  const found = canvas.querySelector<HTMLElement>(`section[aria-label="${name}"]`);
  if (!found) throw new Error(`there is no pane of ${name}`);
  return found;
}

/** Presses what bears this name as soon as it is there. */
export async function press(root: ParentNode, role: string, name: string | RegExp): Promise<void> {
  await userEvent.click(await waitFor(() => byRole(root, role, name)));
}
