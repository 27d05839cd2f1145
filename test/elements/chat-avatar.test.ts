import { expect, fixture, html } from '@open-wc/testing';
import '../../src/elements/chat-avatar/chat-avatar.js';
import type { ChatAvatar } from '../../src/elements/chat-avatar/chat-avatar.js';
import { hueOf, initials } from '../../src/elements/chat-avatar/initials.js';
import { waitUntil } from '../support/wait.js';

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
    const picture = avatar.shadowRoot!.querySelector('img')!;
    await waitUntil(() => getComputedStyle(picture).display === 'none', 'the picture stays');
    const initials = avatar.shadowRoot!.querySelector<HTMLElement>('.initials')!;
    expect(initials.textContent).to.equal('BO');
    expect(initials.checkVisibility()).to.equal(true);
  });

  it('shows the picture instead of initials, also after one that did not load', async () => {
    const avatar = await fixture<ChatAvatar>(
      html`<chat-avatar name="Ben Okafor" src="data:image/png,none"></chat-avatar>`,
    );
    const picture = avatar.shadowRoot!.querySelector('img')!;
    await waitUntil(() => picture.hidden, 'the picture stays');
    avatar.src =
      'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>';
    await waitUntil(() => picture.checkVisibility(), 'no picture');
    expect(avatar.shadowRoot!.querySelector('.initials')!.checkVisibility()).to.equal(false);
  });

  it('shows who is online, and is accessible', async () => {
    const avatar = await fixture(html`<chat-avatar name="Ben" online></chat-avatar>`);
    expect(avatar.shadowRoot?.querySelector('[part=status]')).to.exist;
    await expect(avatar).to.be.accessible();
  });
});
