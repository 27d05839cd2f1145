import type { User } from '../../../protocol/records.js';
import type { Block, Inline } from './tree.js';

/** The text without its markup, on one line unless `newline` says otherwise; mentions by name. */
export function plainText(
  blocks: readonly Block[],
  people: ReadonlyMap<string, User>,
  newline = ' ',
): string {
  return blocks
    .map((block): string => {
      switch (block.kind) {
        case 'paragraph':
        case 'heading':
          return plainInline(block.inline, people, newline);
        case 'code':
          return newline === '\n' ? block.text : block.text.replaceAll(/\s+/g, ' ');
        case 'quote':
          return plainText(block.blocks, people, newline);
        case 'list':
          return block.items.map((item) => plainText(item, people, newline)).join(newline);
        case 'table':
          return block.rows
            .map((row) => row.map((cell) => plainInline(cell, people, newline)).join(' '))
            .join(newline);
        case 'rule':
          return '';
      }
    })
    .join(newline);
}

export function plainInline(
  inline: readonly Inline[],
  people: ReadonlyMap<string, User>,
  newline = ' ',
): string {
  return inline
    .map((node) => {
      switch (node.kind) {
        case 'text':
        case 'code':
          return node.text;
        case 'break':
          return newline;
        case 'mention':
          return `@${people.get(node.uid)?.name ?? node.uid}`;
        case 'all':
          return `@${node.label}`;
        default:
          return plainInline(node.inline, people, newline);
      }
    })
    .join('');
}
