import type { LitElement } from 'lit';
import type { Localize } from '../../lit/localize.js';
import type { Target } from '../../protocol/ids.js';
import type { Arrangement } from './arrangement.js';

/** The messenger, as far as its parts need it. */
export interface Messenger {
  readonly element: LitElement;
  readonly localize: Localize;
  readonly panes: Arrangement;
  target(): Target | undefined;
}
