import type {HostedAnswer} from './page-host.js';
import type {TestStack} from './test-stack.js';

/** A chart that everyone may see, so that pages need no Clerk. */
export const PUBLIC_CHART =
  '<tinybird-chart pipe="public_activity" loading="eager"></tinybird-chart>';

/** The settings that it needs, as attributes of a script tag or, without a prefix, of its own. */
export function publicAttributes({description}: TestStack, prefix = 'data-'): string {
  const {host, publicToken} = description.tinybird;
  return `${prefix}host="${host}" ${prefix}token="${String(publicToken)}" ${prefix}type="bar"`;
}

/** A script tag with them. */
export function publicScript(stack: TestStack, src = '/tinybird-chart.js', more = ''): string {
  return `<script type="module" src="${src}" ${publicAttributes(stack)} ${more}></script>`;
}

/** Writes a document that asks for no icon. */
export function htmlDocument(
  head: string,
  body: string,
  headers: Readonly<Record<string, string>> = {},
): HostedAnswer {
  return {
    headers: {'content-type': 'text/html; charset=utf-8', ...headers},
    body: `<!doctype html><html lang="en"><head><meta charset="utf-8" /><title>Test page</title>
      <link rel="icon" href="data:," />${head}</head><body>${body}</body></html>`,
  };
}
