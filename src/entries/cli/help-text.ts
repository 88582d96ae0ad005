/** What `--help` prints. */
export const HELP_TEXT = `tinybird-chart: sets up, and checks, what <tinybird-chart> needs of Tinybird and Clerk.

  npx tinybird-chart init      asks, or takes flags: makes the JWT template, prints the tag
  npx tinybird-chart doctor    checks a set-up that is there, and names what fixes it

Both
  --host URL             API address of the workspace's region
  --pipe NAME            endpoint to draw; again for more
  --tenant-param NAME    parameter of the pipes that keeps tenants apart, such as org
  --all-rows             the pipes have none: everybody may read all rows
  --param NAME=VALUE     other parameters that the pipes need to answer; again for more
  --template NAME        Clerk's JWT template (tinybird)
  --publishable-key KEY  Clerk's pk_…; also CLERK_PUBLISHABLE_KEY
  --allow-host ORIGIN    address of a Tinybird of your own, which is given the token
  --clerk-api URL        Clerk's Backend API (https://api.clerk.com)

init
  --tenant WHAT          what fills it: org-slug, org-id or user-id (org-slug)
  --rps N                requests a second for each visitor (10)
  --lifetime SECONDS     how long a token works (300)
  --framework NAME       html, react, next, vue, nuxt, svelte, sveltekit, astro or angular
                         (what package.json names, else html)
  --dry-run              shows what would be written, and writes nothing
  --yes                  asks nothing; --update lets it change a template that is there

doctor
  --page URL             checks the page's policy (CSP) and CORS for it
  --session ID           proves the signing key with a token of this session (sess_…)
  --json                 one JSON object instead of lines

Secrets come from the environment, else from a hidden prompt, and are never printed or stored:
  TINYBIRD_TOKEN (or TB_TOKEN)  the workspace admin token
  CLERK_SECRET_KEY              sk_…; without it init prints a template to paste

Exit codes: 0 as asked, 1 something is wrong, 2 the command line is, 130 called off.
`;
