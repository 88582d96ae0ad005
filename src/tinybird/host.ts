import {ConfigurationError, HostNotAllowedError} from '../errors/configuration-error.js';

/** API address of the region that Tinybird answers from when none is named (GCP europe-west3). */
export const DEFAULT_HOST = 'https://api.tinybird.co';

/** What decides where a token may go. */
export interface HostRules {
  /** Origins listed by the page's own code, never by markup. @default none */
  readonly allowedHosts?: readonly string[];
  /** The page's address. @default location */
  readonly page?: {readonly origin: string; readonly protocol: string; readonly hostname: string};
}

/**
 * Reads the `host` attribute and returns its origin; a path or trailing slash is dropped. Allowed
 * are `https://*.tinybird.co`, the page's own origin, loopback from a loopback page, and the
 * origins in `allowedHosts`.
 *
 * @throws {ConfigurationError} when the text is no usable address.
 * @throws {HostNotAllowedError} when a token must not go there.
 */
export function parseHost(text: string, rules: HostRules = {}): string {
  const {allowedHosts = [], page = location} = rules;
  const url = parseUrl(text);
  const {hostname, origin} = url;
  const isLocal = isLoopback(hostname);
  if (page.protocol === 'https:' && url.protocol === 'http:' && !isLocal) {
    throw new ConfigurationError(`\`host\` is ${origin}: an https page cannot call http.`);
  }
  const api = uiHostToApi(hostname);
  if (api) {
    throw new ConfigurationError(
      `\`host\` is ${origin}, Tinybird's user interface. Use the API address, ${api}.`,
    );
  }
  const isAllowed =
    (url.protocol === 'https:' && hostname.endsWith('.tinybird.co') && url.port === '') ||
    origin === page.origin ||
    (isLocal && isLoopback(page.hostname)) ||
    allowedHosts.some((allowed) => toOrigin(allowed) === origin);
  if (isAllowed) return origin;
  throw new HostNotAllowedError(
    `\`host\` is ${origin}, where tokens are not sent by default. ` +
      `If it is yours, list it: configure({allowedHosts: ['${origin}']}).`,
  );
}

/** Tells whether a hostname always means the visitor's own machine. */
export function isLoopback(hostname: string): boolean {
  // localhost, chart.localhost, 127.0.0.1, [::1]
  return /^((.+\.)?localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
}

function parseUrl(text: string): URL {
  const wanted = `Expected an API address such as ${DEFAULT_HOST}`;
  let url: URL;
  try {
    url = new URL(text.trim());
  } catch {
    throw new ConfigurationError(`\`host\` is not a URL. ${withScheme(text) ?? wanted}.`);
  }
  if (url.username || url.password) {
    throw new ConfigurationError('`host` must not hold credentials.');
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    throw new ConfigurationError(
      `\`host\` starts with ${url.protocol}. ${withScheme(text) ?? wanted}.`,
    );
  }
  return url;
}

/** `api.us-east.aws.tinybird.co`, `localhost:7181`: the sentence that completes them; else null. */
function withScheme(text: string): string | null {
  const isHost = /^[a-z\d-]+(\.[a-z\d-]+)*(:\d+)?\/*$/i.test(text.trim());
  if (!isHost || !/[.:]/.test(text)) return null;
  const scheme = isLoopback(text.trim().replace(/[:/].*$/, '')) ? 'http' : 'https';
  return `Write ${scheme}://${text.trim()}`;
}

function toOrigin(text: string): string | null {
  try {
    return new URL(text).origin;
  } catch {
    return null;
  }
}

/** `ui.us-east.aws.tinybird.co` → `https://api.us-east.aws.tinybird.co`; null for other hosts. */
function uiHostToApi(hostname: string): string | null {
  const match = /^(?:app|ui|cloud)\.((?:.+\.)?tinybird\.co)$/.exec(hostname);
  return match ? `https://api.${match[1]}` : null;
}
