import { html, nothing } from 'lit';
import { dayText } from '../../chat-message/time/dates.js';
import type { MessageHost } from '../../chat-message/message-host.js';
import type { Localize } from '../../../lit/localize.js';
import type { Row } from './rows.js';

/** What all rows of a list have in common. */
export interface RowLook {
  readonly actions: MessageHost | undefined;
  /** Id of the one message that Tab reaches. */
  readonly tabStop: string | undefined;
  readonly group: boolean;
  readonly offline: boolean;
  readonly localize: Localize;
  /** Asked once for all rows. */
  readonly language: string;
}

export function renderRow(
  row: Row,
  { actions, tabStop, group, offline, localize, language }: RowLook,
) {
  const { kind } = row;
  if (kind !== 'message') {
    const text =
      kind === 'day' ? dayText(row.at, Date.now(), localize) : localize.term('newMessages');
    // What a separator holds is not read, only what it is called.
    return html`<div class=${kind} part=${kind} role="separator" aria-label=${text}>${text}</div>`;
  }
  return html`<chat-message
    part="message"
    role="article"
    tabindex=${row.item.id === tabStop || row.run?.some(({ id }) => id === tabStop) ? 0 : -1}
    aria-posinset=${row.place?.at ?? nothing}
    aria-setsize=${row.place?.of ?? nothing}
    .item=${row.item}
    .run=${row.run}
    .host=${actions}
    .first=${row.first}
    .last=${row.last}
    .group=${group}
    .offline=${offline}
    .language=${language}
  ></chat-message>`;
}
