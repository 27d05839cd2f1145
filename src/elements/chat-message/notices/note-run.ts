import { css, html } from 'lit';
import type { MessageItem } from '../../../client/types.js';
import { isolated } from '../../../lit/isolate.js';
import type { Localize } from '../../../lit/localize.js';
import { rowIcons } from '../../../lit/row-icons.js';
import '../../../locales/en-rows.js';
import type { GroupActionData } from '../../../protocol/records.js';
import { listText } from '../../words/list-text.js';
import { actionText } from '../../words/message-preview.js';
import type { MessageHost } from '../message-host.js';

/** People named before the others are counted. */
const named = 3;

export const noteRunStyles = css`
  .note.run {
    display: grid;
    justify-items: center;
  }
  .fold {
    --_chat-icon-size: 14px;
    display: inline-flex;
    align-items: center;
    gap: var(--_chat-space-1);
    min-block-size: 28px;
    padding-inline: var(--_chat-space-2);
    border-radius: var(--_chat-radius-pill);
  }
  .fold:hover {
    background: var(--_chat-color-hover);
    color: var(--_chat-color-text);
  }
  .fold[aria-expanded='true'] .icon {
    rotate: 0.5turn;
  }
  .run p {
    margin: 2px 0;
  }
  @media (pointer: coarse) {
    .fold {
      min-block-size: 44px;
    }
  }
`;

/** Who came and went, in one line, and each of the notices when it is opened. */
export function renderNoteRun(
  run: readonly MessageItem[],
  host: MessageHost,
  open: boolean,
  toggle: () => void,
) {
  return html`<span class="note run" part="note">
    <button class="fold" type="button" tabindex="-1" aria-expanded=${open} @click=${toggle}>
      ${noteRunText(run, host.localize)}${rowIcons.down}
    </button>
    ${
      open
        ? run.map(
            ({ message, people }) => html`<p>${actionText(message, people, host.localize)}</p>`,
          )
        : ''
    }
  </span>`;
}

export function noteRunText(run: readonly MessageItem[], localize: Localize): string {
  const [came, went] = [new Map<string, string>(), new Map<string, string>()];
  for (const { message, people } of run) {
    const { action, on = message.sender } = message.data as unknown as GroupActionData;
    const names = action === 'left' || action === 'kicked' ? went : came;
    names.set(on, isolated(people.get(on)?.name ?? on, localize.dir()));
  }
  const texts = [
    came.size > 0 ? localize.term('runCame', namesText(came, localize)) : '',
    went.size > 0 ? localize.term('runWent', namesText(went, localize)) : '',
  ].filter(Boolean);
  return texts.length > 1 ? localize.term('comma', texts[0] ?? '', texts[1] ?? '') : texts.join('');
}

function namesText(people: ReadonlyMap<string, string>, localize: Localize): string {
  const names = [...people.values()];
  const others = names.length - named;
  const shown = others > 1 ? [...names.slice(0, named), localize.term('others', others)] : names;
  return listText(shown, localize.lang());
}
