import type { Localize } from '../../lit/localize.js';
import { dayOf, format, timeText } from '../chat-message/time/dates.js';

/** Short enough for the end of a row: the time of today, yesterday, the weekday, then the date. */
export function rowTime(at: number, now: number, localize: Localize): string {
  const lang = localize.lang();
  const ago = dayOf(now) - dayOf(at);
  if (ago <= 0) return timeText(at, lang);
  if (ago === 1) return localize.term('chatYesterday');
  if (ago < 7) return format(lang, 'rowWeekday', { weekday: 'short' }).format(at);
  if (new Date(at).getFullYear() === new Date(now).getFullYear())
    return format(lang, 'rowDay', { day: 'numeric', month: 'short' }).format(at);
  return format(lang, 'rowDate', { day: 'numeric', month: 'numeric', year: '2-digit' }).format(at);
}
