import { expect } from '@open-wc/testing';
import { LitElement } from 'lit';
import { addLocale, Localize, type Terms } from '../../src/lit/localize.js';

class Said extends LitElement {
  readonly localize = new Localize(this);
}
customElements.define('test-said', Said);

describe('Localize', () => {
  it('says in English what a language does not, also the words that come later', async () => {
    const said = new Said();
    said.lang = 'eo-XX';
    addLocale({ $code: 'eo', $name: 'Esperanto', $dir: 'ltr', search: 'Serĉi' } as Terms);
    expect(said.localize.term('search')).to.equal('Serĉi');
    expect(said.localize.term('you')).to.equal('You');
    await import('../../src/locales/en-later.js');
    expect(said.localize.term('profile')).to.equal('Your profile');
    said.lang = 'en';
    expect(said.localize.term('search')).to.equal('Search');
    said.lang = 'not a language';
    expect(said.localize.term('search')).to.equal('Search');
  });
});
