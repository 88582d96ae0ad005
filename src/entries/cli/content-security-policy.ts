/** Directives of one policy, by lower-case name; the first of a name counts (CSP Level 3, 2.2.1). */
export type Policy = ReadonlyMap<string, readonly string[]>;

/** Reads the value of a `Content-Security-Policy` header or meta tag, which may hold several. */
export function parsePolicies(header: string): readonly Policy[] {
  return header
    .split(',')
    .map((policy) => {
      const directives = new Map<string, readonly string[]>();
      for (const directive of policy.split(';')) {
        const [name = '', ...sources] = directive.trim().split(/\s+/);
        if (name && !directives.has(name.toLowerCase())) {
          directives.set(name.toLowerCase(), sources);
        }
      }
      return directives;
    })
    .filter(({size}) => size > 0);
}

/** Policies in the meta tags of a document. */
export function policiesInHtml(html: string): readonly Policy[] {
  const tags = html.match(/<meta\b[^>]*>/gi) ?? [];
  return tags
    .filter((tag) => /http-equiv\s*=\s*["']?content-security-policy["'\s/>]/i.test(tag))
    .flatMap((tag) => {
      const [, , content] = /\bcontent\s*=\s*(["'])(.*?)\1/is.exec(tag) ?? [];
      return content === undefined ? [] : parsePolicies(content.replaceAll('&#39;', "'"));
    });
}

/** Tells whether every policy lets a page of `self` load from `origin` under a directive. */
export function allowsOrigin(
  policies: readonly Policy[],
  directive: 'connect-src' | 'script-src',
  origin: string,
  self: string,
): boolean {
  return policies.every((policy) => {
    const sources = policy.get(directive) ?? policy.get('default-src');
    return !sources || sources.some((source) => matches(source, new URL(origin), new URL(self)));
  });
}

function matches(source: string, target: URL, self: URL): boolean {
  const text = source.toLowerCase();
  if (text === "'self'") return target.origin === self.origin;
  if (text === '*') return /^(https?|wss?):$/.test(target.protocol);
  // `https:`
  if (/^[a-z][a-z\d+.-]*:$/.test(text)) return isScheme(text, target.protocol);
  // `https://*.tinybird.co:443/v0/`
  const [, scheme, host = '', port] =
    /^(?:([a-z][a-z\d+.-]*:)\/\/)?([a-z\d*.[\]:-]*?)(?::(\d+|\*))?(?:\/.*)?$/.exec(text) ?? [];
  if (host === '') return false;
  const isHost = host.startsWith('*.')
    ? target.hostname.endsWith(host.slice(1))
    : host === target.hostname;
  return isHost && isScheme(scheme ?? self.protocol, target.protocol) && isPort(port, target);
}

/** What allows `http:` allows `https:`, too. */
function isScheme(allowed: string, protocol: string): boolean {
  return allowed === protocol || (allowed === 'http:' && protocol === 'https:');
}

function isPort(allowed: string | undefined, {port, protocol}: URL): boolean {
  const usual = protocol === 'https:' ? '443' : '80';
  return allowed === '*' || (allowed ?? usual) === (port || usual);
}
