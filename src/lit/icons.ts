import { drawIcon } from './icon.js';
import arrowUpNode from 'lucide/dist/esm/icons/arrow-up.mjs';
import checkNode from 'lucide/dist/esm/icons/check.mjs';
import checkCheckNode from 'lucide/dist/esm/icons/check-check.mjs';
import circleAlertNode from 'lucide/dist/esm/icons/circle-alert.mjs';
import clockNode from 'lucide/dist/esm/icons/clock.mjs';
import micNode from 'lucide/dist/esm/icons/mic.mjs';
import plusNode from 'lucide/dist/esm/icons/plus.mjs';
import searchNode from 'lucide/dist/esm/icons/search.mjs';
import smileNode from 'lucide/dist/esm/icons/face-slightly-smiling.mjs';
import squarePenNode from 'lucide/dist/esm/icons/square-pen.mjs';
import xNode from 'lucide/dist/esm/icons/x.mjs';
import circleCheckNode from 'lucide/dist/esm/icons/circle-check.mjs';

/** What the first page draws, by what it says here. Static templates: each use renders its own copy. */
export const icons = {
  search: drawIcon(searchNode),
  compose: drawIcon(squarePenNode),
  plus: drawIcon(plusNode),
  smile: drawIcon(smileNode),
  mic: drawIcon(micNode),
  send: drawIcon(arrowUpNode),
  // A shape for each state of a message, so that none is told by colour alone (B45).
  sent: drawIcon(checkNode),
  delivered: drawIcon(checkCheckNode),
  pending: drawIcon(clockNode),
  failed: drawIcon(circleAlertNode),
  read: drawIcon(circleCheckNode),
  close: drawIcon(xNode),
  check: drawIcon(checkNode),
};
