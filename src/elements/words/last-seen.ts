import type { Localize } from '../../lit/localize.js';
import '../../locales/en-later.js';
import { dayOf, format, timeText } from '../chat-message/time/dates.js';

/** When somebody was last here, to follow "last seen". */
export function lastSeen(at: number, now: number, localize: Localize): string {
  const lang = localize.lang();
  const minutes = Math.floor((now - at) / 60_000);
  if (minutes < 1) return localize.term('lastSeenNow');
  if (minutes < 60) return localize.relativeTime(-minutes, 'minute');
  const ago = dayOf(now) - dayOf(at);
  if (ago <= 0) return localize.term('lastSeenToday', timeText(at, lang));
  if (ago === 1) return localize.term('lastSeenYesterday', timeText(at, lang));
  if (ago < 7) return localize.relativeTime(-ago, 'day');
  return format(lang, 'date', { day: 'numeric', month: 'long', year: 'numeric' }).format(at);
}
