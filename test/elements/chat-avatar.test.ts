import { expect, fixture, html } from '@open-wc/testing';
import '../../src/elements/chat-avatar/chat-avatar.js';
import { hueOf, initials } from '../../src/elements/chat-avatar/initials.js';

describe('chat-avatar', () => {
  it('initials: two words give two letters, one word its first two, none nothing', () => {
    expect(initials('Ben Okafor')).to.equal('BO');
    expect(initials('Ana Maria Lopes')).to.equal('AM');
    expect(initials('noor')).to.equal('NO');
    expect(initials('  ')).to.equal('');
    expect(initials('Kiln & Makers')).to.equal('KM');
    expect(initials('&')).to.equal('&');
    expect(initials('[-Haza-]')).to.equal('HA');
    expect(initials('田中 優')).to.equal('田優');
    expect(initials('👩‍🚀 Sam')).to.equal('👩‍🚀S');
  });

  it('a name has one colour, the same each time', () => {
    expect(hueOf('Ben Okafor')).to.equal(hueOf('Ben Okafor'));
    expect(hueOf('Ben Okafor')).not.to.equal(hueOf('Lena Hartmann'));
  });

  it('falls back to initials when the picture does not load', async () => {
    const avatar = await fixture(
      html`<chat-avatar name="Ben Okafor" src="data:image/png,none"></chat-avatar>`,
    );
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(avatar.shadowRoot?.querySelector('img')).to.equal(null);
    expect(avatar.shadowRoot?.textContent.trim()).to.equal('BO');
  });

  it('shows who is online, and is accessible', async () => {
    const avatar = await fixture(html`<chat-avatar name="Ben" online></chat-avatar>`);
    expect(avatar.shadowRoot?.querySelector('[part=status]')).to.exist;
    await expect(avatar).to.be.accessible();
  });
});
