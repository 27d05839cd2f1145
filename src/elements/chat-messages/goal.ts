import type { AnchorRow, Place } from './scroller.js';

/** Where the list is to be after the next rendering. */
export type Goal = { readonly smooth?: boolean } & (
  | { readonly kind: 'end' }
  | { readonly kind: 'place'; readonly place: Place }
  | {
      readonly kind: 'row';
      readonly id: string;
      readonly fraction: number;
      readonly middle?: boolean;
      readonly arrived?: (row: AnchorRow) => void;
    }
);
