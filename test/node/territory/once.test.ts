import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import {once} from '../../../lib/territory/once.js';

describe('once', () => {
  it('loads once for all who ask at the same time and later', async () => {
    let loads = 0;
    const load = once(async () => ++loads);
    assert.deepEqual(await Promise.all([load(), load()]), [1, 1]);
    assert.equal(await load(), 1);
  });

  it('forgets a failure, so that asking again can succeed', async () => {
    let loads = 0;
    const load = once(async () => {
      loads++;
      if (loads === 1) throw new Error('offline');
      return loads;
    });
    await assert.rejects(load(), /offline/);
    assert.equal(await load(), 2);
  });
});
