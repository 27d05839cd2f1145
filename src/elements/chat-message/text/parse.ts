import type { Message } from '../../../protocol/records.js';
import { markdown } from '../rich.js';
import { isMarked, withoutDeed } from './marked.js';
import type { Block, Inline } from './tree.js';

/** A text with its mentions, and all that Markdown means once it is loaded; without the "/me" of a deed. */
export function parseText(written: string): readonly Block[] {
  const text = withoutDeed(written);
  if (text === '') return [];
  if (!isMarked(text)) return [{ kind: 'paragraph', inline: [{ kind: 'text', text }] }];
  const part = markdown.get();
  if (part) return part.parseMarkdown(text);
  void markdown.load();
  return [{ kind: 'paragraph', inline: text.split(/(<@(?:uid|all):[^<>]+>|\n)/).map(typed) }];
}

/** A stretch of text as it was typed, a mention, or the end of a line. */
function typed(text: string): Inline {
  if (text === '\n') return { kind: 'break' };
  const [, who, value] = /^<@(uid|all):([^<>]+)>$/.exec(text) ?? [];
  if (value === undefined) return { kind: 'text', text };
  return who === 'all'
    ? { kind: 'all', label: value }
    : { kind: 'mention', uid: value.toLowerCase() };
}

const parsed = new WeakMap<Message, readonly Block[]>();

/** Records never change, so each revision is parsed once, however often its row comes and goes. */
export function blocksOf(message: Message): readonly Block[] {
  let tree = parsed.get(message);
  if (!tree) {
    tree = parseText(message.text ?? '');
    if (markdown.isReady()) parsed.set(message, tree);
  }
  return tree;
}
