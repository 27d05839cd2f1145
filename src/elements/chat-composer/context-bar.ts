import { html, nothing } from 'lit';
import type { Draft } from '../../client/draft-types.js';
import type { MessageItem } from '../../client/types.js';
import { iconButton } from '../../lit/icon-button.js';
import { icons } from '../../lit/icons.js';
import { isolated } from '../../lit/isolate.js';
import type { Localize } from '../../lit/localize.js';
import '../../locales/en-later.js';
import { previewOf } from '../words/message-preview.js';

/** Whether it is edited or replied to, and what: empty where neither is so. */
export function contextOf(
  { editing, replyTo }: Draft,
  item: MessageItem | undefined,
  localize: Localize,
): readonly string[] {
  if (editing === undefined && replyTo === undefined) return [];
  return [
    editing === undefined ? author(item, localize) : localize.term('composerEditing'),
    item ? previewOf(item.message, item.people, localize) : localize.term('composerGone'),
  ];
}

/** What is being edited or replied to, above the text. */
export function renderContext(
  draft: Draft,
  item: MessageItem | undefined,
  localize: Localize,
  onCancel: () => void,
): unknown {
  const [what, excerpt] = contextOf(draft, item, localize);
  if (what === undefined) return nothing;
  const stop = localize.term(
    draft.editing === undefined ? 'composerStopReply' : 'composerStopEdit',
  );
  return html`<div class="context" part="context">
    <div class="quote">
      <b class="truncate"><bdi>${what}</bdi></b>
      <div class="excerpt truncate"><bdi>${excerpt}</bdi></div>
    </div>
    ${iconButton(stop, icons.close, onCancel, { part: 'cancel' })}
  </div>`;
}

function author(item: MessageItem | undefined, localize: Localize): string {
  if (item?.mine) return localize.term('composerReplyingSelf');
  const name = item?.sender?.name ?? item?.message.sender ?? '';
  return localize.term('composerReplying', isolated(name, localize.dir()));
}
