import { expect, fixture, html } from '@open-wc/testing';
import { LitElement } from 'lit';
import { sharpen } from '../../src/lit/contrast.js';
import { controls } from '../../src/lit/controls.styles.js';
import { define } from '../../src/lit/define.js';
import { tokens } from '../../src/lit/tokens.styles.js';
import { withMoreContrast, withoutFinger } from '../support/finger.js';
import { press } from '../support/keyboard.js';

class ContrastProbe extends LitElement {
  static override styles = [tokens, controls];
  override render() {
    return html`<button class="button">Send</button><input class="field" aria-label="Name" />`;
  }
}
define('contrast-probe', ContrastProbe);

const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;

function luminanceOf(element: HTMLElement, token: string): number {
  element.style.color = `var(--_chat-color-${token})`;
  canvas.fillStyle = getComputedStyle(element).color;
  canvas.fillRect(0, 0, 1, 1);
  const [r = 0, g = 0, b = 0] = [...canvas.getImageData(0, 0, 1, 1).data].map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(element: HTMLElement, token: string, ground: string): number {
  const [one, other] = [luminanceOf(element, token), luminanceOf(element, ground)];
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}

describe('for who asks for more contrast (B122)', () => {
  before(sharpen);
  afterEach(withoutFinger);

  for (const scheme of ['light', 'dark']) {
    it(`words, lines and what can be pressed stand out, in ${scheme}`, async () => {
      const probe = await fixture<HTMLElement>(html`<contrast-probe></contrast-probe>`);
      probe.style.colorScheme = scheme;
      withMoreContrast();
      for (const ground of ['surface', 'raised', 'bubble', 'sunken', 'hover'])
        for (const token of ['text', 'muted', 'accent-text', 'danger'])
          expect(contrast(probe, token, ground), `${token} on ${ground}`).to.be.at.least(7);
      expect(contrast(probe, 'on-accent', 'accent'), 'on-accent').to.be.at.least(7);
      for (const ground of ['surface', 'raised', 'bubble'])
        expect(contrast(probe, 'line', ground), `line on ${ground}`).to.be.at.least(3.5);
      const field = probe.shadowRoot!.querySelector('.field')!;
      expect(getComputedStyle(field).borderColor).not.to.match(/, 0\)$|\/ 0\)$|transparent/);
    });
  }

  it('rings of the focus are wider, and what the page has chosen stays', async () => {
    const probe = await fixture<HTMLElement>(
      html`<contrast-probe style="--chat-color-muted: rgb(1, 2, 3)"></contrast-probe>`,
    );
    withMoreContrast();
    const button = probe.shadowRoot!.querySelector('button')!;
    probe.style.color = 'var(--_chat-color-muted)';
    expect(getComputedStyle(probe).color).to.equal('rgb(1, 2, 3)');
    await press('Tab');
    button.focus();
    expect(getComputedStyle(button).outlineWidth).to.equal('3px');
    withoutFinger();
    expect(getComputedStyle(button).outlineWidth).to.equal('2px');
  });
});
