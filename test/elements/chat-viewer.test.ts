import { expect } from '@open-wc/testing';
import '../../src/elements/chat-messages/chat-messages.js';
import { press } from '../support/composer.js';
import { allByRole, byRole, textOf } from '../support/find.js';
import { openList, view } from '../support/messages.js';
import { still } from '../support/still.js';
import { waitUntil } from '../support/wait.js';
import { ben, toAna, toBen, useWorld } from '../support/world.js';

useWorld('ana', 'ben');

describe('chat-viewer', () => {
  it('opens pictures in a viewer and returns to the thumbnail (B90)', async () => {
    const file = new File(
      ['<svg xmlns="http://www.w3.org/2000/svg" width="8" height="4"/>'],
      'a.svg',
      {
        type: 'image/svg+xml',
      },
    );
    await ben.messages.send(toAna, { files: [{ id: 'f', file, alt: 'A bowl' }] });
    await openList(toBen);
    await waitUntil(() => allByRole(view.list, 'button', 'Open picture: A bowl').length > 0);
    const thumbnail = byRole(view.list, 'button', 'Open picture: A bowl');
    thumbnail.focus();
    thumbnail.click();
    await waitUntil(() => view.list.shadowRoot!.querySelector('chat-viewer')?.open, 'no viewer');
    const viewer = view.list.shadowRoot!.querySelector('chat-viewer')!;
    expect(viewer.renderRoot.querySelector('img')!.alt).to.equal('A bowl');
    await still();
    const ground = getComputedStyle(viewer.renderRoot.querySelector('dialog')!).backgroundColor;
    expect(ground, 'the page shows through').not.to.match(/[/,]\s*0?\.\d+\)$|transparent/);
    await expect(viewer).to.be.accessible();
    await press('Escape');
    await waitUntil(() => !viewer.open);
    expect(view.list.shadowRoot!.activeElement).to.equal(thumbnail);
  });

  it('is above the page as before where the list is moved while it is open (B115)', async () => {
    const drawn = '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="4"/>';
    const file = new File([drawn], 'a.svg', { type: 'image/svg+xml' });
    await ben.messages.send(toAna, { files: [{ id: 'f', file, alt: 'A bowl' }] });
    await openList(toBen);
    await waitUntil(() => allByRole(view.list, 'button', 'Open picture: A bowl').length > 0);
    byRole(view.list, 'button', 'Open picture: A bowl').click();
    await waitUntil(() => view.list.shadowRoot!.querySelector('chat-viewer')?.open, 'no viewer');
    const viewer = view.list.shadowRoot!.querySelector('chat-viewer')!;
    view.list.parentElement!.append(view.list);
    expect(viewer.renderRoot.querySelector('dialog')!.matches(':modal')).to.be.true;
    await press('Escape');
    await waitUntil(() => !viewer.open, 'it stays');
  });

  it('leads through pictures by keys and around in a large one; the focus stays at either end (B90, B120)', async () => {
    const drawn = '<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="1200"/>';
    const files = ['One', 'Two'].map((alt) => ({
      id: alt,
      file: new File([drawn], `${alt}.svg`, { type: 'image/svg+xml' }),
      alt,
    }));
    await ben.messages.send(toAna, { files });
    await openList(toBen);
    await waitUntil(() => allByRole(view.list, 'button', 'Open picture: One').length > 0);
    byRole(view.list, 'button', 'Open picture: One').click();
    await waitUntil(() => view.list.shadowRoot!.querySelector('chat-viewer')?.open, 'no viewer');
    const { renderRoot } = view.list.shadowRoot!.querySelector('chat-viewer')!;
    const picture = renderRoot.querySelector('img')!;
    const focused = () => (renderRoot as ShadowRoot).activeElement?.ariaLabel ?? 'nothing';
    byRole(renderRoot, 'button', 'Next').focus();
    await press('Enter');
    await waitUntil(() => picture.alt === 'Two', picture.alt);
    expect(textOf(renderRoot.querySelector('.count'))).to.equal('2 of 2');
    expect(focused()).to.equal('Next');
    await press('Enter');
    expect(renderRoot.querySelector('.zoomed') === null, 'zoomed by what leads nowhere').to.be.true;
    await press('+');
    const stage = renderRoot.querySelector('.stage')!;
    await waitUntil(
      () => stage.scrollWidth > stage.clientWidth && stage.scrollHeight > stage.clientHeight,
    );
    await press('ArrowRight');
    await press('ArrowDown');
    await waitUntil(() => stage.scrollLeft > 0 && stage.scrollTop > 0, 'it has not moved');
    expect(picture.alt).to.equal('Two');
    await press('-');
    await press('ArrowLeft');
    await waitUntil(() => picture.alt === 'One', picture.alt);
    expect(renderRoot.querySelector('header, footer') === null, 'landmarks of a page').to.be.true;
  });
});
