import { html, type TemplateResult } from 'lit';
import type { ChatClient } from '../src/client/types.js';
import { createChatClient } from '../src/index.js';
import type { Demo } from '../src/demo.js';
import { ChatError } from '../src/protocol/errors.js';
import type { OperationName } from '../src/protocol/operations.js';

/** A pane of a page, as wide as a phone unless said otherwise. */
export function pane(client: ChatClient | undefined, content: TemplateResult, width = '360px') {
  return html`
    <style>
      .pane {
        box-sizing: border-box;
        block-size: 640px;
        max-block-size: 100vh;
        max-inline-size: 100%;
        overflow: clip;
      }
    </style>
    <chat-provider .client=${client}>
      <div class="pane" style="inline-size: ${width}">${content}</div>
    </chat-provider>
  `;
}

/** A client for which one operation never answers, or is refused. */
export async function troubled(
  world: Demo,
  name: OperationName,
  trouble: 'silent' | 'refused',
): Promise<ChatClient> {
  const { backend, credentials } = world.device('ana');
  const client = createChatClient({
    appId: `story-${name}-${trouble}`,
    backend: {
      ...backend,
      request(asked, params, commandId) {
        if (asked !== name) return backend.request(asked, params, commandId);
        if (trouble === 'silent') return new Promise(() => undefined);
        return Promise.reject(new ChatError('forbidden', `${name} is refused in this story.`));
      },
    },
  });
  await client.signIn(credentials);
  return client;
}
