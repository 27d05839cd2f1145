import { html, nothing } from 'lit';
import type { Localize } from '../../../lit/localize.js';
import type { User } from '../../../protocol/records.js';
import { markdown } from '../rich.js';
import type { Block, Inline } from './tree.js';

/** What the text of a message needs from around it. */
export interface TextContext {
  readonly people: ReadonlyMap<string, User>;
  /** Whose mentions stand out. */
  readonly me: string | undefined;
  readonly localize: Localize;
  readonly copy: (text: string) => void;
}

/** The blocks as templates; `tail` (the time) rides on the last line of the last paragraph. */
export function renderText(
  blocks: readonly Block[],
  context: TextContext,
  tail: unknown = nothing,
): unknown {
  const last = blocks.length - 1;
  const end = blocks[last];
  const rides = end?.kind === 'paragraph' || end?.kind === 'heading';
  // Not a list of one: Lit puts marks around everything in a list, and most texts are one paragraph.
  if (rides && last === 0) return renderBlock(end, context, tail);
  return [
    ...blocks.map((block, i) => renderBlock(block, context, rides && i === last ? tail : nothing)),
    ...(rides ? [] : [tail]),
  ];
}

export function renderBlock(block: Block, context: TextContext, tail: unknown = nothing): unknown {
  return block.kind === 'paragraph'
    ? html`<p>${renderInline(block.inline, context)}${tail}</p>`
    : markdown.get()?.renderMarkedBlock(block, context, tail);
}

export function renderInline(inline: readonly Inline[], context: TextContext): unknown {
  const [only] = inline;
  if (inline.length === 1 && only?.kind === 'text') return only.text;
  return inline.map((node) => renderNode(node, context));
}

function renderNode(node: Inline, context: TextContext): unknown {
  switch (node.kind) {
    case 'text':
      return node.text;
    case 'break':
      return html`<br />`;
    case 'mention':
      return renderMention(node.uid, context);
    case 'all':
      return html`<span class="mention self" part="mention">@${node.label}</span>`;
    default:
      return markdown.get()?.renderMarkedInline(node, context);
  }
}

function renderMention(uid: string, context: TextContext) {
  return html`<span
    class="mention ${uid === context.me ? 'self' : ''}"
    part="mention"
    role="link"
    tabindex="-1"
    data-uid=${uid}
    ><bdi>@${context.people.get(uid)?.name ?? uid}</bdi></span
  >`;
}
