import chevronDownNode from 'lucide/dist/esm/icons/chevron-down.mjs';
import messageSquareNode from 'lucide/dist/esm/icons/message-square.mjs';
import linkNode from 'lucide/dist/esm/icons/link.mjs';
import bookmarkNode from 'lucide/dist/esm/icons/bookmark.mjs';
import banNode from 'lucide/dist/esm/icons/ban.mjs';
import fileNode from 'lucide/dist/esm/icons/file.mjs';
import downloadNode from 'lucide/dist/esm/icons/download.mjs';
import pauseNode from 'lucide/dist/esm/icons/pause.mjs';
import playNode from 'lucide/dist/esm/icons/play.mjs';
import bellOffNode from 'lucide/dist/esm/icons/bell-off.mjs';
import hourglassNode from 'lucide/dist/esm/icons/hourglass.mjs';
import lockNode from 'lucide/dist/esm/icons/lock.mjs';
import pinNode from 'lucide/dist/esm/icons/pin.mjs';
import shieldNode from 'lucide/dist/esm/icons/shield.mjs';
import { drawIcon } from './icon.js';

/** The icons of what few rows show: files, marks and calls to threads, of chats whether they are pinned, muted or not open to all. */
export const rowIcons = {
  down: drawIcon(chevronDownNode),
  thread: drawIcon(messageSquareNode),
  link: drawIcon(linkNode),
  bookmark: drawIcon(bookmarkNode),
  ban: drawIcon(banNode),
  file: drawIcon(fileNode),
  download: drawIcon(downloadNode),
  pause: drawIcon(pauseNode),
  play: drawIcon(playNode),
  bellOff: drawIcon(bellOffNode),
  held: drawIcon(hourglassNode),
  lock: drawIcon(lockNode),
  pin: drawIcon(pinNode),
  shield: drawIcon(shieldNode),
};
