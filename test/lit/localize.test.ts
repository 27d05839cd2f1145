import { expect, fixture, html } from '@open-wc/testing';
import { LitElement, type TemplateResult } from 'lit';
import { addLocale, Localize, type Terms } from '../../src/lit/localize.js';

class Said extends LitElement {
  readonly localize = new Localize(this);
  override render(): TemplateResult {
    return html`${this.localize.term('search')}`;
  }
}
customElements.define('test-said', Said);

class Around extends LitElement {
  override render(): TemplateResult {
    return html`<p><test-said></test-said></p>`;
  }
}
customElements.define('test-around', Around);

addLocale({ $code: 'eo', $name: 'Esperanto', $dir: 'ltr', search: 'Serĉi' } as Terms);

describe('Localize', () => {
  it('says in English what a language does not, also the words that come later', async () => {
    const said = await fixture<Said>(html`<test-said lang="eo-XX"></test-said>`);
    expect(said.localize.term('search')).to.equal('Serĉi');
    expect(said.localize.term('you')).to.equal('You');
    await import('../../src/locales/en-later.js');
    expect(said.localize.term('profile')).to.equal('Your profile');
    for (const english of ['en', 'not a language']) {
      said.lang = english;
      await said.updateComplete;
      expect(said.localize.term('search'), english).to.equal('Search');
    }
  });

  it('follows the language and direction of what an element stands in, also around its shadow', async () => {
    const page = await fixture<HTMLElement>(
      html`<div lang="eo" dir="rtl"><test-around></test-around></div>`,
    );
    const around = page.querySelector<Around>('test-around')!;
    const said = around.renderRoot.querySelector<Said>('test-said')!;
    await said.updateComplete;
    expect(said.renderRoot.textContent).to.equal('Serĉi');
    expect(said.localize.dir()).to.equal('rtl');

    page.lang = 'en';
    page.dir = 'ltr';
    await Promise.resolve();
    await said.updateComplete;
    expect(said.renderRoot.textContent).to.equal('Search');
    expect(said.localize.dir()).to.equal('ltr');

    around.lang = 'eo';
    await Promise.resolve();
    await said.updateComplete;
    expect(said.renderRoot.textContent).to.equal('Serĉi');

    page.append(said);
    await said.updateComplete;
    expect(said.renderRoot.textContent, 'moved').to.equal('Search');
  });
});
