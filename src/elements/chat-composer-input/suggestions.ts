import { html, nothing, type TemplateResult } from 'lit';
import type { Localize } from '../../lit/localize.js';
import '../../locales/en-later.js';
import '../chat-avatar/chat-avatar.js';
import { fold, matchPeople, type Person } from './trigger.js';

/** One row of the popup, and what choosing it puts into the text. */
export interface Suggestion {
  readonly id: string;
  readonly title: string;
  readonly hint?: string;
  readonly person?: Person;
  readonly everyone?: boolean;
  readonly emoji?: string;
  readonly text: string;
  /** What `text` stands for when it is sent. */
  readonly token?: string;
}

const mostRows = 8;

export function mentionRows(
  people: readonly Person[],
  query: string,
  group: boolean,
  localize: Localize,
): Suggestion[] {
  const rows = matchPeople(people, query).map((person): Suggestion => ({
    id: person.uid,
    title: person.name,
    hint: person.uid,
    person,
    text: `@${person.name}`,
    token: `<@uid:${person.uid}>`,
  }));
  if (group && 'all'.startsWith(fold(query))) {
    const hint = localize.term('composerEveryone');
    // A space cannot stand in a UID, so no member's row has this id.
    rows.push({
      id: ' all',
      title: 'all',
      hint,
      everyone: true,
      text: '@all',
      token: '<@all:all>',
    });
    if (rows.length > mostRows) rows.splice(mostRows - 1, 1);
  }
  return rows;
}

export function emojiRows(
  found: readonly { readonly emoji: string; readonly shortcodes: readonly string[] }[],
  query: string,
): Suggestion[] {
  return found.slice(0, mostRows).map(({ emoji, shortcodes }) => {
    const code = shortcodes.find((each) => each.startsWith(query)) ?? shortcodes[0] ?? query;
    return { id: emoji, title: `:${code}:`, emoji, text: emoji };
  });
}

/** The list itself; the caller puts it into the top layer. */
export function renderSuggestions(
  rows: readonly Suggestion[],
  active: number,
  label: string,
  choose: (row: Suggestion) => void,
): TemplateResult {
  return html`<ul
    class="suggestions"
    part="suggestions"
    id="suggestions"
    role="listbox"
    popover="manual"
    aria-label=${label}
    @mousedown=${keepFocus}
  >
    ${rows.map(
      (row, index) =>
        html`<li
          class=${index === active ? 'active' : ''}
          part="suggestion"
          id="suggestion-${index}"
          role="option"
          aria-selected=${index === active ? 'true' : 'false'}
          @click=${() => choose(row)}
        >
          ${renderFace(row)}
          <span class="title truncate"><bdi>${row.title}</bdi></span>
          ${row.hint ? html`<span class="hint truncate"><bdi>${row.hint}</bdi></span>` : nothing}
        </li>`,
    )}
  </ul>`;
}

function renderFace({ person, emoji, everyone }: Suggestion) {
  if (emoji) return html`<span class="emoji" aria-hidden="true">${emoji}</span>`;
  if (everyone) return html`<span class="emoji everyone" aria-hidden="true">@</span>`;
  return html`<chat-avatar .name=${person?.name ?? ''} .src=${person?.avatar}></chat-avatar>`;
}

// The focus never leaves the text.
function keepFocus(event: Event): void {
  event.preventDefault();
}
