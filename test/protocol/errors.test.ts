import { expect } from '@open-wc/testing';
import { ChatError } from '../../src/protocol/errors.js';

describe('ChatError', () => {
  it('crosses a wire as plain data and comes back the same', () => {
    const error = new ChatError('wrong-password', 'Wrong password for "kiln".', {
      detail: 'ERR_WRONG_GROUP_PASS',
    });
    const back = ChatError.from(structuredClone(error.toJSON()));
    expect(back).to.be.instanceOf(ChatError);
    expect(back.toJSON()).to.deep.equal(error.toJSON());
  });

  it('made before a server is asked it has the domain’s own code, too', () => {
    expect(new ChatError('offline', '').detail).to.equal('NO_INTERNET_CONNECTION');
    expect(new ChatError('unauthenticated', '').detail).to.equal('USER_NOT_LOGGED_IN');
    expect(new ChatError('unauthenticated', '', { detail: 'ERR_NO_AUTH' }).detail).to.equal(
      'ERR_NO_AUTH',
    );
  });

  it('C5: says which may be sent again by itself', () => {
    expect(new ChatError('timeout', '').retryable).to.equal(true);
    expect(new ChatError('forbidden', '').retryable).to.equal(false);
  });

  it('whatever was thrown becomes one', () => {
    expect(ChatError.from(new Error('boom'))).to.include({ code: 'unknown', message: 'boom' });
    expect(ChatError.from('odd').code).to.equal('unknown');
    expect(ChatError.from({ code: 'no-such-code', message: 'x' }).code).to.equal('unknown');
  });
});
