import type { TemplateResult } from 'lit';
import flagNode from 'lucide/dist/esm/icons/flag.mjs';
import clockNode from 'lucide/dist/esm/icons/clock.mjs';
import handNode from 'lucide/dist/esm/icons/hand.mjs';
import leafNode from 'lucide/dist/esm/icons/leaf.mjs';
import lightbulbNode from 'lucide/dist/esm/icons/lightbulb.mjs';
import planeNode from 'lucide/dist/esm/icons/plane.mjs';
import smileNode from 'lucide/dist/esm/icons/face-slightly-smiling.mjs';
import symbolsNode from 'lucide/dist/esm/icons/heart.mjs';
import trophyNode from 'lucide/dist/esm/icons/trophy.mjs';
import utensilsNode from 'lucide/dist/esm/icons/utensils.mjs';
import { drawIcon } from '../../lit/icon.js';
import '../../locales/en-later.js';

export type CategoryTerm =
  | 'emojiFrequent'
  | 'emojiSmileys'
  | 'emojiPeople'
  | 'emojiNature'
  | 'emojiFood'
  | 'emojiTravel'
  | 'emojiActivities'
  | 'emojiObjects'
  | 'emojiSymbols'
  | 'emojiFlags';

export interface Category {
  readonly term: CategoryTerm;
  readonly icon: TemplateResult;
  /** Unicode's number of the group; absent for what this person uses. */
  readonly group?: number;
}

// Icons of a part that is loaded on demand stay out of lit/icons.ts.
export const categories: readonly Category[] = [
  { term: 'emojiFrequent', icon: drawIcon(clockNode) },
  { term: 'emojiSmileys', icon: drawIcon(smileNode), group: 0 },
  { term: 'emojiPeople', icon: drawIcon(handNode), group: 1 },
  { term: 'emojiNature', icon: drawIcon(leafNode), group: 3 },
  { term: 'emojiFood', icon: drawIcon(utensilsNode), group: 4 },
  { term: 'emojiTravel', icon: drawIcon(planeNode), group: 5 },
  { term: 'emojiActivities', icon: drawIcon(trophyNode), group: 6 },
  { term: 'emojiObjects', icon: drawIcon(lightbulbNode), group: 7 },
  { term: 'emojiSymbols', icon: drawIcon(symbolsNode), group: 8 },
  { term: 'emojiFlags', icon: drawIcon(flagNode), group: 9 },
];
