import type { Localize } from '../lit/localize.js';

const day = 86_400_000;

/** Whole local days between two times: 0 on the same day, 1 for yesterday. */
export function daysBetween(time: number, now: number): number {
  return Math.round((startOfDay(now) - startOfDay(time)) / day);
}

function startOfDay(time: number): number {
  return new Date(time).setHours(0, 0, 0, 0);
}

export function clockTime(time: number, localize: Localize): string {
  return localize.date(new Date(time), { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
}

/** Short enough for the end of a row: the time of today, yesterday, the weekday, then the date. */
export function rowTime(time: number, now: number, localize: Localize): string {
  const days = daysBetween(time, now);
  const date = new Date(time);
  if (days <= 0) return clockTime(time, localize);
  if (days === 1) return localize.term('chatYesterday');
  if (days < 7) return localize.date(date, { weekday: 'short' });
  if (date.getFullYear() === new Date(now).getFullYear())
    return localize.date(date, { day: 'numeric', month: 'short' });
  return localize.date(date, { day: 'numeric', month: 'numeric', year: '2-digit' });
}

/** When somebody was last here, to follow "last seen". */
export function lastSeen(time: number, now: number, localize: Localize): string {
  const minutes = Math.floor((now - time) / 60_000);
  if (minutes < 1) return localize.term('lastSeenNow');
  if (minutes < 60) return localize.relativeTime(-minutes, 'minute');
  const days = daysBetween(time, now);
  if (days <= 0) return localize.term('lastSeenToday', clockTime(time, localize));
  if (days === 1) return localize.term('lastSeenYesterday', clockTime(time, localize));
  if (days < 7) return localize.relativeTime(-days, 'day');
  return localize.date(new Date(time), { day: 'numeric', month: 'long', year: 'numeric' });
}
