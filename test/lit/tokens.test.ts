import { expect, fixture, html } from '@open-wc/testing';
import { LitElement } from 'lit';
import { define } from '../../src/lit/define.js';
import { tokens } from '../../src/lit/tokens.styles.js';

class TokensProbe extends LitElement {
  static override styles = tokens;
}
define('tokens-probe', TokensProbe);

/** Of a colour that a token has in there. */
function hueOf(element: Element, token: string): number {
  (element as HTMLElement).style.color = `var(--_chat-color-${token})`;
  const [, hue] = /^oklch\(\S+ 0\.\d+ ([\d.]+)\)$/.exec(getComputedStyle(element).color) ?? [];
  return Math.round(Number(hue));
}

describe('tokens', () => {
  it('of the accent have its hue, whatever the page has made that', async () => {
    const probe = await fixture(html`<tokens-probe></tokens-probe>`);
    for (const hue of [150, 30]) {
      probe.setAttribute('style', `--chat-color-accent: oklch(0.55 0.12 ${hue})`);
      for (const token of ['accent', 'accent-soft', 'accent-text'])
        expect(hueOf(probe, token), token).to.equal(hue);
    }
  });
});
