import { Lexer, type MarkedToken, type Token, type TokenizerExtensionFunction } from 'marked';
import { safeHref } from './links.js';
import type { Block, Inline } from './tree.js';

// Mentions are tokens of their own, so that no underscore in a UID turns into emphasis.
const mentionPattern = /^<@(uid|all):([^<>]+)>/;
const tokenizeMention: TokenizerExtensionFunction = (src) => {
  const match = mentionPattern.exec(src);
  return match ? { type: 'mention', raw: match[0], who: match[1], value: match[2] } : undefined;
};

const options = {
  gfm: true,
  breaks: true,
  extensions: {
    renderers: {},
    childTokens: {},
    inline: [tokenizeMention],
    startInline: [(src: string) => src.search(/<@(?:uid|all):/)],
  },
};

/** Quotes in quotes, lists in lists, from here on as typed: the stack of a browser ends somewhere. */
const deepest = 24;

/** Parses Markdown with mentions. HTML stays text; nothing the author wrote is lost. */
export function parseMarkdown(text: string): readonly Block[] {
  try {
    return blocks(new Lexer(options).lex(text));
  } catch {
    // Nested deeper than the lexer can follow: nobody means anything by that.
    return [paragraph(text)];
  }
}

function blocks(tokens: readonly Token[], depth = 0): Block[] {
  if (depth > deepest) return [paragraph(rawOf(tokens))];
  return tokens.flatMap((token) => block(token as MarkedToken, depth + 1));
}

function block(token: MarkedToken, depth: number): Block[] {
  switch (token.type) {
    case 'space':
    case 'checkbox':
      return [];
    case 'code':
      return [{ kind: 'code', text: token.text }];
    case 'blockquote':
      return [{ kind: 'quote', blocks: blocks(token.tokens, depth) }];
    case 'list':
      return [
        {
          kind: 'list',
          start: token.ordered ? Number(token.start) : undefined,
          items: token.items.map(({ task, checked, tokens }) => {
            const inner = blocks(tokens, depth);
            return task ? checkable(inner, checked ? '☑ ' : '☐ ') : inner;
          }),
        },
      ];
    case 'table':
      return [
        {
          kind: 'table',
          rows: [token.header, ...token.rows].map((row) => row.map((cell) => inlines(cell.tokens))),
        },
      ];
    case 'hr':
      return [{ kind: 'rule' }];
    case 'heading':
      return [{ kind: 'heading', inline: inlines(token.tokens) }];
    case 'paragraph':
    case 'text':
      return [
        { kind: 'paragraph', inline: token.tokens ? inlines(token.tokens) : textOf(token.raw) },
      ];
    default:
      return [paragraph(token.raw.trimEnd())];
  }
}

/** The box of a task stands before its words. */
function checkable(blocks: readonly Block[], box: string): readonly Block[] {
  const [first, ...rest] = blocks;
  if (first?.kind !== 'paragraph') return [paragraph(box), ...blocks];
  return [{ ...first, inline: [{ kind: 'text', text: box }, ...first.inline] }, ...rest];
}

function rawOf(tokens: readonly Token[]): string {
  return tokens.map(({ raw }) => raw).join('');
}

function paragraph(text: string): Block {
  return { kind: 'paragraph', inline: textOf(text) };
}

function textOf(text: string): Inline[] {
  return text
    .split('\n')
    .flatMap((line, i): Inline[] =>
      i === 0 ? [{ kind: 'text', text: line }] : [{ kind: 'break' }, { kind: 'text', text: line }],
    );
}

function inlines(tokens: readonly Token[], depth = 0): Inline[] {
  if (depth > deepest) return textOf(rawOf(tokens));
  return tokens.flatMap((token) => inline(token, depth + 1));
}

function inline(generic: Token, depth: number): Inline[] {
  if (generic.type === 'mention') {
    const { who, value } = generic as unknown as { who: string; value: string };
    return [
      who === 'all' ? { kind: 'all', label: value } : { kind: 'mention', uid: value.toLowerCase() },
    ];
  }
  const token = generic as MarkedToken;
  switch (token.type) {
    case 'strong':
    case 'em':
    case 'del':
      return [{ kind: token.type, inline: inlines(token.tokens, depth) }];
    case 'codespan':
      return [{ kind: 'code', text: token.text }];
    case 'br':
      return [{ kind: 'break' }];
    case 'escape':
      return [{ kind: 'text', text: token.text }];
    case 'image':
    case 'link': {
      // Pictures from elsewhere are links: fetching one would tell its host who reads this.
      const href = safeHref(token.href);
      const inner =
        token.type === 'link' ? inlines(token.tokens, depth) : textOf(token.text || token.href);
      return href === undefined ? textOf(token.raw) : [{ kind: 'link', href, inline: inner }];
    }
    case 'text':
      return token.tokens ? inlines(token.tokens, depth) : textOf(token.text);
    case 'checkbox':
      return [];
    default:
      return textOf(token.raw);
  }
}
