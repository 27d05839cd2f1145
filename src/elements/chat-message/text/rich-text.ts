import { html } from 'lit';
import type { Message } from '../../../protocol/records.js';
import type { People, TextContext } from './context.js';
import { isDeed } from './deed.js';
import { blocksOf } from './parse.js';
import { plainText } from './plain.js';
import { renderText } from './render.js';

// A text that holds more than words is drawn and read by this, loaded with the first of them: see ../late-markdown.ts.
export { markedStyles } from './marked.styles.js';

export function renderRich(message: Message, context: TextContext, tail: unknown): unknown {
  const text = renderText(blocksOf(message), context, tail);
  return isDeed(message.text ?? '')
    ? html`<div class="deed"><bdi>${context.author}</bdi> ${text}</div>`
    : text;
}

export function plainRich(message: Pick<Message, 'text'>, people: People, newline: string): string {
  return plainText(blocksOf(message), people, newline);
}
