import { expect, html } from '@open-wc/testing';
import '../../src/elements/chat-composer/chat-composer.js';
import '../../src/elements/chat-header/chat-header.js';
import { inPane } from '../support/pane.js';
import { ana, useWorld } from '../support/world.js';
import { waitUntil } from '../support/wait.js';

useWorld('ana');

/** As many style sheets begin. */
function reset(): () => void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    '*, ::before, ::after { margin: 0; padding: 0; border: 0; box-sizing: border-box }',
  );
  document.adoptedStyleSheets.push(sheet);
  return () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
  };
}

describe('in a page that resets all margins, paddings and borders', () => {
  for (const tag of ['chat-composer', 'chat-header'] as const) {
    it(`${tag} is as high, and what is in it stands where it would`, async () => {
      const box = await inPane<HTMLElement>(
        ana,
        html`<div>
          ${tag === 'chat-header' ? html`<chat-header uid="ben"></chat-header>` : html`<chat-composer uid="ben"></chat-composer>`}
        </div>`,
      );
      const element = box.querySelector(tag)!;
      const inside = () => element.shadowRoot?.querySelector('button');
      await waitUntil(() => inside(), 'not drawn');
      const look = () => {
        const { width, height, left } = element.getBoundingClientRect();
        return [width, height, inside()!.getBoundingClientRect().left - left];
      };
      const before = look();
      const undo = reset();
      try {
        expect(look()).to.deep.equal(before);
      } finally {
        undo();
      }
    });
  }
});
