import type { Call, Scope } from '../../../protocol/records.js';
import { personOf } from './cast.js';

/**
 * Conversations are written as scripts:
 *
 *     = -3d 12:08            three days ago at 12:08 local time; "= -42m" and "= -6h" count back from now
 *     ben #label: text       \n breaks the line, ´ is a backtick, @ana mentions; #label names the message
 *     ana ^label: text       a reply in its thread; "label quotes it
 *     ben: [image kiln] …    a picture with a caption; also [file …] and [voice seconds]
 *      + 👍 ana noor         reactions to the message above; " ~ text" edits it, " x" deletes it, " ! ana" pins it
 *     * ana add ben scope    acts on members: add, join, leave, scope
 *     % ben video 312        ben calls, and they talk for 312 seconds; or it is "missed", or "declined"
 *     > ana                  ana has read up to here; ">> ben" has only received up to here
 */
export type Step = { readonly at: number; readonly by: string } & (
  | {
      readonly do: 'say';
      /** Number of the message within its script. */
      readonly key: string;
      readonly text: string;
      readonly media?: { readonly kind: 'image' | 'file' | 'voice'; readonly what: string };
      readonly parent?: string;
      readonly quote?: string;
    }
  | { readonly do: 'react'; readonly key: string; readonly reaction: string }
  | { readonly do: 'edit'; readonly key: string; readonly text: string }
  | { readonly do: 'delete' | 'pin' | 'read' | 'receive'; readonly key: string }
  | { readonly do: 'add'; readonly uid: string; readonly scope: Scope }
  | { readonly do: 'scope'; readonly uid: string; readonly scope: Scope }
  | { readonly do: 'join' | 'leave' }
  | {
      readonly do: 'call';
      readonly type: Call['type'];
      /** Seconds they talked, or why not. */
      readonly outcome: number | 'missed' | 'declined';
    }
);

const minute = 60_000;

export function readScript(script: string, now: number, random: () => number): Step[] {
  const steps: Step[] = [];
  const labels = new Map<string, string>();
  let at = 0;
  let count = 0;
  let key = '';

  function say(head: string, body: string): void {
    const [by = '', ...marks] = head.split(' ');
    key = String(++count);
    at += Math.round((15 + random() * 110) * 1000);
    const refer: { parent?: string; quote?: string } = {};
    for (const mark of marks) {
      const label = mark.slice(1);
      if (mark.startsWith('#')) labels.set(label, key);
      else refer[mark.startsWith('^') ? 'parent' : 'quote'] = known(label);
    }
    const [, kind, what, caption] = /^\[(image|file|voice) (\S+)\] ?(.*)$/s.exec(body) ?? [];
    const media = kind ? { kind: kind as 'image' | 'file' | 'voice', what: what ?? '' } : undefined;
    steps.push({
      at: Math.min(at, now - 2000),
      by,
      do: 'say',
      key,
      text: textOf(caption ?? body),
      ...(media && { media }),
      ...refer,
    });
  }

  function known(label: string): string {
    const found = labels.get(label);
    if (found === undefined)
      throw new TypeError(`A script refers to "${label}", which is not there.`);
    return found;
  }

  function mark(line: string): void {
    const [sign = '', first = '', ...rest] = line.trim().split(' ');
    const soon = (i: number) => Math.min(at + (5 + i * 7) * 1000, now - 1000);
    const author = steps.findLast((step) => step.do === 'say')?.by ?? '';
    if (sign === '+') {
      rest.forEach((by, i) => steps.push({ at: soon(i), by, do: 'react', key, reaction: first }));
    } else if (sign === '!') steps.push({ at: soon(0), by: first, do: 'pin', key });
    else if (sign === 'x') steps.push({ at: soon(3), by: author, do: 'delete', key });
    else if (sign === '~') {
      steps.push({
        at: soon(1),
        by: author,
        do: 'edit',
        key,
        text: textOf([first, ...rest].join(' ')),
      });
    } else if (sign === '>') steps.push({ at: soon(0), by: first, do: 'read', key });
    else if (sign === '>>') steps.push({ at: soon(0), by: first, do: 'receive', key });
  }

  function act(line: string): void {
    const [, by = '', what, uid = '', scope] = line.split(' ');
    at += 5000;
    if (what === 'add' || what === 'scope') {
      steps.push({ at, by, do: what, uid, scope: scope as Scope });
    } else steps.push({ at, by, do: what === 'join' ? 'join' : 'leave' });
  }

  function call(line: string): void {
    const [, by = '', type, outcome = ''] = line.split(' ');
    at += 20_000;
    const seconds = Number(outcome);
    steps.push({
      at,
      by,
      do: 'call',
      type: type === 'video' ? 'video' : 'audio',
      outcome: seconds || (outcome === 'declined' ? 'declined' : 'missed'),
    });
    if (seconds) at += seconds * 1000;
  }

  for (const line of script.split('\n')) {
    if (line === '') continue;
    else if (line.startsWith('= ')) at = Math.max(at + minute, moment(line.slice(2), now));
    else if (line.startsWith('* ')) act(line);
    else if (line.startsWith('% ')) call(line);
    else if (/^(>| )/.test(line)) mark(line);
    else {
      const colon = line.indexOf(': ');
      say(line.slice(0, colon), line.slice(colon + 2));
    }
  }
  return steps;
}

function moment(text: string, now: number): number {
  const [, amount, unit, hours = '0', minutes = '0'] =
    /^-(\d+)([dhm])(?: (\d+):(\d+))?$/.exec(text) ?? [];
  if (unit === 'm') return now - Number(amount) * minute;
  if (unit === 'h') return now - Number(amount) * 60 * minute;
  const day = new Date(now);
  day.setDate(day.getDate() - Number(amount));
  return day.setHours(Number(hours), Number(minutes), 0, 0);
}

function textOf(source: string): string {
  return source
    .replaceAll('\\n', '\n')
    .replaceAll('´', '`')
    .replace(/@([a-z-]+)/g, (all, uid: string) =>
      uid === 'all' ? '<@all:all>' : personOf(uid) ? `<@uid:${uid}>` : all,
    );
}
