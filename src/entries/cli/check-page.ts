import {ChartError} from '../../errors/chart-error.js';
import {parseHost} from '../../tinybird/host.js';
import {ok, problem, type Check} from './check.js';
import {
  allowsOrigin,
  parsePolicies,
  policiesInHtml,
  type Policy,
} from './content-security-policy.js';
import {sendRequest, UnreachableError} from './send-request.js';

/** Which page is to show which pipe. */
export interface PageQuestion {
  readonly page: URL;
  readonly host: string;
  readonly pipe: string | null;
  /** Host of Clerk's Frontend API, where it is known. */
  readonly clerkHost: string | null;
  readonly allowedHosts: readonly string[];
  readonly fetch: typeof fetch;
}

/** An origin that a page has to be allowed. */
interface Wanted {
  readonly directive: 'connect-src' | 'script-src';
  readonly origin: string;
}

/** Looks at what lets a page send a token to the host: the element's rules, its policy, CORS. */
export async function checkPage(question: PageQuestion): Promise<readonly Check[]> {
  const rules = checkRules(question);
  try {
    return [rules, ...(await checkPolicy(question)), await checkCors(question)];
  } catch (error) {
    if (!(error instanceof UnreachableError)) throw error;
    return [rules, problem('page', 'failed', error.message, error.fix)];
  }
}

function checkRules({page, host, allowedHosts}: PageQuestion): Check {
  try {
    parseHost(host, {page, allowedHosts});
    return ok('page-host', `a page of ${page.origin} may send tokens to ${host}`);
  } catch (error) {
    if (!(error instanceof ChartError)) throw error;
    const fix = `Serve the page by https, and list the host if it is yours: configure({allowedHosts: ['${host}']}).`;
    return problem('page-host', 'failed', error.message, fix);
  }
}

async function checkPolicy({page, host, clerkHost, ...rest}: PageQuestion): Promise<Check[]> {
  const {status, headers, body} = await sendRequest(rest.fetch, page);
  if (status >= 300) {
    const fix = 'Give the address that shows the chart, after redirects and without sign-in.';
    return [problem('csp', 'unknown', `the page answers ${status}`, fix)];
  }
  const policies: readonly Policy[] = [
    ...parsePolicies(headers.get('content-security-policy') ?? ''),
    ...policiesInHtml(typeof body === 'string' ? body : ''),
  ];
  if (policies.length === 0) return [ok('csp', 'the page has no policy')];
  const wanted: readonly Wanted[] = [
    {directive: 'connect-src', origin: host},
    ...(clerkHost === null
      ? []
      : [
          {directive: 'connect-src' as const, origin: `https://${clerkHost}`},
          {directive: 'script-src' as const, origin: `https://${clerkHost}`},
        ]),
  ];
  const missing = wanted.filter(
    ({directive, origin}) => !allowsOrigin(policies, directive, origin, page.origin),
  );
  if (missing.length === 0) return [ok('csp', 'the policy allows what the chart needs')];
  return missing.map(({directive, origin}) =>
    problem(
      'csp',
      'failed',
      `${directive} does not allow ${origin}`,
      `Add ${origin} to ${directive}.`,
    ),
  );
}

async function checkCors({page, host, pipe, fetch: send}: PageQuestion): Promise<Check> {
  const url = new URL(`/v0/pipes/${pipe ?? 'any'}.json`, host);
  const {headers} = await sendRequest(send, url, {
    method: 'OPTIONS',
    headers: {
      origin: page.origin,
      'access-control-request-method': 'GET',
      'access-control-request-headers': 'authorization',
    },
  });
  const origin = headers.get('access-control-allow-origin');
  const allowed = headers.get('access-control-allow-headers') ?? '';
  // `*` does not stand for Authorization (Fetch standard, CORS-preflight fetch).
  const isHeader = /(^|,)\s*authorization\s*(,|$)/i.test(allowed);
  if ((origin === '*' || origin === page.origin) && isHeader) {
    return ok('cors', `${host} answers pages of ${page.origin}`);
  }
  const fix = 'Let the host answer with Access-Control-Allow-Origin and -Headers: authorization.';
  return problem('cors', 'failed', `${host} does not answer pages of ${page.origin}`, fix);
}
