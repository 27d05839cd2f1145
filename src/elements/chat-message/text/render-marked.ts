import { html, nothing, type TemplateResult } from 'lit';
import { laterIcons } from '../../../lit/later-icons.js';
import { disguisedDomain } from './links.js';
import { plainInline } from './plain.js';
import { renderBlock, renderInline, type TextContext } from './render.js';
import type { Inline, MarkedBlock, MarkedInline } from './tree.js';

export function renderMarkedBlock(
  block: MarkedBlock,
  context: TextContext,
  tail: unknown,
): TemplateResult {
  switch (block.kind) {
    case 'heading':
      return html`<p><strong>${renderInline(block.inline, context)}</strong>${tail}</p>`;
    case 'code':
      // Reached from its row by Enter and Tab, and then scrolled by the arrows, as wide tables are.
      return html`<div class="code" part="code" dir="ltr">
        <pre><code tabindex="-1">${block.text}</code></pre>
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
      return html`<div class="table">
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

export function renderMarkedInline(node: MarkedInline, context: TextContext): TemplateResult {
  switch (node.kind) {
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
