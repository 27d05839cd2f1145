import { withoutDeed } from './deed.js';
import { parseMarkdown } from './markdown.js';
import { isMarked } from './marked.js';
import type { Block } from './tree.js';

/** A text with its mentions, and all that Markdown means; without the "/me" of a deed. */
export function parseText(written: string): readonly Block[] {
  const text = withoutDeed(written);
  if (text === '') return [];
  if (!isMarked(text)) return [{ kind: 'paragraph', inline: [{ kind: 'text', text }] }];
  return parseMarkdown(text);
}

const parsed = new WeakMap<object, readonly Block[]>();

/** Records never change, so each revision is parsed once, however often its row comes and goes. */
export function blocksOf(message: { readonly text?: string }): readonly Block[] {
  let tree = parsed.get(message);
  if (!tree) parsed.set(message, (tree = parseText(message.text ?? '')));
  return tree;
}
