/**
 * What rows say of times in American English, which most browsers ask for, word for word as `Intl` says it. Before the
 * first formatter of a page the browser loads all languages it knows, for as long as a dozen rows take.
 */
const months = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September'],
  ...['October', 'November', 'December'],
];
const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

const month = (date: Date) => months[date.getMonth()] ?? '';
const weekday = (date: Date) => weekdays[date.getDay()] ?? '';
const two = (value: number) => String(value % 100).padStart(2, '0');

const american: Readonly<Record<string, (date: Date) => string>> = {
  time: (date) => {
    const hour = date.getHours();
    return `${hour % 12 || 12}:${two(date.getMinutes())}\u202f${hour < 12 ? 'AM' : 'PM'}`;
  },
  weekday,
  rowWeekday: (date) => weekday(date).slice(0, 3),
  day: (date) => `${weekday(date).slice(0, 3)}, ${month(date)} ${date.getDate()}`,
  rowDay: (date) => `${month(date).slice(0, 3)} ${date.getDate()}`,
  date: (date) => `${month(date)} ${date.getDate()}, ${date.getFullYear()}`,
  rowDate: (date) => `${date.getMonth() + 1}/${date.getDate()}/${two(date.getFullYear())}`,
};

/** Undefined where the browser has to be asked. */
export function english(tag: string, name: string): { format(at: number): string } | undefined {
  const form = /^en(-US)?$/.test(tag) ? american[name] : undefined;
  return form && { format: (at) => form(new Date(at)) };
}
