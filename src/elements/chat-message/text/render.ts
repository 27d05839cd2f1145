import { html, nothing, type TemplateResult } from 'lit';
import { laterIcons } from '../../../lit/later-icons.js';
import '../../../locales/en-later.js';
import type { TextContext } from './context.js';
import { disguisedDomain } from './links.js';
import { plainInline } from './plain.js';
import type { Block, Inline } from './tree.js';

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

function renderBlock(block: Block, context: TextContext, tail: unknown = nothing): TemplateResult {
  switch (block.kind) {
    case 'paragraph':
      return html`<p>${renderInline(block.inline, context)}${tail}</p>`;
    case 'heading':
      return html`<p><strong>${renderInline(block.inline, context)}</strong>${tail}</p>`;
    case 'code':
      // Reached from its row by Enter and Tab, and then scrolled by the arrows, as wide tables are. What can be scrolled
      // is a tab stop unless it says otherwise; axe then wants something in it that can have the focus.
      return html`<div class="code" part="code" dir="ltr">
        <pre tabindex="-1"><code tabindex="-1">${block.text}</code></pre>
        <button
          class="copy"
          type="button"
          tabindex="-1"
          aria-label=${context.localize.term('copyCode')}
          title=${context.localize.term('copyCode')}
          @click=${() => context.copy(block.text)}
        >
          ${laterIcons.copy}
        </button>
      </div>`;
    case 'quote':
      return html`<blockquote>
        ${block.blocks.map((inner) => renderBlock(inner, context))}
      </blockquote>`;
    case 'list': {
      const items = block.items.map(
        (item) => html`<li>${item.map((inner) => renderBlock(inner, context))}</li>`,
      );
      return block.start === undefined
        ? html`<ul>
            ${items}
          </ul>`
        : html`<ol start=${block.start}>
            ${items}
          </ol>`;
    }
    case 'table': {
      const [head = [], ...rows] = block.rows;
      return html`<div class="table" tabindex="-1">
        <table tabindex="-1">
          <tr>
            ${head.map((cell) => html`<th>${renderInline(cell, context)}</th>`)}
          </tr>
          ${rows.map(
            (row) =>
              html`<tr>
                ${row.map((cell) => html`<td>${renderInline(cell, context)}</td>`)}
              </tr>`,
          )}
        </table>
      </div>`;
    }
    case 'rule':
      return html`<hr />`;
  }
}

function renderInline(inline: readonly Inline[], context: TextContext): unknown {
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
    case 'code':
      return html`<code>${node.text}</code>`;
    case 'strong':
      return html`<strong>${renderInline(node.inline, context)}</strong>`;
    case 'em':
      return html`<em>${renderInline(node.inline, context)}</em>`;
    case 'del':
      return html`<del>${renderInline(node.inline, context)}</del>`;
    case 'link':
      return renderLink(node.href, node.inline, context);
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

function renderLink(href: string, inline: readonly Inline[], context: TextContext) {
  const real = disguisedDomain(plainInline(inline, context.people), href);
  return html`<a part="link" href=${href} target="_blank" rel="noopener noreferrer" tabindex="-1"
      >${renderInline(inline, context)}</a
    >${
      real === undefined
        ? nothing
        : html` <span class="disguised">${context.localize.term('linkLeadsTo', real)}</span>`
    }`;
}
