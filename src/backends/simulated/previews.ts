import type { LinkPreview } from '../../protocol/records.js';
import type { Context } from './context.js';
import { isHeld } from './rules/moderation.js';
import type { MessageRow } from './storage/rows.js';
import type { App } from './types.js';

/** M14: a server has to ask the page first. Milliseconds. */
const beat = 1200;
/** Of one message. */
const most = 3;

type Linking = Pick<MessageRow, 'text' | 'unlinked'>;

/** What is known of the pages that a text leads to; undefined where nothing is. */
export function previewsIn(
  { text = '', unlinked = [] }: Linking,
  { pages = {} }: Pick<App, 'pages'>,
): readonly LinkPreview[] | undefined {
  const urls = new Set(text.match(/https?:\/\/[^\s<>()"']*[^\s<>()"'.,;:!?]/g));
  const found = [...urls].flatMap((url) => {
    const page = unlinked.includes(url) ? undefined : pages[nameOf(url)];
    return page ? [{ url, ...page }] : [];
  });
  return found.length > 0 ? found.slice(0, most) : undefined;
}

function nameOf(url: string): string {
  if (!URL.canParse(url)) return '';
  const { host, pathname } = new URL(url);
  return host.replace(/^www\./, '') + pathname.replace(/\/$/, '');
}

/** Those links that a message goes on having. */
export function keptLinks(
  { links = [] }: Pick<MessageRow, 'links'>,
  keeps: (url: string) => boolean,
): MessageRow['links'] {
  const kept = links.filter(({ url }) => keeps(url));
  return kept.length > 0 ? kept : undefined;
}

/** Asks, after what was written is told, what is behind its links. */
export function lookUp({ app, later }: Pick<Context, 'app' | 'later'>, written: MessageRow): void {
  if (isHeld(written) || !previewsIn(written, app)) return;
  const run = async ({ work, now }: Context) => {
    const row = await work.get('messages', written.id);
    if (!row || row.deletedAt !== undefined || row.removedAt !== undefined || isHeld(row)) return;
    const links = previewsIn(row, app);
    const same = (links ?? []).every(({ url }, i) => url === row.links?.[i]?.url);
    if (!same) work.put('messages', { ...row, links, changedAt: now });
  };
  later(beat, run, 'preview');
}
