import { html, nothing } from 'lit';
import type { Message } from '../../../protocol/records.js';
import { markdown } from '../late-markdown.js';
import type { People, TextContext } from './context.js';
import { isMarked } from './marked.js';

/** Letters of a text that stands for its message. */
const longest = 160;

/** The text of a message as a template; `tail` (the time) rides on its last line. */
export function renderWords(
  message: Message,
  context: TextContext,
  tail: unknown = nothing,
): unknown {
  return (
    markdownFor(message)?.renderRich(message, context, tail) ??
    html`<p>${asTyped(message, context.people)}${tail}</p>`
  );
}

/** The text without its markup, on one line unless `newline` says otherwise; mentions by name. */
export function plainWords(message: Pick<Message, 'text'>, people: People, newline = ' '): string {
  return (
    markdownFor(message)?.plainRich(message, people, newline) ??
    asTyped(message, people).replaceAll('\n', newline)
  );
}

/** The first line of it, as long as there is room for anywhere. */
export function beginningOf({ text = '' }: Pick<Message, 'text'>, people: People): string {
  // Only the beginning is shown, so only that is parsed; markup cut in the middle reads as text.
  const line = plainWords({ text: text.slice(0, 4 * longest) }, people)
    .replaceAll(/\s+/g, ' ')
    .trim();
  return shorten(line, longest);
}

/** Cut between letters: half an emoji is none. */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  return `${text.slice(0, most).replace(/[\ud800-\udbff]$/, '')}…`;
}

function markdownFor({ text = '' }: Pick<Message, 'text'>) {
  return isMarked(text) ? markdown.get() : undefined;
}

function asTyped({ text = '' }: Pick<Message, 'text'>, people: People): string {
  return text.replaceAll(
    /<@(?:uid|all):([^<>]+)>/g,
    (_, whom: string) => `@${people.get(whom.toLowerCase())?.name ?? whom}`,
  );
}
