import audioLinesNode from 'lucide/dist/esm/icons/audio-lines.mjs';
import bellNode from 'lucide/dist/esm/icons/bell.mjs';
import bookmarkXNode from 'lucide/dist/esm/icons/bookmark-x.mjs';
import chevronLeftNode from 'lucide/dist/esm/icons/chevron-left.mjs';
import chevronRightNode from 'lucide/dist/esm/icons/chevron-right.mjs';
import chevronUpNode from 'lucide/dist/esm/icons/chevron-up.mjs';
import copyNode from 'lucide/dist/esm/icons/copy.mjs';
import crownNode from 'lucide/dist/esm/icons/crown.mjs';
import ellipsisNode from 'lucide/dist/esm/icons/ellipsis.mjs';
import smilePlusNode from 'lucide/dist/esm/icons/face-slightly-smiling-plus.mjs';
import flagNode from 'lucide/dist/esm/icons/flag.mjs';
import imageNode from 'lucide/dist/esm/icons/image.mjs';
import infoNode from 'lucide/dist/esm/icons/info.mjs';
import logOutNode from 'lucide/dist/esm/icons/log-out.mjs';
import mailNode from 'lucide/dist/esm/icons/mail.mjs';
import messagesSquareNode from 'lucide/dist/esm/icons/messages-square.mjs';
import paperclipNode from 'lucide/dist/esm/icons/paperclip.mjs';
import pencilNode from 'lucide/dist/esm/icons/pencil.mjs';
import pinOffNode from 'lucide/dist/esm/icons/pin-off.mjs';
import replyNode from 'lucide/dist/esm/icons/reply.mjs';
import rotateCwNode from 'lucide/dist/esm/icons/rotate-cw.mjs';
import squareNode from 'lucide/dist/esm/icons/square.mjs';
import tagNode from 'lucide/dist/esm/icons/tag.mjs';
import trashNode from 'lucide/dist/esm/icons/trash.mjs';
import userMinusNode from 'lucide/dist/esm/icons/user-minus.mjs';
import userPlusNode from 'lucide/dist/esm/icons/user-plus.mjs';
import userNode from 'lucide/dist/esm/icons/user.mjs';
import usersNode from 'lucide/dist/esm/icons/users.mjs';
import wifiOffNode from 'lucide/dist/esm/icons/wifi-off.mjs';
import xNode from 'lucide/dist/esm/icons/x.mjs';
import zoomInNode from 'lucide/dist/esm/icons/zoom-in.mjs';
import { html } from 'lit';
import { drawIcon, type IconNode } from './icon.js';

/** Shows a way along the line: where one reads from right to left, it shows the other. */
const aimed = (node: IconNode) => html`<span class="aimed">${drawIcon(node)}</span>`;

/** The icons of what is loaded on demand: a page shows itself without them. */
export const laterIcons = {
  image: drawIcon(imageNode),
  user: drawIcon(userNode),
  offline: drawIcon(wifiOffNode),
  users: drawIcon(usersNode),
  tag: drawIcon(tagNode),
  up: drawIcon(chevronUpNode),
  more: drawIcon(ellipsisNode),
  stop: drawIcon(squareNode),
  bell: drawIcon(bellNode),
  pinOff: drawIcon(pinOffNode),
  edit: drawIcon(pencilNode),
  trash: drawIcon(trashNode),
  info: drawIcon(infoNode),
  userPlus: drawIcon(userPlusNode),
  userMinus: drawIcon(userMinusNode),
  logOut: aimed(logOutNode),
  crown: drawIcon(crownNode),
  retry: drawIcon(rotateCwNode),
  flag: drawIcon(flagNode),
  mail: drawIcon(mailNode),
  bookmarkOff: drawIcon(bookmarkXNode),
  threads: drawIcon(messagesSquareNode),
  zoomIn: drawIcon(zoomInNode),
  back: aimed(chevronLeftNode),
  close: drawIcon(xNode),
  next: aimed(chevronRightNode),
  previous: aimed(chevronLeftNode),
  copy: drawIcon(copyNode),
  audio: drawIcon(audioLinesNode),
  reply: aimed(replyNode),
  react: drawIcon(smilePlusNode),
  paperclip: drawIcon(paperclipNode),
};
