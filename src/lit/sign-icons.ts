import bellOffNode from 'lucide/dist/esm/icons/bell-off.mjs';
import hourglassNode from 'lucide/dist/esm/icons/hourglass.mjs';
import lockNode from 'lucide/dist/esm/icons/lock.mjs';
import pinNode from 'lucide/dist/esm/icons/pin.mjs';
import shieldNode from 'lucide/dist/esm/icons/shield.mjs';
import { drawIcon } from './icon.js';

/** The icons of what few chats are: pinned, muted, not open to all. */
export const signIcons = {
  bellOff: drawIcon(bellOffNode),
  held: drawIcon(hourglassNode),
  lock: drawIcon(lockNode),
  pin: drawIcon(pinNode),
  shield: drawIcon(shieldNode),
};
