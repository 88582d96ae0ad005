import {expect} from '@open-wc/testing';
import type {ChartErrorCode} from '../../src/errors/chart-error.js';
import {configure} from '../../src/elements/page-settings.js';
import type {ChartHarness} from '../support/chart-harness.js';
import {mountQuery} from '../support/query-chart.js';
import {until} from '../support/until.js';
import {OWN} from './walks/walk.js';
import {wrongRequests} from './walks/wrong-requests.js';
import {wrongSurroundings} from './walks/wrong-surroundings.js';
import {wrongTokens} from './walks/wrong-tokens.js';

/** Every wrong set-up that can be made without leaving one page: to its code and its causes. */
const walks = [...wrongTokens, ...wrongRequests, ...wrongSurroundings];

/** Where each code is walked: here, or where a real page, Clerk or ten minutes are needed. */
const PLACES: Record<
  ChartErrorCode,
  'here' | 'e2e/diagnosis-of-pages' | 'debug-diagnosis' | 'no panel'
> = {
  misconfigured: 'here',
  'host-not-allowed': 'here',
  'clerk-not-found': 'e2e/diagnosis-of-pages',
  'clerk-key-mismatch': 'e2e/diagnosis-of-pages',
  'jwt-template-missing': 'here',
  'jwt-claims': 'here',
  'signed-out': 'debug-diagnosis',
  'session-pending': 'debug-diagnosis',
  'no-organization': 'here',
  'tenant-mismatch': 'here',
  'token-unavailable': 'here',
  'token-rejected': 'here',
  'pipe-forbidden': 'debug-diagnosis',
  'pipe-not-found': 'here',
  'invalid-params': 'here',
  'rate-limited': 'here',
  'query-timeout': 'here',
  network: 'here',
  'csp-blocked': 'here',
  server: 'debug-diagnosis',
  'unexpected-response': 'here',
  column: 'here',
  // Thrown by a method at who called it; the chart has nothing wrong.
  'nothing-drawn': 'no panel',
};

describe('the way from a wrong set-up to its repair', () => {
  before(() => configure({allowedHosts: [OWN]}));

  for (const {name, setUp, code, causes, note} of walks) {
    it(`is shown for ${name}`, async () => {
      const {visitor, ...rest} = setUp();
      const {chart} = await mountQuery({debug: true, ...rest, ...(visitor && {visitor})});
      const wanted = plain(causes[0] ?? '');
      await until(
        () => chart.parts.includes('debug-step') && step(chart).includes(wanted),
        () => `"${wanted}", not ${chart.parts.includes('debug-step') && step(chart)}`,
      );

      const shown = [step(chart), ...list(chart, 'causes')];
      expect(shown).to.have.length(causes.length);
      causes.forEach((text, at) => expect(shown[at]).to.contain(plain(text)));
      expect(chart.element.error?.code ?? null).to.equal(code);
      const panel = chart.part('debug').textContent;
      if (code) expect(panel).to.contain(`README.md#${code}`);
      if (causes.length > 1) {
        expect(panel).to.contain('most likely');
        for (const cause of shown) expect(cause).to.match(/\b(Check|Compare|Open|Run|add) /);
      }
      if (note) expect(list(chart, 'notes').join()).to.contain(plain(note));
      expect(panel).not.to.match(/eyJ|signature/);
    });
  }

  it('is walked for every code', () => {
    const walked = new Set<string | null>(walks.map(({code}) => code));
    const here = Object.entries(PLACES).filter(([, place]) => place === 'here');

    expect(here.filter(([code]) => !walked.has(code))).to.deep.equal([]);
  });
});

function step(chart: ChartHarness): string {
  return chart.part('debug-step').textContent;
}

function list(chart: ChartHarness, name: string): string[] {
  return [...chart.part('debug').querySelectorAll(`.${name} li`)].map((item) => item.textContent);
}

/** As it is shown: code has a type of its own in place of backticks. */
function plain(text: string): string {
  return text.replaceAll('`', '');
}
