import {expect} from '@open-wc/testing';
import type {PaceFigures} from '../../src/tinybird/pace-bucket.js';
import {rateLimitCauses} from '../../src/tinybird/rate-limit-causes.js';
import {claims} from '../support/fake-token-source.js';

const MINUTE_MS = 60_000;

function paceOf(refusedForMs: number): PaceFigures {
  return {requestsPerSecond: 10, allowance: 1, pauseLeftMs: 0, refusedForMs};
}

describe('rateLimitCauses', () => {
  it('name the daily quota first after ten minutes of nothing but refusals', () => {
    const [first] = rateLimitCauses(paceOf(12 * MINUTE_MS), null);

    expect(first).to.contain('12 minutes').and.contain('daily quota');
  });

  it('do not name it before', () => {
    expect(rateLimitCauses(paceOf(9 * MINUTE_MS), null).join()).not.to.contain('quota');
  });

  it('name a `name` that all visitors share', () => {
    const shared = {...claims(), name: 'frontend_jwt', subject: 'user_ann'};

    expect(rateLimitCauses(paceOf(0), shared)[0]).to.contain('"frontend_jwt"');
  });

  it('do not blame a `name` with the user in it', () => {
    const own = {...claims(), name: 'frontend_jwt_user_ann', subject: 'user_ann'};

    expect(rateLimitCauses(paceOf(0), own).join()).not.to.contain('{{user.id}}');
  });

  it('propose a limit where the token has none', () => {
    const unlimited = {...claims(), requestsPerSecond: null};

    expect(rateLimitCauses(null, unlimited).at(-1)).to.contain('Set `limits.rps`');
  });

  it('are three at most', () => {
    const shared = {...claims(), name: 'frontend_jwt', subject: 'user_ann'};

    expect(rateLimitCauses(paceOf(11 * MINUTE_MS), shared)).to.have.length(3);
  });
});
