import { aTimeout, expect, html, oneEvent } from '@open-wc/testing';
import '../../src/elements/chat-report/chat-report.js';
import type { ChatReport } from '../../src/elements/chat-report/chat-report.js';
import { allByRole, below, byRole, textOf } from '../support/find.js';
import { inPane } from '../support/pane.js';
import { still } from '../support/still.js';
import { ana, ben, signIn, useWorld, world } from '../support/world.js';
import { waitUntil } from '../support/wait.js';

let id: string;

async function shown(): Promise<ChatReport> {
  const report = await inPane<ChatReport>(
    ana,
    html`<chat-report .client=${ana} .messageId=${id}></chat-report>`,
  );
  void report.show();
  return report;
}
const labels = (report: Element) =>
  [...below(report.shadowRoot!)].filter((element): element is HTMLLabelElement =>
    element.matches('label.reason'),
  );
const reasons = (report: Element) => labels(report).map(textOf);

useWorld();
beforeEach(async () => {
  const management = world.host.manage();
  await management.request('reason.create', { id: 'glaze', name: 'Glaze secrets' }, 'reason');
  await management.request('reason.delete', { id: 'violence' }, 'no-reason');
  await signIn('ana', 'ben');
  ({ id } = await ben.messages.send({ guid: 'kiln' }, { text: 'Ash and iron, 1280 °C' }));
});

describe('chat-report', () => {
  it('offers the reasons of the app: known ones in the words of the language, others by name', async () => {
    const report = await shown();
    await waitUntil(() => reasons(report).includes('Glaze secrets'), 'no reason of the app');
    expect(reasons(report)).to.include.members(['Spam', 'Sexual content', 'Something else']);
    expect(reasons(report)).not.to.include('Violence');
    expect(reasons(report).at(-1), 'what fits no other').to.equal('Something else');
    await still();
    await expect(report).to.be.accessible();
  });

  it('reports with the chosen one, and the app reads it', async () => {
    const report = await shown();
    await waitUntil(() => reasons(report).includes('Glaze secrets'));
    const send = byRole(report, 'button', 'Report') as HTMLButtonElement;
    expect(send.disabled, 'without a reason').to.equal(true);
    labels(report)
      .find((label) => textOf(label) === 'Glaze secrets')
      ?.click();
    await waitUntil(() => !send.disabled);
    setTimeout(() => send.click());
    await oneEvent(report, 'reported');
    const { flags } = await world.host.manage().request('flag.list', {});
    expect(flags.map(({ messageId, uid, reason }) => [messageId, uid, reason])).to.deep.equal([
      [id, 'ana', 'glaze'],
    ]);
  });

  it('explains a reason where the app does', async () => {
    await world.host.manage().request('reason.create', {
      id: 'unsafe',
      name: 'Unsafe glaze',
      description: 'Lead, cadmium or barium without a warning',
    });
    const report = await shown();
    await waitUntil(() => reasons(report).some((text) => text.startsWith('Unsafe glaze')));
    expect(reasons(report)).to.include('Unsafe glaze Lead, cadmium or barium without a warning');
    await still();
    await expect(report).to.be.accessible();
  });

  it('says why the reasons did not come, and asks again', async () => {
    ana.line.refuse('flag.reasons', 'forbidden');
    const report = await shown();
    await waitUntil(() => allByRole(report, 'button', 'Try again').length > 0, 'no way out');
    expect(allByRole(report, 'alert').map(textOf).join('')).not.to.equal('');
    byRole(report, 'button', 'Try again').click();
    await waitUntil(() => reasons(report).includes('Spam'), 'no reasons');
    expect(allByRole(report, 'alert')).to.have.length(0);
  });

  it('an answer to an earlier report leaves what was opened since alone', async () => {
    const other = await ben.messages.send({ guid: 'kiln' }, { text: 'Tin and bone' });
    const report = await shown();
    const pick = async () => {
      await waitUntil(() => reasons(report).includes('Glaze secrets'));
      labels(report)
        .find((label) => textOf(label) === 'Glaze secrets')
        ?.click();
      await report.updateComplete;
    };
    await pick();
    let told = 0;
    report.addEventListener('reported', () => told++);
    const release = ana.line.hold('message.flag');
    byRole(report, 'button', 'Report').click();
    byRole(report, 'button', 'Cancel').click();
    report.messageId = other.id;
    await report.show();
    await pick();
    const send = byRole(report, 'button', 'Report') as HTMLButtonElement;
    expect(send.disabled, 'still busy with the earlier one').to.equal(false);
    release();
    await waitUntil(() => told > 0, 'not told');
    expect(allByRole(report, 'button', 'Report'), 'closed').to.have.length(1);
    send.click();
    await waitUntil(() => allByRole(report, 'button', 'Report').length === 0, 'still open');
    const { flags } = await world.host.manage().request('flag.list', {});
    expect(flags.map(({ messageId }) => messageId)).to.have.members([id, other.id]);
  });

  it('a refusal of an earlier report is not said of what was opened since', async () => {
    const report = await shown();
    await waitUntil(() => reasons(report).includes('Spam'));
    labels(report)[0]?.click();
    await report.updateComplete;
    ana.line.refuse('message.flag', 'forbidden');
    byRole(report, 'button', 'Report').click();
    void report.show();
    await aTimeout(300);
    expect(allByRole(report, 'alert')).to.have.length(0);
  });
});
