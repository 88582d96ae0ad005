import type {ChartError} from '../errors/chart-error.js';
import {isLoopback} from './host.js';
import type {PipeRequest} from './pipe-request.js';
import {REGION_HOSTS} from './regions.js';

/**
 * Returns why a request may have got no answer, the likeliest first. Browsers tell pages no more
 * than that it failed; the page's policy and a missing network are told apart before.
 */
export function networkCauses(error: ChartError, {host}: PipeRequest): readonly string[] {
  // Parts of this package and Clerk say themselves what is missing.
  if (error.pipe === null) return error.causes;
  const {hostname} = new URL(host);
  if (isLoopback(hostname)) {
    return [
      `Nothing listens at ${host}. Check that the local server runs.`,
      'The server does not allow this page by CORS. Check for such a line in the console.',
    ];
  }
  const blocker =
    'A content blocker stops it. Check in a window without extensions, or for ERR_BLOCKED_BY_CLIENT in the console.';
  const network = `The network does not let it through. Open ${host} in a tab: any answer means that it does.`;
  if (REGION_HOSTS.includes(host)) return [blocker, network];
  if (hostname.endsWith('.tinybird.co')) {
    return [
      `The host may not exist. Compare it with the known regions: ${REGION_HOSTS.join(', ')}.`,
      blocker,
      network,
    ];
  }
  return [
    'The host does not allow this page by CORS. Check for such a line in the console; it has to allow the header Authorization.',
    network,
    blocker,
  ];
}
