import { drawIcon } from './icon.js';
import arrowUpNode from 'lucide/dist/esm/icons/arrow-up.mjs';
import audioLinesNode from 'lucide/dist/esm/icons/audio-lines.mjs';
import banNode from 'lucide/dist/esm/icons/ban.mjs';
import bellNode from 'lucide/dist/esm/icons/bell.mjs';
import bellOffNode from 'lucide/dist/esm/icons/bell-off.mjs';
import bookmarkXNode from 'lucide/dist/esm/icons/bookmark-x.mjs';
import bookmarkNode from 'lucide/dist/esm/icons/bookmark.mjs';
import checkNode from 'lucide/dist/esm/icons/check.mjs';
import checkCheckNode from 'lucide/dist/esm/icons/check-check.mjs';
import chevronDownNode from 'lucide/dist/esm/icons/chevron-down.mjs';
import chevronLeftNode from 'lucide/dist/esm/icons/chevron-left.mjs';
import chevronRightNode from 'lucide/dist/esm/icons/chevron-right.mjs';
import chevronUpNode from 'lucide/dist/esm/icons/chevron-up.mjs';
import circleAlertNode from 'lucide/dist/esm/icons/circle-alert.mjs';
import clockNode from 'lucide/dist/esm/icons/clock.mjs';
import copyNode from 'lucide/dist/esm/icons/copy.mjs';
import crownNode from 'lucide/dist/esm/icons/crown.mjs';
import downloadNode from 'lucide/dist/esm/icons/download.mjs';
import ellipsisNode from 'lucide/dist/esm/icons/ellipsis.mjs';
import fileNode from 'lucide/dist/esm/icons/file.mjs';
import flagNode from 'lucide/dist/esm/icons/flag.mjs';
import hourglassNode from 'lucide/dist/esm/icons/hourglass.mjs';
import imageNode from 'lucide/dist/esm/icons/image.mjs';
import infoNode from 'lucide/dist/esm/icons/info.mjs';
import lockNode from 'lucide/dist/esm/icons/lock.mjs';
import logOutNode from 'lucide/dist/esm/icons/log-out.mjs';
import mailNode from 'lucide/dist/esm/icons/mail.mjs';
import messagesSquareNode from 'lucide/dist/esm/icons/messages-square.mjs';
import messageSquareNode from 'lucide/dist/esm/icons/message-square.mjs';
import micNode from 'lucide/dist/esm/icons/mic.mjs';
import paperclipNode from 'lucide/dist/esm/icons/paperclip.mjs';
import pauseNode from 'lucide/dist/esm/icons/pause.mjs';
import pencilNode from 'lucide/dist/esm/icons/pencil.mjs';
import pinNode from 'lucide/dist/esm/icons/pin.mjs';
import pinOffNode from 'lucide/dist/esm/icons/pin-off.mjs';
import playNode from 'lucide/dist/esm/icons/play.mjs';
import plusNode from 'lucide/dist/esm/icons/plus.mjs';
import replyNode from 'lucide/dist/esm/icons/reply.mjs';
import rotateCwNode from 'lucide/dist/esm/icons/rotate-cw.mjs';
import searchNode from 'lucide/dist/esm/icons/search.mjs';
import shieldNode from 'lucide/dist/esm/icons/shield.mjs';
import smileNode from 'lucide/dist/esm/icons/face-slightly-smiling.mjs';
import squareNode from 'lucide/dist/esm/icons/square.mjs';
import squarePenNode from 'lucide/dist/esm/icons/square-pen.mjs';
import tagNode from 'lucide/dist/esm/icons/tag.mjs';
import trashNode from 'lucide/dist/esm/icons/trash.mjs';
import userNode from 'lucide/dist/esm/icons/user.mjs';
import userMinusNode from 'lucide/dist/esm/icons/user-minus.mjs';
import userPlusNode from 'lucide/dist/esm/icons/user-plus.mjs';
import usersNode from 'lucide/dist/esm/icons/users.mjs';
import wifiOffNode from 'lucide/dist/esm/icons/wifi-off.mjs';
import xNode from 'lucide/dist/esm/icons/x.mjs';
import zoomInNode from 'lucide/dist/esm/icons/zoom-in.mjs';
import circleCheckNode from 'lucide/dist/esm/icons/circle-check.mjs';
import smilePlusNode from 'lucide/dist/esm/icons/face-slightly-smiling-plus.mjs';

/** Every icon of the kit, by what it says here. Static templates: each use renders its own copy. */
export const icons = {
  search: drawIcon(searchNode),
  compose: drawIcon(squarePenNode),
  more: drawIcon(ellipsisNode),
  plus: drawIcon(plusNode),
  smile: drawIcon(smileNode),
  mic: drawIcon(micNode),
  send: drawIcon(arrowUpNode),
  sent: drawIcon(checkNode),
  delivered: drawIcon(checkCheckNode),
  pending: drawIcon(clockNode),
  held: drawIcon(hourglassNode),
  failed: drawIcon(circleAlertNode),
  down: drawIcon(chevronDownNode),
  up: drawIcon(chevronUpNode),
  stop: drawIcon(squareNode),
  play: drawIcon(playNode),
  pause: drawIcon(pauseNode),
  bell: drawIcon(bellNode),
  bellOff: drawIcon(bellOffNode),
  pin: drawIcon(pinNode),
  pinOff: drawIcon(pinOffNode),
  back: drawIcon(chevronLeftNode),
  close: drawIcon(xNode),
  reply: drawIcon(replyNode),
  edit: drawIcon(pencilNode),
  tag: drawIcon(tagNode),
  trash: drawIcon(trashNode),
  copy: drawIcon(copyNode),
  info: drawIcon(infoNode),
  image: drawIcon(imageNode),
  file: drawIcon(fileNode),
  download: drawIcon(downloadNode),
  lock: drawIcon(lockNode),
  shield: drawIcon(shieldNode),
  users: drawIcon(usersNode),
  userPlus: drawIcon(userPlusNode),
  userMinus: drawIcon(userMinusNode),
  ban: drawIcon(banNode),
  logOut: drawIcon(logOutNode),
  crown: drawIcon(crownNode),
  retry: drawIcon(rotateCwNode),
  offline: drawIcon(wifiOffNode),
  flag: drawIcon(flagNode),
  mail: drawIcon(mailNode),
  bookmark: drawIcon(bookmarkNode),
  bookmarkOff: drawIcon(bookmarkXNode),
  thread: drawIcon(messageSquareNode),
  threads: drawIcon(messagesSquareNode),
  check: drawIcon(checkNode),
  paperclip: drawIcon(paperclipNode),
  user: drawIcon(userNode),
  zoomIn: drawIcon(zoomInNode),
  next: drawIcon(chevronRightNode),
  previous: drawIcon(chevronLeftNode),
  audio: drawIcon(audioLinesNode),
  read: drawIcon(circleCheckNode),
  react: drawIcon(smilePlusNode),
};
