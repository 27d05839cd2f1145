import { expect } from '@open-wc/testing';
import { createSimulatedHost } from '../../../src/backends/simulated/simulated.js';
import { ChatError } from '../../../src/protocol/errors.js';
import { withhold } from '../../support/withhold.js';

withhold('backends/simulated/people/bots');

/** First in its page. */
describe('a world whose people cannot be loaded', () => {
  it('says so to whoever signs in, and raises nothing beside that', async () => {
    const unheard: unknown[] = [];
    const note = ({ reason }: PromiseRejectionEvent) => unheard.push(reason);
    addEventListener('unhandledrejection', note);
    try {
      const host = createSimulatedHost({ storage: 'memory', seeded: true, people: true });
      const signIn = host.backend().signIn({ uid: 'ana', authKey: host.app.authKey });
      expect(await signIn.catch(ChatError.from)).to.include({ code: 'unknown' });
      expect(unheard).to.deep.equal([]);
    } finally {
      removeEventListener('unhandledrejection', note);
    }
  });
});
