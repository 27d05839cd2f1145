import type { Glide } from './glide.js';
import type { AnchorRow, Place } from './scroller.js';

/** Where the list is to be after the next rendering; with `glide` so that the eye can follow. */
export type Goal = { readonly glide?: Glide | undefined } & (
  | { readonly kind: 'end' }
  | { readonly kind: 'place'; readonly place: Place }
  | {
      readonly kind: 'row';
      readonly id: string;
      readonly fraction: number;
      readonly middle?: boolean;
      readonly arrived?: ((row: AnchorRow) => void) | undefined;
    }
);
