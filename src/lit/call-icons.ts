import phoneNode from 'lucide/dist/esm/icons/phone.mjs';
import phoneIncomingNode from 'lucide/dist/esm/icons/phone-incoming.mjs';
import phoneMissedNode from 'lucide/dist/esm/icons/phone-missed.mjs';
import phoneOffNode from 'lucide/dist/esm/icons/phone-off.mjs';
import phoneOutgoingNode from 'lucide/dist/esm/icons/phone-outgoing.mjs';
import expandNode from 'lucide/dist/esm/icons/maximize-2.mjs';
import minimizeNode from 'lucide/dist/esm/icons/minimize-2.mjs';
import videoNode from 'lucide/dist/esm/icons/video.mjs';
import { drawIcon } from './icon.js';

/** The icons of calls, apart from the others: a page shows itself without them. */
export const callIcons = {
  audio: drawIcon(phoneNode),
  video: drawIcon(videoNode),
  end: drawIcon(phoneOffNode),
  incoming: drawIcon(phoneIncomingNode),
  outgoing: drawIcon(phoneOutgoingNode),
  missed: drawIcon(phoneMissedNode),
  minimize: drawIcon(minimizeNode),
  expand: drawIcon(expandNode),
};
