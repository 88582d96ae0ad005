import {createTinybirdClient} from '../../../src/entries/client.js';
import type {ChartError} from '../../../src/errors/chart-error.js';
import {fakeFetch, type Route} from '../../support/fake-fetch.js';
import {FakeVisitor} from '../../support/fake-visitor.js';
import {until} from '../../support/until.js';

/** A client for a visitor on a fake network; its pipe is `sales`. */
export function setUpClient(answer: Route = () => undefined, settings: object = {}) {
  const visitor = new FakeVisitor();
  const network = fakeFetch({'/v0/pipes/sales.json': answer});
  const fetch = network.fetch as typeof globalThis.fetch;
  const client = createTinybirdClient({getToken: visitor.getToken, fetch, ...settings});
  const sent = async (number: number) => {
    const what = () => `request ${number} (${network.requests.length} were sent)`;
    await until(() => network.requests.length >= number, what);
    return network.requests[number - 1]!;
  };
  return {visitor, network, client, sent};
}

/** Makes the visitor somebody else, and the page forget who was there, as the way back does. */
export function restorePage(): void {
  window.dispatchEvent(new PageTransitionEvent('pagehide', {persisted: true}));
  window.dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}));
}

/** The error that `promise` rejects with. */
export const failure = async (promise: Promise<unknown>): Promise<ChartError> => {
  const outcome = await promise.then(
    () => new Error('There was no failure.'),
    (error: unknown) => error,
  );
  return outcome as ChartError;
};
