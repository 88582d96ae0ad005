import {HostNotAllowedError} from '../../errors/configuration-error.js';
import {ChartError} from '../../errors/chart-error.js';
import {systemClock} from '../../lib/clock.js';
import {parseHost} from '../../tinybird/host.js';
import {REGION_HOSTS} from '../../tinybird/regions.js';
import {CliError} from './cli-error.js';
import {ok, problem, type Check} from './check.js';
import {sendRequest, UnreachableError} from './send-request.js';
import {readStaticToken} from './static-token.js';
import {fetchRegions, fetchWorkspace, type TinybirdAccess, type Workspace} from './tinybird-api.js';

/** A clock that is further off than this makes tokens of a minute fail. */
const SKEW_LIMIT_MS = 20_000;

/** Loopback counts as for a page of this machine. */
const THIS_MACHINE = {origin: 'null', protocol: 'http:', hostname: 'localhost'};

/** Reads `--host` by the rules of the element. @throws {CliError} saying what is wrong with it. */
export function readHost(text: string, allowedHosts: readonly string[] = []): string {
  try {
    return parseHost(text, {allowedHosts, page: THIS_MACHINE});
  } catch (error) {
    if (error instanceof HostNotAllowedError) {
      const message = `--host is not an address of Tinybird. If it is yours, add --allow-host with its origin.`;
      throw new CliError(message, 2, {cause: error});
    }
    if (error instanceof ChartError) throw new CliError(error.message, 2, {cause: error});
    throw error;
  }
}

/** Asks the host for anything, and compares its clock with this machine's. */
export async function checkHost(host: string, send: typeof fetch): Promise<readonly Check[]> {
  try {
    const {headers, status} = await sendRequest(send, new URL('/v0/regions', host));
    if (status >= 500) {
      return [problem('host', 'failed', `${host} answers ${status}`, 'Try again in a while.')];
    }
    return [ok('host', `${host} answers`), ...checkClock(headers.get('date'))];
  } catch (error) {
    if (!(error instanceof UnreachableError)) throw error;
    const known = `Regions: ${REGION_HOSTS.join(', ')}.`;
    return [problem('host', 'failed', error.message, `${error.fix} ${known}`)];
  }
}

function checkClock(date: string | null): Check[] {
  const aheadMs = systemClock.now() - Date.parse(date ?? '');
  if (Number.isNaN(aheadMs) || Math.abs(aheadMs) < SKEW_LIMIT_MS) return [];
  const seconds = Math.round(Math.abs(aheadMs) / 1000);
  const finding = `this machine's clock is ${seconds} s ${aheadMs > 0 ? 'ahead' : 'behind'}`;
  return [problem('clock', 'warning', finding, 'Set it: tokens are dated by clocks.')];
}

/** Asks whose token it is; with a refusal, which region the token says it is of. */
export async function checkToken(
  access: TinybirdAccess,
): Promise<{readonly check: Check; readonly workspace: Workspace | null}> {
  const facts = readStaticToken(access.token);
  if (!facts) {
    const fix = 'Give the workspace admin token, which begins with p.eyJ.';
    return {
      check: problem('token', 'failed', "it is none of Tinybird's own", fix),
      workspace: null,
    };
  }
  const answer = await fetchWorkspace(access);
  if (typeof answer !== 'number') {
    const finding = `it opens the workspace "${answer.name}" (${answer.id})`;
    return {check: ok('token', finding), workspace: answer};
  }
  if (answer === 404 && facts.ownerId !== null) {
    const finding = `the host does not describe workspaces; by the token it is ${facts.ownerId}`;
    return {check: ok('token', finding), workspace: {id: facts.ownerId, name: ''}};
  }
  const regions = await fetchRegions(access.fetch, access.host);
  const own = regions.find(({key}) => key !== null && key === facts.region);
  const [finding, fix] =
    own && own.host !== access.host
      ? [`it is of the region ${facts.region}, not of ${access.host}`, `Use --host ${own.host}`]
      : [
          `${access.host} refuses it (${answer})`,
          `Copy the workspace admin token again, and compare --host with the workspace settings. Regions: ${REGION_HOSTS.join(', ')}.`,
        ];
  return {check: problem('token', 'failed', finding, fix), workspace: null};
}
