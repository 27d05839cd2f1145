import { html, nothing } from 'lit';
import type { MessageItem } from '../../../client/types.js';
import '../../../locales/en-rows.js';
import type { ReactionCount } from '../../../protocol/records.js';
import { icons } from '../../../lit/icons.js';
import { listText } from '../../words/list-text.js';
import type { MessageHost } from '../message-host.js';

const shown = 12;

/** The chips below a bubble, in the order in which they came: a new one never moves the one under the pointer. */
export function renderReactions(item: MessageItem, host: MessageHost): unknown {
  const { reactions = [], can, deletedAt } = item.message;
  if (reactions.length === 0 || deletedAt !== undefined) return nothing;
  const mayReact = can.includes('react');
  const mayUndo = mayReact && !host.client.$restricted.get().includes('reaction.remove');
  return html`<div class="reactions" part="reactions">
    ${reactions
      .slice(0, shown)
      .map((count) => renderChip(count, item, host, count.mine ? mayUndo : mayReact))}
    ${
      reactions.length > shown
        ? html`<span class="chip rest">+${reactions.length - shown}</span>`
        : nothing
    }
    ${
      mayReact
        ? html`<button
            class="chip add"
            type="button"
            tabindex="-1"
            aria-label=${host.localize.term('addReaction')}
            title=${host.localize.term('addReaction')}
            @click=${({ currentTarget }: Event & { currentTarget: Element }) => host.act((acts) => acts.pickReaction(item, currentTarget))}
          >
            ${icons.smile}
          </button>`
        : nothing
    }
  </div>`;
}

function renderChip(count: ReactionCount, item: MessageItem, host: MessageHost, enabled: boolean) {
  const who = reactors(count, item, host);
  return html`<button
    class="chip ${count.mine ? 'mine' : ''}"
    part="reaction"
    data-reaction=${count.reaction}
    type="button"
    tabindex="-1"
    aria-pressed=${String(count.mine)}
    aria-label="${count.reaction} ${host.localize.number(count.count)}, ${who}"
    @pointerenter=${({ currentTarget }: Event & { currentTarget: HTMLElement }) => {
      // For the pointer alone: whoever hears the name would hear it all once more.
      currentTarget.title = who;
    }}
    ?disabled=${!enabled}
    @click=${() => host.act((acts) => acts.react(item, count.reaction))}
  >
    <span class="emoji">${count.reaction}</span>${host.localize.number(count.count)}
  </button>`;
}

/** "You, Ben and 3 others". */
function reactors(count: ReactionCount, item: MessageItem, host: MessageHost): string {
  const { localize, me } = host;
  const names = count.uids.map((uid) =>
    uid === me ? localize.term('you') : (item.people.get(uid)?.name ?? uid),
  );
  const rest = count.count - names.length;
  if (rest > 0) names.push(localize.term('others', rest));
  return listText(names, localize.lang());
}
