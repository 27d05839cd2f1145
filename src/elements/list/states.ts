import { html, nothing, type TemplateResult } from 'lit';
import type { ListState } from '../../client/stores/list-types.js';
import { iconButton } from '../../lit/icon-button.js';
import { laterIcons } from '../../lit/later-icons.js';
import type { Localize } from '../../lit/localize.js';
import '../../locales/en-later.js';

/** What stands where rows would: a sentence and the way on. */
export function renderState(
  icon: TemplateResult,
  text: string,
  more: { detail?: string; label?: string; run?: () => void; icon?: TemplateResult } = {},
): TemplateResult {
  const { detail, label, run } = more;
  return html`<div class="state" part="state">
    <span class="emblem">${icon}</span>
    <p class="text">${text}</p>
    ${detail ? html`<p class="detail">${detail}</p>` : nothing}
    ${
      label
        ? html`<button class="button" part="action" type="button" @click=${run}>
            ${more.icon ?? nothing}${label}
          </button>`
        : nothing
    }
  </div>`;
}

/** Opens the menu of a row; the list hears the press. */
export function renderMore(label: string): TemplateResult {
  const more = { part: 'menu-button', kind: 'more', popup: 'menu', inner: true } as const;
  return iconButton(label, laterIcons.more, undefined, more);
}

export function renderEnd(text: string, label: string, run: () => void): TemplateResult {
  return html`<p class="end" role="alert">
    ${text}
    <button class="button" type="button" @click=${run}>${label}</button>
  </p>`;
}

/** How many rows fit what was searched for, once that is known. */
export function announceResult(
  search: string,
  list: ListState<unknown> | undefined,
  localize: Localize,
): string {
  if (!search || !list?.ready || list.loading) return '';
  const count = list.total ?? list.items.length;
  const atLeast = list.total === undefined && list.more;
  return count === 0
    ? localize.term('listNothing', search)
    : localize.term('listResults', count, atLeast);
}
