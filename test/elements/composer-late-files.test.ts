import { expect, fixture, html } from '@open-wc/testing';
import '../../src/elements/chat-composer/chat-composer.js';
import { lateExtras } from '../../src/elements/chat-composer/late-extras.js';
import { lateWriting } from '../../src/elements/chat-composer-input/late-writing.js';
import { clipboardEvent } from '../support/clipboard.js';
import { allByRole } from '../support/find.js';
import { waitUntil } from '../support/wait.js';
import { ana, toBen, useWorld } from '../support/world.js';

useWorld('ana');

const textFile = (name: string) => new File(['clay'], name, { type: 'text/plain' });

function holding(name: string): DataTransfer {
  const data = new DataTransfer();
  data.items.add(textFile(name));
  return data;
}

/** First in its page: what takes files is not loaded yet. */
describe('a composer before what is loaded later', () => {
  it('keeps the files that are pasted, dropped or given to it (B64, B65)', async () => {
    const page = await fixture<HTMLElement>(html`
      <chat-provider .client=${ana}><chat-composer uid="ben"></chat-composer></chat-provider>
    `);
    const composer = page.querySelector('chat-composer')!;
    await waitUntil(() => allByRole(composer, 'textbox').length > 0, 'nowhere to write', 5);
    const area = allByRole(composer, 'textbox')[0]!;

    const pasted = clipboardEvent('paste', holding('pasted.txt'));
    area.dispatchEvent(pasted);
    expect(pasted.defaultPrevented, 'left to the browser').to.be.true;

    const over = { bubbles: true, cancelable: true, composed: true };
    const drags = ['dragover', 'drop'].map((name) => {
      const event = new DragEvent(name, over);
      // Firefox takes none from the constructor.
      Object.defineProperty(event, 'dataTransfer', { value: holding('dropped.txt') });
      composer.shadowRoot!.querySelector('[part=box]')!.dispatchEvent(event);
      return event.defaultPrevented;
    });
    expect(drags, 'left to the browser').to.deep.equal([true, true]);

    // A list that its owner goes on to change.
    const files = [textFile('given.txt')];
    composer.addFiles(files);
    files.length = 0;

    await Promise.all([lateExtras.load(), lateWriting.load()]);
    const names = () =>
      ana.drafts
        .$draft(toBen)
        .get()
        .files.map(({ file }) => file.name);
    await waitUntil(() => names().length >= 3, 'one is lost');
    expect(names()).to.deep.equal(['pasted.txt', 'dropped.txt', 'given.txt']);
  });
});
