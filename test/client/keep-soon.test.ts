import { expect } from '@open-wc/testing';
import { createKeepSoon } from '../../src/client/acts/keep/keep-soon.js';
import type { Command } from '../../src/client/command.js';
import { createEnvironment } from '../../src/client/environment.js';
import { createMemoryKeep } from '../../src/client/acts/keep/keep-nothing.js';
import type { Sign } from '../../src/client/page.js';
import { waitUntil } from '../support/wait.js';

describe('what is sent is kept', () => {
  function begin() {
    let sign: (sign: Sign) => void = () => undefined;
    const closers: (() => void)[] = [];
    const page = {
      isVisible: () => true,
      onSign: (run: typeof sign) => ((sign = run), () => undefined),
    };
    const keep = createMemoryKeep();
    const soon = createKeepSoon({
      keep,
      environment: createEnvironment({ page }),
      me: () => 'ana',
      onSession: () => () => undefined,
      onClose: (listener) => void closers.push(listener),
    });
    const kept = () => {
      let ids: readonly string[] = [];
      void keep.adopt('ana', (commands) => void (ids = commands.map(({ id }) => id)));
      return ids.join(' ');
    };
    const leave = () => sign('hidden');
    return { soon, kept, leave, close: () => closers.forEach((run) => run()) };
  }
  const command = (id: string) => ({ id, name: 'message.send' }) as Command;

  it('unless it is confirmed at once', async () => {
    const { soon, kept } = begin();
    soon.storeSoon(command('a'));
    soon.storeSoon(command('b'));
    soon.drop('a');
    await waitUntil(() => kept() !== '');
    expect(kept()).to.equal('b');
    soon.drop('b');
    expect(kept()).to.equal('');
  });

  it('without waiting when the page is left, the client ends, or it has changed', () => {
    const { soon, kept, leave, close } = begin();
    soon.storeSoon(command('a'));
    leave();
    expect(kept()).to.equal('a');
    soon.storeSoon(command('b'));
    close();
    expect(kept()).to.equal('a b');
    soon.storeSoon(command('c'));
    soon.store(command('c'));
    expect(kept()).to.equal('a b c');
    soon.drop('c');
    expect(kept()).to.equal('a b');
  });
});
